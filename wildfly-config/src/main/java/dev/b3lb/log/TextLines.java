package dev.b3lb.log;

import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/**
 * Lines for people: time, level, class, thread, the request's id in braces if there is a request, and the message. An
 * event begins with a time and takes one line; if it has a stack trace, that follows, and none of its lines begins with
 * a time.
 */
final class TextLines extends ExtFormatter {

    private static final String HEAD = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5p [%c{1}] (%t) ";

    private final PatternFormatter head = new PatternFormatter(HEAD);
    private final PatternFormatter stackTrace = new PatternFormatter("%e");

    @Override
    public String format(ExtLogRecord event) {
        StringBuilder line = new StringBuilder(head.format(event));
        RequestOf.id(event).ifPresent(id -> line.append('{').append(id).append("} "));
        line.append(event.getFormattedMessage());
        return Unforged.line(line)
                + Unforged.stackTrace(stackTrace.format(event).stripTrailing())
                + System.lineSeparator();
    }
}
