package dev.b3lb.placement;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What is known of the size of a room's meetings before this one.
 *
 * @param sameHour most attendees at one time of its last meetings that began in this hour of the week, newest first
 * @param recent the same of its last meetings at any time, newest first
 * @param usual what the tenant's meetings of this hour of the day come to on the average, if enough of them are known
 */
public record SizeHistory(List<Integer> sameHour, List<Integer> recent, OptionalDouble usual) {

    /** How many meetings of a room count. */
    public static final int MOST = 8;

    /** Nothing is known. */
    public static final SizeHistory NONE = new SizeHistory(List.of(), List.of(), OptionalDouble.empty());

    /** So many meetings of the same hour of the week say more than the newest ones of any hour. */
    private static final int ENOUGH = 3;

    /** The sizes that count for this meeting, newest first. */
    List<Integer> telling() {
        List<Integer> sizes = sameHour.size() >= ENOUGH ? sameHour : recent;
        return sizes.subList(0, Math.min(MOST, sizes.size()));
    }
}
