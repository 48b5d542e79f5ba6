package dev.b3lb.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrangersLinesTest {

    private static final String RESTEASY = "org.jboss.resteasy.resteasy_jaxrs.i18n";
    private static final String HTTP_THREAD = "default task-1";

    private long now;
    private final StrangersLines filter = new StrangersLines(() -> now);
    private final LogLines lines = new LogLines(Map.of());

    private static ExtLogRecord event(String logger, String thread, String message) {
        ExtLogRecord event = new ExtLogRecord(Level.WARN, message, StrangersLinesTest.class.getName());
        event.setLoggerName(logger);
        event.setThreadName(thread);
        return event;
    }

    private static ExtLogRecord failure(String logger, Throwable thrown) {
        ExtLogRecord event = event(logger, HTTP_THREAD, "Failed");
        event.setThrown(thrown);
        return event;
    }

    /** What is in the log of the event; empty when it is left out. */
    private String told(ExtLogRecord event) {
        return filter.isLoggable(event) ? lines.format(event) : "";
    }

    private List<String> toldOf(int many, String logger) {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            told.add(told(event(logger, HTTP_THREAD, "Failed to parse request")));
        }
        return told.stream().filter(line -> !line.isEmpty()).toList();
    }

    @Test
    void of_many_lines_a_logger_gets_a_few_a_minute() {
        assertThat(toldOf(1_000, RESTEASY)).hasSize(5);
        assertThat(toldOf(1_000, "io.undertow.request")).hasSize(5);
        now += TimeUnit.SECONDS.toNanos(59);
        assertThat(toldOf(1_000, RESTEASY)).isEmpty();
    }

    @Test
    void the_first_line_of_the_next_minute_says_how_many_were_left_out() {
        toldOf(1_000, RESTEASY);
        now += TimeUnit.SECONDS.toNanos(60);

        List<String> later = toldOf(2, RESTEASY);

        assertThat(later.get(0)).contains("Failed to parse request (and 995 more before)");
        assertThat(later.get(1)).doesNotContain("more before");
    }

    @ParameterizedTest
    @CsvSource({
        "io.undertow.request, anybody",
        "org.xnio.listener, anybody",
        "org.jboss.resteasy.x, anybody",
        "org.jboss.weld.Servlet, default task-9",
        "a.library.that.nobody.knows, default I/O-3",
        "'', default Accept",
    })
    void what_libraries_say_of_requests_is_cut(String logger, String thread) {
        assertThat(told(event(logger, thread, "Bad request /b3lb/b/meeting/end?nonce=SECRET of [ GET ]")))
                .contains("Bad request ... of [ GET ]");
    }

    @Test
    void so_is_what_is_said_for_a_request_on_another_thread() {
        ExtLogRecord event = event("a.library", "EE-Thread-1", "Bad request /secret");
        event.putMdc("request", "f00d");

        assertThat(told(event)).contains("{f00d} Bad request ...");
    }

    @Test
    void what_a_server_does_by_itself_is_told_as_it_is() {
        for (int i = 0; i < 100; i++) {
            assertThat(told(event("org.jboss.as", "MSC service thread 1-1", "Started at http://localhost:9990")))
                    .contains("Started at http://localhost:9990");
        }
    }

    @Test
    void our_own_lines_are_told_as_they_are() {
        for (int i = 0; i < 100; i++) {
            assertThat(told(event("dev.b3lb.meeting.FirstCreate", HTTP_THREAD, "Placing meeting a/b?c=d")))
                    .contains("Placing meeting a/b?c=d");
        }
    }

    @Test
    void our_own_stack_traces_are_cut_and_counted() {
        int told = 0;
        for (int i = 0; i < 100; i++) {
            String line = told(failure("dev.b3lb.web.api.X", new IllegalArgumentException("at 3: http://x?nonce=N")));
            told += line.isEmpty() ? 0 : 1;
            assertThat(line).doesNotContain("nonce");
        }
        assertThat(told).isEqualTo(5);
    }

    @Test
    void a_stack_trace_has_few_lines_whatever_is_thrown() {
        Throwable deep = new IllegalStateException("at the bottom");
        for (int i = 0; i < 50; i++) {
            deep = new IllegalStateException("Malformed escape pair at index 24: http://h/x%zz?nonce=SECRET", deep);
            deep.addSuppressed(new IllegalStateException("nonce=SECRET"));
        }

        String told = told(failure(RESTEASY, deep));

        assertThat(told.lines().count()).isLessThan(30);
        assertThat(told)
                .contains("java.lang.IllegalStateException: Malformed escape pair at index 24: ...", "Caused by: ")
                .contains(getClass().getSimpleName() + ".java:")
                .doesNotContain("SECRET");
    }

    @Test
    void an_exception_that_causes_itself_does_no_harm() {
        Throwable one = new IllegalStateException("one");
        one.initCause(new IllegalStateException("other", one));

        assertThat(told(failure(RESTEASY, one))).contains("one", "other");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/b3lb/b/meeting/end%zz",
                "http://h/x",
                "?nonce=SECRET",
                "nonce=SECRET",
                "a&b",
                "%41",
                "'SECRET'",
                "\"SECRET\"",
                "0123456789abcdef0123456789abcdef",
                "SECRETSECRETSECRETSECRETSECRET",
                "<script>",
            })
    void a_word_that_may_be_a_stranger_s_is_dots(String word) {
        assertThat(Discreet.text("Failure parsing " + word + " in it")).isEqualTo("Failure parsing ... in it");
    }

    @Test
    void names_and_numbers_stay() {
        String text =
                "UT005023: Exception 42 = x in org.jboss.weld.context.HttpRequestContextImpl@12a3770d when parsing";

        assertThat(Discreet.text(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"word ", "wordwordwordwordwordwordword", "wo\nrd "})
    void a_text_has_an_end(String part) {
        assertThat(Discreet.text(part.repeat(10_000))).hasSizeLessThan(310);
    }

    @Test
    void an_operator_who_wants_to_see_all_sees_all_but_addresses() {
        for (int i = 0; i < 100; i++) {
            ExtLogRecord event = event("io.undertow.request", HTTP_THREAD, "Matched /x?y=z");
            event.setLevel(Level.DEBUG);
            assertThat(told(event)).contains("Matched ...");
        }
    }

    @Test
    void parameters_are_looked_at_as_well() {
        ExtLogRecord event = new ExtLogRecord(
                Level.ERROR,
                "Exception handling request to %s",
                ExtLogRecord.FormatStyle.PRINTF,
                getClass().getName());
        event.setLoggerName("io.undertow.request");
        event.setThreadName(HTTP_THREAD);
        event.setParameters(new Object[] {"/b3lb/b/meeting/end?nonce=SECRET"});

        assertThat(told(event)).contains("Exception handling request to ...").doesNotContain("SECRET");
    }
}
