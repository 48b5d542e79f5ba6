package dev.b3lb.shell;

/** A command line that cannot be understood. The message is one sentence. */
final class UsageError extends Exception {

    private static final long serialVersionUID = 1L;

    UsageError(String sentence) {
        super(sentence);
    }
}
