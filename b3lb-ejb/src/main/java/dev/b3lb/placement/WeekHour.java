package dev.b3lb.placement;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The hour of the week to which a meeting belongs. Classes start on the full hour and their rooms open some minutes
 * before or after it, so the last quarter of an hour belongs to the next one.
 *
 * @param number 0 to 167, where 0 is the hour after midnight on Monday
 */
public record WeekHour(int number) {

    private static final int OF_A_DAY = 24;
    private static final Duration BEFORE_THE_HOUR = Duration.ofMinutes(15);

    /** The hour of a meeting that opens at a moment, as people of that time zone tell it. */
    public static WeekHour of(Instant moment, ZoneId zone) {
        ZonedDateTime local = moment.plus(BEFORE_THE_HOUR).atZone(zone);
        return new WeekHour((local.getDayOfWeek().getValue() - 1) * OF_A_DAY + local.getHour());
    }

    /** The hour of the day, 0 to 23. */
    public int ofDay() {
        return number % OF_A_DAY;
    }
}
