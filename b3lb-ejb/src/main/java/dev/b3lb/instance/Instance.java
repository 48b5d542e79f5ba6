package dev.b3lb.instance;

import java.time.Instant;
import java.util.List;

/**
 * What is known of a server. Moments are by the database's clock.
 *
 * @param name its name
 * @param up whether it told of itself in the last seconds; else it is stopped, killed, or without database
 * @param version its version of b3lb
 * @param roles what it does
 * @param startedAt when it first told of itself
 * @param seenAt when it last told of itself
 * @param configurationVersion the number of the configuration that is in force there
 * @param polledNodes nodes that it has polled within the last interval
 * @param pollsUnderWay polls that it waits for or reads
 * @param callbacksUnderWay calls to tenants that it makes
 * @param openMeetings meetings in its memory
 * @param jobs batch jobs that run there
 */
public record Instance(
        String name,
        boolean up,
        String version,
        List<String> roles,
        Instant startedAt,
        Instant seenAt,
        long configurationVersion,
        int polledNodes,
        int pollsUnderWay,
        int callbacksUnderWay,
        int openMeetings,
        List<String> jobs) {

    /** Keeps its own copies of the lists. */
    public Instance {
        roles = List.copyOf(roles);
        jobs = List.copyOf(jobs);
    }
}
