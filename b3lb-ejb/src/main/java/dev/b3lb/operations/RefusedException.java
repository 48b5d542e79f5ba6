package dev.b3lb.operations;

import dev.b3lb.management.OperationRefused.Reason;

/** Ends an operation before it has changed anything; its transaction is rolled back. The message is for the operator. */
public class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What was asked for makes no sense. */
    public RefusedException(String sentence) {
        this(Reason.INVALID, sentence);
    }

    /** For any reason. */
    public RefusedException(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    /** What is asked about is not there. */
    public static RefusedException absent(String sentence) {
        return new RefusedException(Reason.ABSENT, sentence);
    }

    /** It cannot be done as things are. */
    public static RefusedException conflict(String sentence) {
        return new RefusedException(Reason.CONFLICT, sentence);
    }

    Reason reason() {
        return reason;
    }
}
