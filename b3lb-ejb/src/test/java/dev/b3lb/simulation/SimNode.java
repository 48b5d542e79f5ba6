package dev.b3lb.simulation;

import dev.b3lb.placement.Experience;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** A node: what is so, and what the last good poll has made of it. */
final class SimNode {

    /** What a poll counted. */
    record Polled(int attendees, int meetings, OptionalInt cpu, Experience experience) {

        static final Polled NEVER = new Polled(0, 0, OptionalInt.empty(), Experience.NONE);
    }

    private final int index;
    private final int seats;
    private final NodeFigures figures = new NodeFigures();
    private final CpuLog cpu = new CpuLog();
    private final List<SimMeeting> meetings = new ArrayList<>();
    private int users;
    private int meetingsNow;
    private double strength = 1;
    private double changedAt;
    private Polled polled = Polled.NEVER;

    SimNode(int index, int seats) {
        this.index = index;
        this.seats = seats;
    }

    int index() {
        return index;
    }

    /** What it can serve when it is well, in attendees. */
    int seats() {
        return seats;
    }

    /** Attendees on it. */
    int users() {
        return users;
    }

    /** Running meetings. */
    int meetingsNow() {
        return meetingsNow;
    }

    /** All it has, with meetings that are over or reserved only. */
    List<SimMeeting> meetings() {
        return meetings;
    }

    Polled polled() {
        return polled;
    }

    /** Attendees in proportion to what it can serve now; more than 1 when it is over its capacity. */
    double utilisation() {
        return users / (seats * strength);
    }

    NodeFigures figures() {
        return figures;
    }

    /** Accounts for the time up to now; to be called before anything changes. */
    void passTime(double now) {
        double seconds = now - changedAt;
        if (seconds > 0) {
            figures.spent(seconds, utilisation(), users);
            cpu.used(utilisation(), seconds);
            changedAt = now;
        }
    }

    void strength(double now, double newStrength) {
        passTime(now);
        strength = newStrength;
    }

    /** Somebody reserves a place for a meeting. */
    void reserve(SimMeeting meeting) {
        meetings.add(meeting);
    }

    /** The reservation has not become a meeting. */
    void drop(SimMeeting meeting) {
        meetings.remove(meeting);
    }

    /** The create was answered. */
    void open(SimMeeting meeting) {
        meeting.open();
        meetingsNow++;
    }

    void join(SimMeeting meeting, double now) {
        passTime(now);
        meeting.join();
        users++;
    }

    /** The meeting is over; the next poll will notice. */
    void end(SimMeeting meeting, double now) {
        passTime(now);
        users -= meeting.users();
        meetingsNow--;
        meeting.close();
    }

    /** The node measures its CPU, whether somebody asks or not. */
    void measure(double now) {
        passTime(now);
        cpu.sample();
    }

    /**
     * A good poll.
     *
     * @param cpuFactor what the reported utilisation is off by
     */
    void poll(double now, double cpuFactor) {
        meetings.removeIf(SimMeeting::over);
        meetings.stream().filter(SimMeeting::opened).forEach(meeting -> meeting.see(now));
        int reported = (int) Math.min(10_000, Math.round(cpu.value() * cpuFactor));
        polled = new Polled(
                users,
                meetingsNow,
                OptionalInt.of(reported),
                polled.experience().with(users, reported / 10_000.0));
    }
}
