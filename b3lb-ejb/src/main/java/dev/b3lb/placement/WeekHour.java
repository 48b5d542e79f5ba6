package dev.b3lb.placement;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The hour of the week in which a meeting begins.
 *
 * @param number 0 to 167, where 0 is the hour after midnight on Monday
 */
public record WeekHour(int number) {

    private static final int OF_A_DAY = 24;

    /** The hour of a moment as people of that time zone tell it. */
    public static WeekHour of(Instant moment, ZoneId zone) {
        ZonedDateTime local = moment.atZone(zone);
        return new WeekHour((local.getDayOfWeek().getValue() - 1) * OF_A_DAY + local.getHour());
    }

    /** The hour of the day, 0 to 23. */
    public int ofDay() {
        return number % OF_A_DAY;
    }
}
