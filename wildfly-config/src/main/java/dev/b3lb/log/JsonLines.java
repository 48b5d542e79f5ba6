package dev.b3lb.log;

import java.util.Map;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.JsonFormatter;

/**
 * Lines for programs: WildFly's JSON, one object for each event. A stack trace is one text, and the server is named as
 * operators know it. For those who look at the raw lines nothing is in them that a terminal would obey.
 */
final class JsonLines extends ExtFormatter {

    private final Objects objects;

    /** @param environment has the server's name until WildFly knows it */
    JsonLines(Map<String, String> environment) {
        this.objects = new Objects(environment);
    }

    @Override
    public String format(ExtLogRecord event) {
        return Unforged.json(objects.format(event));
    }

    /** What is in an object. */
    private static final class Objects extends JsonFormatter {

        private static final Map<Key, String> KEYS =
                Map.of(Key.LOGGER_NAME, "logger", Key.STACK_TRACE, "exception", Key.THREAD_NAME, "thread");

        private final Map<String, String> environment;

        Objects(Map<String, String> environment) {
            super(KEYS);
            this.environment = environment;
            setExceptionOutputType(ExceptionOutputType.FORMATTED);
        }

        @Override
        protected void after(Generator generator, ExtLogRecord event) throws Exception {
            generator.add("server", serverName());
        }

        private String serverName() {
            return System.getProperty("jboss.node.name", environment.getOrDefault("B3LB_SERVER_NAME", ""));
        }
    }
}
