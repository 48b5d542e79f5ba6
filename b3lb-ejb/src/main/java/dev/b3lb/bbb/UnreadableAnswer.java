package dev.b3lb.bbb;

/** What a node sent is not the answer that was asked for. The message says why in words and repeats nothing of the content. */
public final class UnreadableAnswer extends Exception {

    private static final long serialVersionUID = 1L;

    private final NodeFailure.Kind kind;

    public UnreadableAnswer(String words) {
        this(words, NodeFailure.Kind.UNREADABLE, null);
    }

    public UnreadableAnswer(String words, Throwable cause) {
        this(words, NodeFailure.Kind.UNREADABLE, cause);
    }

    private UnreadableAnswer(String words, NodeFailure.Kind kind, Throwable cause) {
        super(words, cause);
        this.kind = kind;
    }

    /** The node understood, and says that it cannot. */
    static UnreadableAnswer failed(String words) {
        return new UnreadableAnswer(words, NodeFailure.Kind.FAILED, null);
    }

    /** Whether the answer was readable, and says that the node cannot. */
    boolean isFailed() {
        return kind == NodeFailure.Kind.FAILED;
    }

    /** What this means for the call. */
    NodeFailure failure() {
        return NodeFailure.of(kind, getMessage());
    }
}
