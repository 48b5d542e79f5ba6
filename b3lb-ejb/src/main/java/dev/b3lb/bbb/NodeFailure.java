package dev.b3lb.bbb;

import java.util.Objects;

/**
 * Why a call to a node got no answer.
 *
 * @param kind what went wrong
 * @param words for operators; no secrets, no query strings, nothing of an answer's content
 */
public record NodeFailure(Kind kind, String words) {

    public NodeFailure {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(words, "words");
    }

    /** The kinds of failure. */
    public enum Kind {
        /** Refused, unresolved, unreachable, or no connection in time: nothing was sent. */
        NO_CONNECTION(false, "no connection"),
        /** The time limit for the whole answer passed. */
        TIMEOUT(true, "no complete answer in time"),
        /** The connection broke after the request was sent, or while it was. */
        CONNECTION_LOST(true, "the connection broke"),
        /** No TLS session: certificate, name or protocol. Nothing was sent. */
        TLS(false, "no TLS session"),
        /** A status other than 200. */
        STATUS(true, "HTTP status"),
        /** An answer that is not what BBB sends. */
        UNREADABLE(true, "unreadable answer"),
        /** A question that every node can answer was answered with an error. */
        FAILED(true, "the node answered FAILED"),
        /** More bytes than are read. */
        TOO_LARGE(true, "the answer is too large"),
        /** As many calls to this node as may run at once are under way: nothing was sent. */
        BUSY(false, "too many calls to this node at once");

        private final boolean maybeExecuted;
        private final String words;

        Kind(boolean maybeExecuted, String words) {
            this.maybeExecuted = maybeExecuted;
            this.words = words;
        }
    }

    /** A failure that its kind describes. */
    public static NodeFailure of(Kind kind) {
        return new NodeFailure(kind, kind.words);
    }

    /** A failure with more than its kind to tell. */
    public static NodeFailure of(Kind kind, String detail) {
        return new NodeFailure(kind, kind.words + ": " + detail);
    }

    /** An HTTP status other than 200. */
    public static NodeFailure status(int code) {
        return new NodeFailure(Kind.STATUS, Kind.STATUS.words + " " + code);
    }

    /** Whether the request may have reached the node, so that a create may have made a meeting there. */
    public boolean maybeExecuted() {
        return kind.maybeExecuted;
    }
}
