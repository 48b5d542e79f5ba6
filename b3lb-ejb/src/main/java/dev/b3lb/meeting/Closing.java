package dev.b3lb.meeting;

/** What came of closing a meeting: who comes second changes nothing, and has nothing to tell. */
public enum Closing {
    /** It was closed by this. */
    NOW,
    /** It was closed already. */
    BEFORE,
    /** It goes on: it was moved or begun anew meanwhile. */
    NOT;

    /** Whether the meeting is closed. */
    boolean closed() {
        return this != NOT;
    }
}
