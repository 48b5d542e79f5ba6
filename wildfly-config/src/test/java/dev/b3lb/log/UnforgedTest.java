package dev.b3lb.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnforgedTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "Placing meeting Übung-1 on node a", "C:\\temp", "👩", "日本語"})
    void what_is_harmless_stays_as_it_is(String text) {
        assertThat(Unforged.line(text)).isEqualTo(text);
        assertThat(Unforged.stackTrace(text)).isEqualTo(text);
    }

    @Test
    void what_ends_a_line_is_shown_and_does_nothing() {
        assertThat(Unforged.line("a\n2026-01-01 ERROR\r\nb\tc\u000b\f"))
                .isEqualTo("a\\n2026-01-01 ERROR\\r\\nb\\tc\\u000b\\u000c");
        assertThat(Unforged.line("\u0085\u2028\u2029")).isEqualTo("\\u0085\\u2028\\u2029");
    }

    @Test
    void what_moves_the_cursor_or_turns_the_text_is_shown_and_does_nothing() {
        assertThat(Unforged.line("\u001b[2K\u001b[1Aall is well\u0000\u007f\u009b"))
                .isEqualTo("\\u001b[2K\\u001b[1Aall is well\\u0000\\u007f\\u009b");
        assertThat(Unforged.line("\u202edeliaf\u200b\udb40\udc41")).isEqualTo("\\u202edeliaf\\u200b\\u{e0041}");
        assertThat(Unforged.line("half \ud83d one")).isEqualTo("half \\ud83d one");
    }

    @Test
    void a_stack_trace_keeps_its_lines() {
        String trace = ": java.lang.IllegalStateException: no\n\tat a.B.c(B.java:1)\n\t... 3 more\nCaused by: x.Y: z\n"
                + "\t\tSuppressed: q";
        assertThat(Unforged.stackTrace(trace)).isEqualTo(trace);
    }

    @Test
    void an_exceptions_message_begins_no_line() {
        assertThat(Unforged.stackTrace(
                        ": java.lang.IllegalStateException: bad\n2026-01-01 INFO  all is well\n\n\tat a.B.c(B.java:1)"))
                .isEqualTo(
                        ": java.lang.IllegalStateException: bad\\n2026-01-01 INFO  all is well\\n\n\tat a.B.c(B.java:1)");
        assertThat(Unforged.stackTrace(": x\r2026\u001b[1A\tb")).isEqualTo(": x\\r2026\\u001b[1A\\tb");
    }
}
