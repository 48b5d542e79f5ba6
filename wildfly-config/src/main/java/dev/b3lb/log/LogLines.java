package dev.b3lb.log;

import java.util.Map;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;

/**
 * The formatter of the server's log. It reads its setting itself, since it is at work before WildFly has read its
 * configuration; a wrong one has been refused by the start script, before there was a log.
 */
public final class LogLines extends ExtFormatter {

    private final ExtFormatter lines;

    /** Made by the log manager. */
    public LogLines() {
        this(System.getenv());
    }

    LogLines(Map<String, String> environment) {
        LogFormat format = LogFormat.of(environment).orElse(LogFormat.TEXT);
        this.lines = format == LogFormat.JSON ? new JsonLines(environment) : new TextLines();
    }

    @Override
    public String format(ExtLogRecord event) {
        return lines.format(event);
    }
}
