package dev.b3lb.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ExperienceTest {

    private static Experience after(int polls, int attendees, double cpu) {
        Experience experience = Experience.NONE;
        for (int poll = 0; poll < polls; poll++) {
            experience = experience.with(attendees, cpu);
        }
        return experience;
    }

    @Test
    void a_node_of_which_nothing_is_known_is_taken_for_a_node_like_others() {
        assertThat(Experience.NONE.capacity(300)).isCloseTo(300, within(1e-9));
    }

    @Test
    void after_some_hours_a_node_is_taken_for_what_it_has_shown() {
        assertThat(after(2_000, 100, 0.2).capacity(300)).isBetween(480.0, 500.0);
        assertThat(after(2_000, 100, 0.8).capacity(300)).isBetween(125.0, 135.0);
    }

    @Test
    void what_it_does_without_attendees_says_nothing() {
        assertThat(after(1_000, 19, 0.9)).isEqualTo(Experience.NONE);
    }

    @Test
    void a_cpu_that_does_nothing_for_many_says_nothing() {
        assertThat(after(1_000, 100, 0)).isEqualTo(Experience.NONE);
    }

    @Test
    void what_was_long_ago_is_forgotten() {
        Experience experience = after(2_000, 100, 0.8);
        for (int poll = 0; poll < 6_000; poll++) {
            experience = experience.with(100, 0.2);
        }
        assertThat(experience.capacity(300)).isGreaterThan(450);
    }

    @Property
    void no_node_is_taken_for_more_than_four_times_as_strong_or_weak(
            @ForAll @IntRange(max = 10_000) int attendees,
            @ForAll @DoubleRange(max = 1) double cpu,
            @ForAll @IntRange(max = 100) int polls) {
        assertThat(after(polls, attendees, cpu).capacity(300)).isBetween(75.0, 1_200.0);
    }
}
