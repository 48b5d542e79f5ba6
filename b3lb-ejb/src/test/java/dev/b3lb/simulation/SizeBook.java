package dev.b3lb.simulation;

import dev.b3lb.placement.SizeHistory;
import dev.b3lb.placement.UsualSize;
import dev.b3lb.placement.WeekHour;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How large meetings were, by room and by hour of the day; what the product keeps for each tenant. */
final class SizeBook {

    private static final int KEPT = 32;
    private static final int HOURS_A_WEEK = 7 * 24;

    private record Peak(WeekHour hourOfWeek, int size) {}

    private final Map<String, Deque<Peak>> rooms = new HashMap<>();
    private final Map<Integer, UsualSize> hours = new HashMap<>();

    /** A meeting is over that began at a time and had so many attendees. */
    void add(String room, double at, int size) {
        Deque<Peak> peaks = rooms.computeIfAbsent(room, unknown -> new ArrayDeque<>());
        peaks.addFirst(new Peak(hourOfWeek(at), size));
        if (peaks.size() > KEPT) {
            peaks.removeLast();
        }
        hours.compute(hourOfWeek(at).ofDay(), (hour, usual) -> (usual == null ? UsualSize.NONE : usual).with(size));
    }

    /** What is known when a room's meeting begins. */
    SizeHistory of(String room, double at) {
        Deque<Peak> peaks = rooms.getOrDefault(room, new ArrayDeque<>());
        WeekHour hour = hourOfWeek(at);
        List<Integer> sameHour = peaks.stream()
                .filter(peak -> peak.hourOfWeek().equals(hour))
                .map(Peak::size)
                .toList();
        return new SizeHistory(
                sameHour,
                peaks.stream().map(Peak::size).toList(),
                hours.getOrDefault(hour.ofDay(), UsualSize.NONE).known());
    }

    private static WeekHour hourOfWeek(double at) {
        return new WeekHour((int) Math.floorMod((long) Math.floor(at / 3600), (long) HOURS_A_WEEK));
    }
}
