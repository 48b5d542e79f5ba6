package dev.b3lb.node;

import dev.b3lb.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * What is known of a node from its last polls.
 *
 * @param nodeId the node's id
 * @param health what polling has made of it
 * @param healthAge how long it has had that health when this was read from the database
 * @param attendees attendees in all of its meetings that are no breakout rooms
 * @param meetings its meetings
 * @param largestMeeting attendees of its largest meeting
 * @param videos its webcams
 * @param expected attendees that were still expected in its meetings at the last poll
 * @param shownAttendees what it has shown that it can serve: sum of its attendees over polls, the older ones counting
 *     less
 * @param shownCpu sum of the shares of its CPU, 0 to 1, at the same polls
 * @param cpu utilisation of its CPU, 0 to 10,000, if it ever told
 * @param cpuAge age of that value when this was read from the database
 * @param rampAge how long it has been well again after it was DOWN, when this was read from the database; none if it
 *     never was DOWN
 * @param pollAge how long ago it was last polled, when this was read from the database; if it never was, since when it
 *     waits for that
 * @param pollTook how long the last poll took, if it ever was polled
 * @param lastGoodAt when it last answered a poll well, by the database's clock; for display only
 * @param lastPollAt when it was last polled, by the database's clock; for display only
 * @param lastError what was wrong in the last bad poll, if that was the last one
 * @param errorSince since when it has been bad, by the database's clock; for display only
 * @param unreadable meetings in its list that could not be read in the last good poll, in words
 * @param bbbVersion what it says of itself
 * @param readAt {@link System#nanoTime()} when this was read from the database
 */
public record NodeState(
        UUID nodeId,
        NodeHealth health,
        Duration healthAge,
        int attendees,
        int meetings,
        int largestMeeting,
        int videos,
        double expected,
        double shownAttendees,
        double shownCpu,
        Optional<Integer> cpu,
        Duration cpuAge,
        Optional<Duration> rampAge,
        Duration pollAge,
        Optional<Duration> pollTook,
        Optional<Instant> lastGoodAt,
        Optional<Instant> lastPollAt,
        Optional<String> lastError,
        Optional<Instant> errorSince,
        String unreadable,
        Optional<String> bbbVersion,
        long readAt) {

    /** A CPU value counts for this many intervals. */
    private static final int CPU_INTERVALS = 4;

    /** The age up to which a CPU value counts. */
    public static Duration oldestCpu(Settings settings) {
        return settings.get(Settings.POLL_INTERVAL).multipliedBy(CPU_INTERVALS);
    }

    /**
     * The CPU's utilisation, if it is young enough to count.
     *
     * @param now {@link System#nanoTime()}
     * @param oldest the greatest age that counts
     */
    public OptionalInt cpuAt(long now, Duration oldest) {
        return cpu.isPresent() && cpuAge.plusNanos(now - readAt).compareTo(oldest) <= 0
                ? OptionalInt.of(cpu.get())
                : OptionalInt.empty();
    }

    /**
     * How long ago it was last polled.
     *
     * @param now {@link System#nanoTime()}
     */
    Duration pollAgeAt(long now) {
        return pollAge.plusNanos(now - readAt);
    }

    /**
     * The same node when a call has just failed: what was counted stands.
     *
     * @param now {@link System#nanoTime()}
     */
    NodeState suspected(long now) {
        return new NodeState(
                nodeId,
                NodeHealth.SUSPECT,
                Duration.ZERO,
                attendees,
                meetings,
                largestMeeting,
                videos,
                expected,
                shownAttendees,
                shownCpu,
                cpu,
                cpuAge.plusNanos(now - readAt),
                rampAge.map(age -> age.plusNanos(now - readAt)),
                pollAgeAt(now),
                pollTook,
                lastGoodAt,
                lastPollAt,
                lastError,
                errorSince,
                unreadable,
                bbbVersion,
                now);
    }

    /**
     * The share of its strength that counts, see {@link SlowStart}.
     *
     * @param now {@link System#nanoTime()}
     */
    public double share(long now) {
        return rampAge.map(age -> SlowStart.share(age.plusNanos(now - readAt))).orElse(1.0);
    }

    /**
     * Whether the node has been DOWN for longer than the grace.
     *
     * @param now {@link System#nanoTime()}
     */
    public boolean lost(long now, Duration grace) {
        return health == NodeHealth.DOWN && healthAge.plusNanos(now - readAt).compareTo(grace) > 0;
    }
}
