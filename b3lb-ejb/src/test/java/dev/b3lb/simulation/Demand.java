package dev.b3lb.simulation;

/**
 * A meeting that somebody wants.
 *
 * @param at when it is created, in seconds; below 0 for one of the days before, of which only the history knows
 * @param room its meetingID
 * @param size how many attendees come, at least 1
 * @param ramp time until all of them have come, in seconds
 * @param duration how long it lasts, in seconds
 */
record Demand(double at, String room, int size, double ramp, double duration) {

    /** The same people once more, after they were cut off. */
    Demand again(double from, double newRamp, double left) {
        return new Demand(from, room, size, newRamp, left);
    }
}
