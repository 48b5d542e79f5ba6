package dev.b3lb.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlowStartTest {

    @ParameterizedTest
    @CsvSource({"PT0S, 0.1", "PT1M, 0.28", "PT2M30S, 0.55", "PT4M, 0.82", "PT5M, 1", "PT5M1S, 1", "P30D, 1"})
    void the_share_grows_from_a_tenth_to_all_within_five_minutes(Duration age, double share) {
        assertThat(SlowStart.share(age)).isCloseTo(share, within(1e-9));
    }

    @Test
    void an_age_that_is_not_over_yet_is_the_beginning() {
        assertThat(SlowStart.share(Duration.ofSeconds(-3))).isEqualTo(SlowStart.FIRST);
    }
}
