package dev.b3lb.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingParsersTest {

    @ParameterizedTest
    @CsvSource({
        "15, 15000",
        "15s, 15000",
        "15S, 15000",
        "500ms, 500",
        "500 ms, 500",
        "2m, 120000",
        "2min, 120000",
        "1h, 3600000",
        "1d, 86400000",
        "0, 0"
    })
    void durations_have_units_and_without_one_they_are_seconds(String text, long millis) {
        assertThat(SettingParsers.duration(text)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "-1", "1.5s", "1w", "1 2", "1234567890", "PT5S", "٣s", "999999999d", "3651d"})
    void what_is_no_sensible_duration_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SettingParsers.duration(text))
                .withMessageEndingWith("is wanted");
    }

    @Property
    void every_duration_fits_into_nanoseconds(@ForAll @LongRange(min = 0, max = 999_999_999) long amount) {
        for (String unit : new String[] {"ms", "s", "m", "h", "d"}) {
            try {
                assertThat(SettingParsers.duration(amount + unit).toNanos()).isNotNegative();
            } catch (IllegalArgumentException tooLong) {
                assertThat(tooLong).hasMessageEndingWith("is wanted");
            }
        }
    }

    @Test
    void a_time_limit_is_never_zero() {
        assertThatIllegalArgumentException().isThrownBy(() -> SettingParsers.timeLimit("0"));
        assertThat(SettingParsers.timeLimit("1ms")).isEqualTo(Duration.ofMillis(1));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "64MiB, 67108864",
        "64M, 67108864",
        "64mb, 67108864",
        "1K, 1024",
        "2 GiB, 2147483648",
        "10k, 10240"
    })
    void sizes_have_units_of_powers_of_1024(String text, long bytes) {
        assertThat(SettingParsers.size(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0K", "-1", "1T", "1.5M", "M", "1234567890123", "999999999999G"})
    void what_is_no_size_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SettingParsers.size(text))
                .withMessageContaining("is wanted");
    }

    @ParameterizedTest
    @CsvSource({"true, true", "ON, true", "Yes, true", "1, true", "false, false", "off, false", "NO, false", "0, false"
    })
    void yes_and_no_have_many_spellings(String text, boolean value) {
        assertThat(SettingParsers.yesOrNo(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "truthy", "nope"})
    void anything_else_is_neither_yes_nor_no(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> SettingParsers.yesOrNo(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "5", "10"})
    void numbers_within_their_limits_are_taken(String text) {
        assertThat(SettingParsers.number(1, 10).apply(text)).isEqualTo(Integer.valueOf(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "11", "-3", "five", "", "99999999999"})
    void numbers_outside_of_their_limits_are_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SettingParsers.number(1, 10).apply(text))
                .withMessage("a whole number from 1 to 10 is wanted");
    }

    @Test
    void choices_may_be_several_in_any_case() {
        assertThat(SettingParsers.choices(Role.class).apply("Poll, API,poll,"))
                .containsExactlyInAnyOrder(Role.API, Role.POLL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "api,cook"})
    void choices_that_are_none_are_refused_with_all_there_are(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SettingParsers.choices(Role.class).apply(text))
                .withMessageEndingWith("[api, console, poll, render]");
    }

    @Test
    void lists_keep_their_order_and_lose_blanks() {
        assertThat(SettingParsers.list(" b, a ,,c,b")).containsExactly("b", "a", "c");
    }

    @Test
    void a_time_zone_is_one_that_has_a_name() {
        assertThat(SettingParsers.timeZone("Europe/Berlin")).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(SettingParsers.timeZone("UTC")).isEqualTo(ZoneId.of("UTC"));
        for (String wrong : List.of("Berlin", "+02:00", "europe/berlin", "CEST")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SettingParsers.timeZone(wrong))
                    .withMessageContaining("Europe/Berlin");
        }
    }
}
