package dev.b3lb.simulation;

import dev.b3lb.placement.SizeHistory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** How large meetings were, by room and by hour of the day; what the product keeps for each tenant. */
final class SizeBook {

    private static final int KEPT = 32;
    private static final int ENOUGH = 10;
    private static final int HOURS_A_WEEK = 7 * 24;

    private record Peak(int hourOfWeek, int size) {}

    private static final class Sum {
        private long sizes;
        private int number;
    }

    private final Map<String, Deque<Peak>> rooms = new HashMap<>();
    private final Map<Integer, Sum> hours = new HashMap<>();

    /** A meeting is over that began at a time and had so many attendees. */
    void add(String room, double at, int size) {
        Deque<Peak> peaks = rooms.computeIfAbsent(room, unknown -> new ArrayDeque<>());
        peaks.addFirst(new Peak(hourOfWeek(at), size));
        if (peaks.size() > KEPT) {
            peaks.removeLast();
        }
        Sum sum = hours.computeIfAbsent(hourOfWeek(at) % 24, hour -> new Sum());
        sum.sizes += size;
        sum.number++;
    }

    /** What is known when a room's meeting begins. */
    SizeHistory of(String room, double at) {
        Deque<Peak> peaks = rooms.getOrDefault(room, new ArrayDeque<>());
        int hour = hourOfWeek(at);
        List<Integer> sameHour = peaks.stream()
                .filter(peak -> peak.hourOfWeek() == hour)
                .map(Peak::size)
                .toList();
        return new SizeHistory(sameHour, peaks.stream().map(Peak::size).toList(), usual(hour % 24));
    }

    private OptionalDouble usual(int hour) {
        Sum sum = hours.get(hour);
        return sum == null || sum.number < ENOUGH
                ? OptionalDouble.empty()
                : OptionalDouble.of(sum.sizes / (double) sum.number);
    }

    private static int hourOfWeek(double at) {
        return (int) Math.floorMod((long) Math.floor(at / 3600), (long) HOURS_A_WEEK);
    }
}
