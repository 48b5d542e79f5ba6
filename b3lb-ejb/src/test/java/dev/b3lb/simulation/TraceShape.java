package dev.b3lb.simulation;

import java.util.Random;
import java.util.function.Consumer;

/** How demand comes over four hours. */
enum TraceShape {
    /** Classes start about the full hour and are over before the next one. */
    HOUR(rooms -> hourly(rooms, 40, 55)),
    /** A timed job opens all rooms of the hour within five seconds. */
    BURST(TraceShape::burst),
    /** Meetings come evenly. */
    STEADY(TraceShape::steady),
    /** A few huge meetings in rooms of their own at two times of the day, and half of the ordinary ones. */
    EXAM(TraceShape::exam),
    /** Classes last into the next hour, so that the old ones are still there when the new ones start. */
    OVERLAP(rooms -> hourly(rooms, 50, 70)),
    /** What a file in the test resources says. */
    RECORDED(rooms -> {}) {
        @Override
        Trace trace(long seed) {
            return TraceFile.read("recorded.csv");
        }
    };

    private static final int PER_HOUR = 130;
    private static final int EXAMS = 12;

    private final Consumer<Rooms> demand;

    TraceShape(Consumer<Rooms> demand) {
        this.demand = demand;
    }

    /** The demand; for the same seed always the same. */
    Trace trace(long seed) {
        Rooms rooms = new Rooms(new Random(seed));
        demand.accept(rooms);
        return rooms.trace();
    }

    private static double fullHour(int hour) {
        return 600 + hour * 3600.0;
    }

    private static void hourly(Rooms rooms, double shortest, double longest) {
        for (int hour = 0; hour < 4; hour++) {
            for (int i = 0; i < PER_HOUR; i++) {
                rooms.meet(rooms.about(fullHour(hour), 90), rooms.minutes(shortest, longest));
            }
        }
    }

    private static void burst(Rooms rooms) {
        for (int hour = 0; hour < 4; hour++) {
            for (int i = 0; i < PER_HOUR; i++) {
                rooms.meet(fullHour(hour) + rooms.between(0, 5), rooms.minutes(40, 55));
            }
        }
    }

    private static void steady(Rooms rooms) {
        rooms.poisson(Simulation.HORIZON, PER_HOUR).forEach(at -> rooms.meet(at, rooms.minutes(40, 75)));
    }

    private static void exam(Rooms rooms) {
        rooms.poisson(Simulation.HORIZON, PER_HOUR / 2.0).forEach(at -> rooms.meet(at, rooms.minutes(40, 60)));
        for (int hour = 0; hour < 4; hour += 2) {
            for (int i = 0; i < EXAMS; i++) {
                rooms.meetOnce(rooms.about(fullHour(hour), 60), rooms.minutes(80, 100), rooms.between(100, 300));
            }
        }
    }
}
