package dev.b3lb.web.body;

import java.io.IOException;

/** A body that is not read, or not to its end. The message is a sentence for the client. */
public final class BodyRefused extends IOException {

    private static final long serialVersionUID = 1L;

    private final Cause cause;

    /** Whose fault it is. */
    public enum Cause {
        /** The client's, which has to send something else. */
        CONTENT,

        /** Nobody's: there is no memory for it now. */
        NO_ROOM,

        /** The client's or its network's: it does not come in time. */
        TOO_SLOW,

        /** The client's or its network's: it will never come. */
        BROKEN
    }

    private BodyRefused(Cause cause, String sentence) {
        super(sentence);
        this.cause = cause;
    }

    /** It is not what its type says, or holds what the call does not take. */
    public static BodyRefused because(String sentence) {
        return new BodyRefused(Cause.CONTENT, sentence);
    }

    /** It is larger than what is read of it. */
    public static BodyRefused largerThan(int most) {
        return because("The body of the request is larger than " + (most >> 20) + " MiB");
    }

    /** There is no memory for it. */
    public static BodyRefused noRoom() {
        return new BodyRefused(Cause.NO_ROOM, "Too many large requests at once, try again later");
    }

    static BodyRefused tooSlow() {
        return new BodyRefused(Cause.TOO_SLOW, "The body of the request came too slowly");
    }

    static BodyRefused broken() {
        return new BodyRefused(Cause.BROKEN, "The request could not be read.");
    }

    /** Whose fault it is. */
    public Cause reason() {
        return cause;
    }
}
