package dev.b3lb.log;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Keeps whoever sends requests from filling the log, and from having it hold what they sent. Of what libraries say about
 * requests, and of failures that we tell of them, a few lines of each logger are told in a minute, later with how many
 * were left out; they hold no addresses and no long words, and stack traces are cut. What an operator wants to see below
 * INFO is not counted.
 */
public final class StrangersLines implements Filter {

    private static final Duration SPAN = Duration.ofMinutes(1);
    private static final int LINES = 5;

    private static final String OURS = "dev.b3lb.";

    /** The names of threads that take connections and serve requests begin so: the worker's name. */
    private static final String HTTP_THREADS = "default ";

    private final LineCounts counts;

    /** Made by the log manager. */
    public StrangersLines() {
        this(System::nanoTime);
    }

    StrangersLines(LongSupplier nanoTime) {
        this.counts = new LineCounts(LINES, SPAN, nanoTime);
    }

    @Override
    public boolean isLoggable(LogRecord event) {
        ExtLogRecord record = ExtLogRecord.wrap(event);
        return !isStrangers(record) || tell(record);
    }

    private static boolean isStrangers(ExtLogRecord record) {
        boolean ofRequest = record.getThreadName().startsWith(HTTP_THREADS)
                || RequestOf.id(record).isPresent();
        return isOurs(record) ? ofRequest && record.getThrown() != null : ofRequest || isAboutRequests(record);
    }

    private static boolean isOurs(ExtLogRecord record) {
        return name(record).startsWith(OURS);
    }

    /** What these say at such levels is about requests or connections on whichever thread. */
    private static boolean isAboutRequests(ExtLogRecord record) {
        return record.getLevel().intValue() >= Level.WARNING.intValue()
                && Stream.of("io.undertow", "org.xnio", "org.jboss.resteasy").anyMatch(name(record)::startsWith);
    }

    private static String name(ExtLogRecord record) {
        return record.getLoggerName() == null ? "" : record.getLoggerName();
    }

    private boolean tell(ExtLogRecord record) {
        Optional<String> end = end(record);
        end.ifPresent(text -> {
            record.setMessage(message(record) + text, ExtLogRecord.FormatStyle.NO_FORMAT);
            record.setParameters(null);
            if (record.getThrown() != null) {
                record.setThrown(new ShortTrace(record.getThrown()));
            }
        });
        return end.isPresent();
    }

    /** Our own words hold nothing that may not stand there. */
    private static String message(ExtLogRecord record) {
        String message = record.getFormattedMessage();
        return isOurs(record) ? message : Discreet.text(message);
    }

    /** What stands at the end of the line; empty when it is left out. */
    private Optional<String> end(ExtLogRecord record) {
        return record.getLevel().intValue() < Level.INFO.intValue() ? Optional.of("") : counts.next(name(record));
    }
}
