package dev.b3lb.management;

/** An operation that was not carried out. The message is for the operator: what is wrong and what to do. */
public final class OperationRefused extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param sentence what is wrong and what to do, without secrets */
    public OperationRefused(String sentence) {
        super(sentence);
    }
}
