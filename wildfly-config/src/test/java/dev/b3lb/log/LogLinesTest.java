package dev.b3lb.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.util.Map;
import javax.json.Json;
import javax.json.JsonObject;
import javax.json.JsonReader;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;

class LogLinesTest {

    private static final String LINE =
            "2026-03-01T12:00:00\\.007\\S+ WARN  \\[NodeCalls\\] \\(a-thread\\) %s" + System.lineSeparator();

    private final LogLines text = new LogLines(Map.of());
    private final LogLines json = new LogLines(Map.of(LogFormat.SETTING, "json", "B3LB_SERVER_NAME", "host-1:8080"));

    private static ExtLogRecord event(String message) {
        ExtLogRecord event = new ExtLogRecord(Level.WARN, message, LogLinesTest.class.getName());
        event.setInstant(Instant.parse("2026-03-01T12:00:00.007Z"));
        event.setLoggerName("dev.b3lb.node.NodeCalls");
        event.setThreadName("a-thread");
        return event;
    }

    private static ExtLogRecord ofRequest(ExtLogRecord event, String id) {
        event.putMdc("request", id);
        return event;
    }

    private JsonObject object(ExtLogRecord event) {
        String line = json.format(event);
        assertThat(line).endsWith("\n");
        assertThat(line.strip().lines()).hasSize(1);
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }

    @Test
    void a_line_of_no_request_names_none() {
        assertThat(text.format(event("Node a failed: no connection")))
                .matches(LINE.formatted("Node a failed: no connection"));
        assertThat(text.format(ofRequest(event("Node a failed"), ""))).matches(LINE.formatted("Node a failed"));
    }

    @Test
    void a_line_of_a_request_begins_with_its_id() {
        assertThat(text.format(ofRequest(event("Node a failed"), "f00d")))
                .matches(LINE.formatted("\\{f00d} Node a failed"));
    }

    @Test
    void a_message_is_one_line_and_a_stack_trace_several_that_are_none() {
        ExtLogRecord event = event("Room \n2026-03-01 ERROR forged");
        event.setThrown(new IllegalStateException("bad\n2026-03-01 ERROR forged"));

        String lines = text.format(event);

        assertThat(lines.lines().filter(line -> line.startsWith("2026"))).hasSize(1);
        assertThat(lines.lines().skip(1)).isNotEmpty().allMatch(line -> line.startsWith("\tat "));
        assertThat(lines).endsWith("\n").doesNotEndWith("\n\n");
    }

    @Test
    void an_event_is_a_json_object_in_one_line() {
        ExtLogRecord event = ofRequest(event("Room \"x\"\n2026"), "f00d");
        event.setThrown(new IllegalStateException("bad\n2026"));

        JsonObject object = object(event);

        assertThat(Instant.parse(object.getString("timestamp").replaceFirst("\\+0000$|\\+00:00$", "Z")))
                .isEqualTo(event.getInstant());
        assertThat(object.getString("level")).isEqualTo("WARN");
        assertThat(object.getString("logger")).isEqualTo("dev.b3lb.node.NodeCalls");
        assertThat(object.getString("thread")).isEqualTo("a-thread");
        assertThat(object.getString("message")).isEqualTo("Room \"x\"\n2026");
        assertThat(object.getJsonObject("mdc").getString("request")).isEqualTo("f00d");
        assertThat(object.getString("exception")).contains("IllegalStateException: bad\n2026", "\tat ");
    }

    @Test
    void what_a_terminal_would_obey_stands_in_json_as_an_escape() {
        String forged = "a\u2028b\u202ec\u009bd\u0085e\udb40\udc01f";

        String line = json.format(event(forged));

        assertThat(line).contains("a\\u2028b\\u202ec\\u009bd\\u0085e\\udb40\\udc01f");
        assertThat(object(event(forged)).getString("message")).isEqualTo(forged);
    }

    @Test
    void an_event_in_json_names_its_server() {
        assertThat(object(event("x")).getString("server")).isEqualTo("host-1:8080");
        System.setProperty("jboss.node.name", "node-name");
        try {
            assertThat(object(event("x")).getString("server")).isEqualTo("node-name");
        } finally {
            System.clearProperty("jboss.node.name");
        }
    }

    @Test
    void the_setting_is_one_of_two_words() {
        assertThat(LogFormat.of(Map.of())).contains(LogFormat.TEXT);
        assertThat(LogFormat.of(Map.of(LogFormat.SETTING, " "))).contains(LogFormat.TEXT);
        assertThat(LogFormat.of(Map.of(LogFormat.SETTING, "Json "))).contains(LogFormat.JSON);
        assertThat(LogFormat.of(Map.of(LogFormat.SETTING, "xml"))).isEmpty();
    }
}
