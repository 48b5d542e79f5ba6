package dev.b3lb.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartsTest {

    private final List<String> closed = new ArrayList<>();
    private final Parts parts = new Parts();

    @Test
    void are_closed_last_first() {
        parts.add(() -> closed.add("first"));
        parts.add(() -> closed.add("second"));

        parts.close();

        assertThat(closed).containsExactly("second", "first");
    }

    @Test
    void are_closed_once() {
        parts.add(() -> closed.add("part"));

        parts.close();
        parts.close();

        assertThat(closed).containsExactly("part");
    }

    @Test
    void are_closed_at_once_when_they_come_too_late() {
        parts.close();

        parts.add(() -> closed.add("late"));

        assertThat(closed).containsExactly("late");
    }

    @Test
    void are_all_closed_when_one_fails_to() {
        parts.add(() -> closed.add("first"));
        parts.add(() -> {
            throw new TestbedFailure("It sticks.");
        });

        assertThatThrownBy(parts::close).hasMessage("It sticks.");
        assertThat(closed).containsExactly("first");
    }
}
