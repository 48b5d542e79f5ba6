package dev.b3lb.management;

/** An operation that was not carried out. The message is for the operator: what is wrong and what to do. */
public final class OperationRefused extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why it was not, for programs. */
    public enum Reason {
        /** What was asked for makes no sense. */
        INVALID,
        /** The caller's role is not enough. */
        FORBIDDEN,
        /** What it is about is not there. */
        ABSENT,
        /** It cannot be done as things are. */
        CONFLICT,
        /** What was to be changed has another version by now. */
        STALE,
        /** It is not possible at the moment. */
        UNAVAILABLE
    }

    private final Reason reason;

    /** @param sentence what makes no sense in what was asked, without secrets */
    public OperationRefused(String sentence) {
        this(Reason.INVALID, sentence);
    }

    /** @param sentence what is wrong and what to do, without secrets */
    public OperationRefused(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    /** {@return why, for programs} */
    public Reason reason() {
        return reason;
    }
}
