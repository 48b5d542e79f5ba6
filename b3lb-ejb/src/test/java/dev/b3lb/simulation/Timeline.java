package dev.b3lb.simulation;

import java.util.PriorityQueue;

/** Virtual time: what is to happen, in order. What is due at the same time happens in the order it was put in. */
final class Timeline {

    private record Event(double at, long number, Runnable action) implements Comparable<Event> {

        @Override
        public int compareTo(Event other) {
            int byTime = Double.compare(at, other.at);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private double now;
    private long number;

    /** Seconds since the beginning. */
    double now() {
        return now;
    }

    void at(double time, Runnable action) {
        events.add(new Event(Math.max(now, time), number++, action));
    }

    void in(double seconds, Runnable action) {
        at(now + seconds, action);
    }

    /** Repeats something from a time on. */
    void every(double first, double interval, Runnable action) {
        at(first, () -> {
            action.run();
            every(now + interval, interval, action);
        });
    }

    void runUntil(double end) {
        while (!events.isEmpty() && events.peek().at() <= end) {
            Event event = events.poll();
            now = event.at();
            event.action().run();
        }
        now = end;
    }
}
