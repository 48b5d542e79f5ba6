package dev.b3lb.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeekHourTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-16T00:00:00Z, UTC, 0, 0",
        "2026-11-15T23:59:59Z, UTC, 167, 23",
        "2026-11-18T10:30:00Z, UTC, 58, 10",
        "2026-11-15T23:30:00Z, Europe/Berlin, 0, 0",
        "2026-07-13T08:15:00Z, Europe/Berlin, 10, 10",
        "2026-12-14T08:15:00Z, Europe/Berlin, 9, 9",
        "2026-11-16T00:00:00Z, America/New_York, 163, 19",
        "2026-11-16T00:00:00Z, Asia/Kolkata, 5, 5",
    })
    void the_week_begins_on_monday_where_the_people_are(String moment, String zone, int ofWeek, int ofDay) {
        WeekHour hour = WeekHour.of(Instant.parse(moment), ZoneId.of(zone));
        assertThat(hour.number()).isEqualTo(ofWeek);
        assertThat(hour.ofDay()).isEqualTo(ofDay);
    }

    @Test
    void a_week_has_all_its_hours() {
        Instant monday = Instant.parse("2026-11-16T00:30:00Z");
        Set<Integer> hours = new TreeSet<>();
        for (int hour = 0; hour < 168; hour++) {
            hours.add(WeekHour.of(monday.plus(Duration.ofHours(hour)), ZoneOffset.UTC)
                    .number());
        }
        assertThat(hours).hasSize(168);
    }

    @Property
    void every_moment_has_an_hour_in_every_zone(
            @ForAll @LongRange(min = -100_000_000_000L, max = 1_000_000_000_000L) long second,
            @ForAll("zones") String zone) {
        WeekHour hour = WeekHour.of(Instant.ofEpochSecond(second), ZoneId.of(zone));
        assertThat(hour.number()).isBetween(0, 167);
        assertThat(hour.ofDay()).isBetween(0, 23);
    }

    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.of(new TreeSet<>(ZoneId.getAvailableZoneIds()));
    }
}
