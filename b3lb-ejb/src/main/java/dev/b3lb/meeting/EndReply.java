package dev.b3lb.meeting;

/**
 * What came of asking a node to end a meeting.
 *
 * @param kind what it means
 * @param words the same for operators; no secrets
 */
public record EndReply(Kind kind, String words) {

    /** What an answer means. */
    public enum Kind {
        /** The node ends it. */
        ENDED,
        /** The node has no such meeting. */
        UNKNOWN,
        /** The node answered something else. */
        REFUSED,
        /** The node did not answer. */
        SILENT,
        /** It was not asked. */
        NOT_ASKED
    }

    static final EndReply BEING_CREATED =
            new EndReply(Kind.NOT_ASKED, "it was just being created; whoever creates it ends it");

    static final EndReply NO_NODE = new EndReply(Kind.NOT_ASKED, "its node is not known any more");

    static final EndReply NODE_IS_SILENT = new EndReply(Kind.NOT_ASKED, "not asked, since the node does not answer");

    static final EndReply NO_TIME = new EndReply(Kind.NOT_ASKED, "not asked, since the node takes too long");

    /** Whether it does not go on there. */
    public boolean over() {
        return kind == Kind.ENDED || kind == Kind.UNKNOWN;
    }
}
