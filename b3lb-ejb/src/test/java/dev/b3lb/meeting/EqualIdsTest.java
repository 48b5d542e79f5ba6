package dev.b3lb.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.bbb.ChecksumAlgorithm;
import dev.b3lb.node.ClusterFactors;
import dev.b3lb.node.PoolNode;
import dev.b3lb.node.SomeNodes;
import dev.b3lb.placement.Candidate;
import dev.b3lb.placement.Experience;
import dev.b3lb.placement.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EqualIdsTest {

    private static final ClusterFactors HERE = cluster("here");
    private static final ClusterFactors THERE = cluster("there");
    private static final List<Set<UUID>> SHARED = List.of(Set.of(HERE.id()));

    /** A quarter of the nodes stays free, rounded up. */
    @ParameterizedTest
    @CsvSource({
        "1, 0, false",
        "2, 1, false",
        "3, 1, true",
        "3, 2, false",
        "4, 2, true",
        "4, 3, false",
        "5, 2, true",
        "5, 3, false",
        "8, 5, true",
        "8, 6, false",
        "100, 74, true",
        "100, 75, false",
    })
    void a_further_room_is_placed_while_enough_nodes_stay_free(int nodes, int taken, boolean placed) {
        List<Candidate> open = EqualIds.open(nodes(HERE, nodes, taken), SHARED);

        assertThat(open).hasSize(placed ? nodes : 0);
    }

    @Property
    void others_always_find_a_node_however_many_rooms_a_tenant_tries_to_make(
            @ForAll @IntRange(min = 2, max = 40) int here,
            @ForAll @IntRange(max = 10) int there,
            @ForAll @IntRange(max = 50) int rooms) {
        List<Candidate> candidates = new ArrayList<>(nodes(HERE, here, 1));
        candidates.addAll(nodes(THERE, there, 0));
        List<Set<UUID>> others = List.of(Set.of(HERE.id()), Set.of(HERE.id(), THERE.id()));
        for (int i = 0; i < rooms; i++) {
            EqualIds.open(candidates, others).stream()
                    .filter(candidate -> !candidate.taken())
                    .findFirst()
                    .ifPresent(chosen -> candidates.set(candidates.indexOf(chosen), with(chosen.node(), true)));
        }

        long free = candidates.stream()
                .filter(candidate -> candidate.node().cluster() == HERE && !candidate.taken())
                .count();
        assertThat(free).isGreaterThanOrEqualTo(Math.min(here - 1, Math.max(1, (here + 3) / 4)));
    }

    @Test
    void nodes_that_nobody_else_may_use_are_not_kept() {
        List<Candidate> mixed = new ArrayList<>(nodes(HERE, 1, 0));
        mixed.addAll(nodes(THERE, 2, 1));

        assertThat(EqualIds.open(mixed, List.of())).isEqualTo(mixed);
        assertThat(EqualIds.open(mixed, SHARED))
                .extracting(candidate -> candidate.node().cluster())
                .containsExactly(THERE, THERE);
    }

    @Test
    void clusters_of_one_group_are_counted_together() {
        List<Candidate> single = new ArrayList<>();
        List<ClusterFactors> clusters = List.of(cluster("a"), cluster("b"), cluster("c"), cluster("d"));
        clusters.forEach(cluster -> single.addAll(nodes(cluster, 1, 0)));
        Set<UUID> all = Set.of(
                clusters.get(0).id(),
                clusters.get(1).id(),
                clusters.get(2).id(),
                clusters.get(3).id());

        assertThat(EqualIds.open(single, List.of(all))).hasSize(4);
        assertThat(EqualIds.open(single, List.of(all, Set.of(clusters.get(0).id()))))
                .hasSize(3);
    }

    @Test
    void nodes_that_nothing_may_be_placed_on_are_no_help_to_others() {
        List<Candidate> candidates = new ArrayList<>(nodes(HERE, 2, 1));
        candidates.add(with(SomeNodes.node("m", HERE, 1, "", true), Standing.READY, false));
        candidates.add(with(node(HERE, 7), Standing.OUT, false));
        candidates.add(with(node(HERE, 8), Standing.DOUBTFUL, false));

        assertThat(EqualIds.open(candidates, SHARED)).isEmpty();
        candidates.add(with(node(HERE, 9), Standing.READY, false));
        assertThat(EqualIds.open(candidates, SHARED)).hasSize(candidates.size());
    }

    @Test
    void doubtful_nodes_count_where_there_are_no_others() {
        List<Candidate> candidates = List.of(
                with(node(HERE, 1), Standing.DOUBTFUL, true),
                with(node(HERE, 2), Standing.DOUBTFUL, false),
                with(node(HERE, 3), Standing.DOUBTFUL, false));

        assertThat(EqualIds.open(candidates, SHARED)).hasSize(3);
    }

    private static ClusterFactors cluster(String name) {
        return new ClusterFactors(SomeNodes.id(name), name, 0, 1, 30, 6, 5000, ChecksumAlgorithm.SHA256);
    }

    private static PoolNode node(ClusterFactors cluster, int number) {
        return SomeNodes.node(cluster.name() + number, cluster, 1, "", false);
    }

    private static List<Candidate> nodes(ClusterFactors cluster, int count, int taken) {
        List<Candidate> nodes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            nodes.add(with(node(cluster, i), i < taken));
        }
        return nodes;
    }

    private static Candidate with(PoolNode node, boolean taken) {
        return with(node, Standing.READY, taken);
    }

    private static Candidate with(PoolNode node, Standing standing, boolean taken) {
        return new Candidate(node, standing, 1, Experience.NONE, 0, 0, OptionalInt.empty(), 0, 0, taken);
    }
}
