package dev.b3lb.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ExpectationTest {

    @Property
    void an_expectation_that_has_expired_is_nothing(
            @ForAll @IntRange(min = 1, max = 2_000) int expected,
            @ForAll @IntRange(max = 2_000) int seen,
            @ForAll @IntRange(max = 100_000) int secondsLater) {
        assertThat(Expectation.remaining(expected, seen, Expectation.GONE.plusSeconds(secondsLater)))
                .isZero();
    }

    @Property
    void waiting_never_raises_an_expectation(
            @ForAll @IntRange(min = 1, max = 2_000) int expected,
            @ForAll @IntRange(max = 2_000) int seen,
            @ForAll @IntRange(max = 900) int age,
            @ForAll @IntRange(max = 900) int longer) {
        double before = Expectation.remaining(expected, seen, Duration.ofSeconds(age));
        double after = Expectation.remaining(expected, seen, Duration.ofSeconds(age + longer));
        assertThat(after).isNotNegative().isLessThanOrEqualTo(before);
    }

    @Property
    void all_are_expected_in_a_meeting_that_was_only_just_created(
            @ForAll @IntRange(min = 1, max = 2_000) int expected) {
        assertThat(Expectation.remaining(expected, 0, Duration.ZERO)).isCloseTo(expected, within(1e-6));
    }
}
