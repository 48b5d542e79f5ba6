package dev.b3lb.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ExpectationTest {

    @Property
    void an_expectation_that_has_expired_is_nothing(
            @ForAll @IntRange(max = 2_000) int expected,
            @ForAll @DoubleRange(min = 1, max = 50) double weight,
            @ForAll @IntRange(max = 2_000) int seen,
            @ForAll @IntRange(max = 100_000) int secondsLater) {
        assertThat(Expectation.remaining(
                        new ExpectedSize(expected, weight), seen, Expectation.ARRIVING.plusSeconds(secondsLater)))
                .isZero();
    }

    @Property
    void waiting_never_raises_an_expectation(
            @ForAll @IntRange(max = 2_000) int expected,
            @ForAll @DoubleRange(min = 1, max = 50) double weight,
            @ForAll @IntRange(max = 2_000) int seen,
            @ForAll @IntRange(max = 900) int age,
            @ForAll @IntRange(max = 900) int longer) {
        ExpectedSize size = new ExpectedSize(expected, weight);
        double before = Expectation.remaining(size, seen, Duration.ofSeconds(age));
        double after = Expectation.remaining(size, seen, Duration.ofSeconds(age + longer));
        assertThat(after).isNotNegative().isLessThanOrEqualTo(before);
    }

    @Property
    void all_are_expected_in_a_meeting_that_was_only_just_created(
            @ForAll @IntRange(max = 2_000) int expected, @ForAll @DoubleRange(min = 1, max = 50) double weight) {
        assertThat(Expectation.remaining(new ExpectedSize(expected, weight), 0, Duration.ZERO))
                .isCloseTo(expected, within(1e-6));
    }

    @Property
    void a_meeting_to_which_people_come_as_expected_reaches_the_size_that_was_expected(
            @ForAll @IntRange(min = 1, max = 2_000) int expected,
            @ForAll @DoubleRange(min = 1, max = 50) double weight,
            @ForAll @IntRange(max = 8) int eighths) {
        double still = Expectation.remaining(
                new ExpectedSize(8 * expected, weight), eighths * expected, Duration.ofMinutes(eighths));
        assertThat(eighths * expected + still).isCloseTo(8 * expected, within(1e-6));
    }

    @Test
    void who_comes_early_raises_an_unsure_expectation_more_than_a_sure_one() {
        Duration age = Duration.ofMinutes(2);
        double unsure = Expectation.remaining(new ExpectedSize(16, 5), 40, age);
        double sure = Expectation.remaining(new ExpectedSize(16, 15), 40, age);
        assertThat(unsure).isGreaterThan(sure).isGreaterThan(16);
    }
}
