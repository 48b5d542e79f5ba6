package dev.b3lb.shell;

/** A server that could not be asked. The message is one sentence. */
final class Unreachable extends Exception {

    private static final long serialVersionUID = 1L;

    Unreachable(String sentence) {
        super(sentence);
    }
}
