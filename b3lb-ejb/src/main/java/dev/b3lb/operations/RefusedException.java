package dev.b3lb.operations;

/** Ends an operation before it has changed anything; its transaction is rolled back. The message is for the operator. */
class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedException(String sentence) {
        super(sentence);
    }
}
