package dev.b3lb.log;

import java.util.Arrays;

/** An exception as the log shows it when a stranger may have caused it: the first frames, and two of its causes. */
final class ShortTrace extends Throwable {

    private static final long serialVersionUID = 1L;

    private static final int FRAMES = 12;
    private static final int FRAMES_OF_CAUSE = 4;
    private static final int CAUSES = 2;

    private final String text;

    ShortTrace(Throwable whole) {
        this(whole, FRAMES, CAUSES);
    }

    private ShortTrace(Throwable whole, int frames, int causes) {
        super(null, causeOf(whole, causes), false, true);
        this.text = text(whole);
        setStackTrace(Arrays.stream(whole.getStackTrace()).limit(frames).toArray(StackTraceElement[]::new));
    }

    private static Throwable causeOf(Throwable whole, int causes) {
        Throwable cause = whole.getCause();
        return cause == null || causes == 0 ? null : new ShortTrace(cause, FRAMES_OF_CAUSE, causes - 1);
    }

    private static String text(Throwable whole) {
        String message = Discreet.text(whole.getMessage());
        String name = whole.getClass().getName();
        return message.isEmpty() ? name : name + ": " + message;
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }

    @Override
    public String toString() {
        return text;
    }
}
