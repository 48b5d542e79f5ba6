package dev.b3lb.node;

import dev.b3lb.bbb.NodeEndpoint;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * A node as the snapshot of the configuration holds it.
 *
 * @param id the node's id
 * @param slug its name
 * @param host its host name as operators see it: {@code slug.domain}, or host and port of its URL
 * @param endpoint where its API is and what calls to it are signed with
 * @param cluster what it shares with its cluster
 * @param loadMultiplier what its load is multiplied with
 * @param capacity attendees that it can serve, from its own description or else its cluster's; none if unknown
 * @param tag what creates may steer to, or empty
 * @param maintenance whether it is kept out of the choice for new meetings
 */
public record PoolNode(
        UUID id,
        String slug,
        String host,
        NodeEndpoint endpoint,
        ClusterFactors cluster,
        double loadMultiplier,
        OptionalInt capacity,
        String tag,
        boolean maintenance) {}
