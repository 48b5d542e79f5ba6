package dev.b3lb.callback;

/** How a call came out. */
public sealed interface CallbackOutcome {

    /** The receiver answered with a status from 200 to 299. */
    record Delivered() implements CallbackOutcome {}

    /**
     * It did not.
     *
     * @param words what happened, for operators; nothing of the address but its host
     */
    record Failed(String words) implements CallbackOutcome {}
}
