package dev.b3lb.node;

import dev.b3lb.bbb.ChecksumAlgorithm;
import dev.b3lb.bbb.NodeEndpoint;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** Nodes and what is known of them, for tests. */
public final class SomeNodes {

    public static final ClusterFactors CLUSTER = cluster(1, 30, 6, 5000);

    private SomeNodes() {}

    /** Factors of a cluster. */
    public static ClusterFactors cluster(double attendeeFactor, double meetingFactor, int cpuOrder, int cpuMax) {
        return new ClusterFactors(
                id("main"), "main", 0, attendeeFactor, meetingFactor, cpuOrder, cpuMax, ChecksumAlgorithm.SHA256);
    }

    /** A node of a name, always with the same id. */
    public static PoolNode node(String slug) {
        return node(slug, CLUSTER, 1, "", false);
    }

    /** A node with a tag. */
    public static PoolNode tagged(String slug, String tag) {
        return node(slug, CLUSTER, 1, tag, false);
    }

    /** A node that is kept out of the choice. */
    public static PoolNode inMaintenance(String slug) {
        return node(slug, CLUSTER, 1, "", true);
    }

    /** A node as it is wanted. */
    public static PoolNode node(
            String slug, ClusterFactors cluster, double multiplier, String tag, boolean maintenance) {
        return node(slug, cluster, multiplier, OptionalInt.empty(), tag, maintenance);
    }

    /** A node that can serve so many attendees. */
    public static PoolNode ofCapacity(String slug, int capacity) {
        return node(slug, CLUSTER, 1, OptionalInt.of(capacity), "", false);
    }

    private static PoolNode node(
            String slug,
            ClusterFactors cluster,
            double multiplier,
            OptionalInt capacity,
            String tag,
            boolean maintenance) {
        String root = "https://" + slug + ".example";
        NodeEndpoint endpoint = new NodeEndpoint(
                URI.create(root + "/bigbluebutton/api/"),
                URI.create(root + "/b3lb/load"),
                "secret of " + slug,
                ChecksumAlgorithm.SHA256);
        return new PoolNode(
                id(slug), slug, slug + ".example", endpoint, cluster, multiplier, capacity, tag, maintenance);
    }

    /** What polling knows of a node. */
    public static NodeState state(PoolNode node, NodeHealth health, Duration healthAge) {
        return state(node, health, healthAge, Duration.ZERO, System.nanoTime());
    }

    /** The same of a node whose last poll was so long ago when it was read. */
    static NodeState polled(PoolNode node, Duration pollAge, long readAt) {
        return state(node, NodeHealth.ACTIVE, Duration.ZERO, pollAge, readAt);
    }

    private static NodeState state(
            PoolNode node, NodeHealth health, Duration healthAge, Duration pollAge, long readAt) {
        return new NodeState(
                node.id(),
                health,
                healthAge,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                Optional.empty(),
                Duration.ZERO,
                Optional.empty(),
                pollAge,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                readAt);
    }

    /** How old the polls of some nodes are. */
    public static PollAge pollAge(NodeStates states) {
        return new PollAge(states);
    }

    /** An id that belongs to a name. */
    public static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
