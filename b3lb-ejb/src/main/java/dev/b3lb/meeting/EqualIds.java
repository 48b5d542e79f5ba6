package dev.b3lb.meeting;

import dev.b3lb.placement.Candidate;
import dev.b3lb.placement.Standing;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Keeps nodes free for other tenants' rooms of an id. Two rooms of one id never stand on one node, so a tenant with many
 * sub ids could otherwise have one on every node, and nobody else could use the id. The first room of an id of a tenant
 * is placed like any other. A further one, of another of its sub ids, takes a node only if a quarter of the nodes that
 * another tenant may use stays without a room of that id, and one at least, whoever has the rooms.
 */
final class EqualIds {

    private static final int SHARE = 4;

    private EqualIds() {}

    /**
     * The candidates that a further room may have.
     *
     * @param candidates all nodes of the tenant
     * @param others the clusters of each group that another tenant uses
     */
    static List<Candidate> open(List<Candidate> candidates, Collection<Set<UUID>> others) {
        Set<UUID> kept = new HashSet<>();
        others.stream().filter(clusters -> isScarce(candidates, clusters)).forEach(kept::addAll);
        return candidates.stream()
                .filter(candidate -> !kept.contains(cluster(candidate)))
                .toList();
    }

    /** Whether these clusters could not spare one more node. */
    private static boolean isScarce(List<Candidate> candidates, Set<UUID> clusters) {
        List<Candidate> nodes = inQuestion(candidates.stream()
                .filter(candidate -> clusters.contains(cluster(candidate)))
                .toList());
        long free = nodes.stream().filter(node -> !node.taken()).count();
        int toKeep = Math.max(1, (nodes.size() + SHARE - 1) / SHARE);
        return free - 1 < toKeep;
    }

    /** As for a choice: doubtful nodes count only where there are no others. */
    private static List<Candidate> inQuestion(List<Candidate> candidates) {
        List<Candidate> ready = standing(candidates, Standing.READY);
        return ready.isEmpty() ? standing(candidates, Standing.DOUBTFUL) : ready;
    }

    private static List<Candidate> standing(List<Candidate> candidates, Standing standing) {
        return candidates.stream()
                .filter(candidate ->
                        candidate.standing() == standing && !candidate.node().maintenance())
                .toList();
    }

    private static UUID cluster(Candidate candidate) {
        return candidate.node().cluster().id();
    }
}
