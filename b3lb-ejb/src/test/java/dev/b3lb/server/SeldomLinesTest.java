package dev.b3lb.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SeldomLinesTest {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
    private final SeldomLines lines = new SeldomLines(PAUSE, now::get);

    @Test
    void the_first_event_is_told_and_those_of_a_while_are_not() {
        assertThat(lines.next("a")).contains("");
        now.addAndGet(PAUSE.toNanos() - 1);
        assertThat(lines.next("a")).isEmpty();
    }

    @Test
    void the_next_line_tells_how_many_were_left_out() {
        lines.next("a");
        for (int i = 0; i < 41; i++) {
            assertThat(lines.next("a")).isEmpty();
        }
        now.addAndGet(PAUSE.toNanos());
        assertThat(lines.next("a")).contains(" (and 41 more before)");
        assertThat(lines.next("a")).isEmpty();
        now.addAndGet(PAUSE.toNanos());
        assertThat(lines.next("a")).contains(" (and 1 more before)");
    }

    @Test
    void what_happens_seldom_is_always_told() {
        for (int i = 0; i < 3; i++) {
            assertThat(lines.next("a")).contains("");
            now.addAndGet(PAUSE.toNanos());
        }
    }

    @Test
    void kinds_are_counted_one_by_one() {
        lines.next("a");
        lines.next("a");
        assertThat(lines.next("b")).contains("");
        now.addAndGet(PAUSE.toNanos());
        assertThat(lines.next("b")).contains("");
        assertThat(lines.next("a")).contains(" (and 1 more before)");
    }

    @Test
    void a_few_of_a_while_may_be_told() {
        SeldomLines few = new SeldomLines(3, PAUSE, now::get);
        for (int i = 0; i < 3; i++) {
            assertThat(few.next("a")).contains("");
        }
        assertThat(few.next("a")).isEmpty();
        assertThat(few.leftOutBefore("a")).isEmpty();
        now.addAndGet(PAUSE.toNanos());
        assertThat(few.leftOutBefore("a")).hasValue(2);
        assertThat(few.next("a")).contains("");
    }
}
