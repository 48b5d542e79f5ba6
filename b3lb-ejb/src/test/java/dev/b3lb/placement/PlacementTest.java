package dev.b3lb.placement;

import static dev.b3lb.placement.SomeCandidates.idle;
import static dev.b3lb.placement.SomeCandidates.loaded;
import static dev.b3lb.placement.SomeCandidates.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.node.NodeHealth;
import dev.b3lb.node.PoolNode;
import dev.b3lb.node.SomeNodes;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlacementTest {

    private final Placement placement = new Placement(new Random(7));

    @Test
    void the_lowest_load_wins() {
        assertThat(chosen(loaded("a", 20), loaded("b", 10), loaded("c", 30))).isEqualTo("b");
    }

    @Test
    void the_load_of_the_choice_is_told() {
        Choice choice = placement.choose(List.of(loaded("a", 20), loaded("b", 10)), ServerTag.ANY);
        assertThat(choice).isInstanceOfSatisfying(Choice.Chosen.class, chosen -> assertThat(chosen.load())
                .isEqualTo(10));
    }

    @Test
    void what_was_placed_since_the_poll_counts_like_what_the_poll_counted() {
        Candidate fresh =
                new Candidate(SomeNodes.node("a"), NodeHealth.ACTIVE, 0, 0, OptionalInt.empty(), 1, 16, false);
        assertThat(fresh.load()).isEqualTo(30 + 16);
        assertThat(chosen(fresh, loaded("b", 45))).isEqualTo("b");
        assertThat(chosen(fresh, loaded("b", 47))).isEqualTo("a");
    }

    @Test
    void a_weak_node_gets_less() {
        PoolNode weak = SomeNodes.node("weak", SomeNodes.CLUSTER, 3, "", false);
        assertThat(chosen(with(weak, NodeHealth.ACTIVE, 10, false), loaded("strong", 29)))
                .isEqualTo("strong");
    }

    @Test
    void equal_loads_are_drawn_over_all_of_them() {
        List<Candidate> equal = List.of(idle("a"), idle("b"), idle("c"), idle("d"));
        Set<String> drawn = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            drawn.add(slug(placement.choose(equal, ServerTag.ANY)));
        }
        assertThat(drawn).containsExactlyInAnyOrder("a", "b", "c", "d");
    }

    @ParameterizedTest
    @EnumSource(value = NodeHealth.class, names = "ACTIVE", mode = EnumSource.Mode.EXCLUDE)
    void only_active_nodes_are_chosen(NodeHealth health) {
        Candidate unwell = with(SomeNodes.node("a"), health, 0, false);
        assertThat(chosen(unwell, loaded("b", 1000))).isEqualTo("b");
        assertThat(placement.choose(List.of(unwell), ServerTag.ANY)).isInstanceOf(Choice.NoNode.class);
    }

    @Test
    void a_node_in_maintenance_is_never_chosen() {
        Candidate shut = idle(SomeNodes.inMaintenance("a"));
        assertThat(chosen(shut, loaded("b", 1000))).isEqualTo("b");
        assertThat(placement.choose(List.of(shut), ServerTag.ANY)).isInstanceOf(Choice.NoNode.class);
    }

    @Test
    void a_node_that_runs_a_meeting_of_that_id_for_somebody_else_is_never_chosen() {
        Candidate taken = with(SomeNodes.node("a"), NodeHealth.ACTIVE, 0, true);
        assertThat(chosen(taken, loaded("b", 1000))).isEqualTo("b");
        assertThat(placement.choose(List.of(taken), ServerTag.ANY)).isInstanceOf(Choice.NoNode.class);
    }

    @Test
    void without_candidates_there_is_no_node() {
        assertThat(placement.choose(List.of(), ServerTag.ANY)).isInstanceOf(Choice.NoNode.class);
    }

    @Test
    void nodes_with_an_insisted_tag_that_may_not_be_chosen_count_as_none() {
        Candidate unwell = with(SomeNodes.tagged("a", "big"), NodeHealth.SUSPECT, 0, false);
        assertThat(placement.choose(List.of(unwell, idle("b")), ServerTag.parse("big!")))
                .isInstanceOf(Choice.NoTaggedNode.class);
    }

    @Test
    void a_preferred_tag_goes_before_a_low_load() {
        Candidate tagged = with(SomeNodes.tagged("a", "big"), NodeHealth.ACTIVE, 500, false);
        assertThat(slug(placement.choose(List.of(tagged, idle("b")), ServerTag.parse("big"))))
                .isEqualTo("a");
    }

    @Property
    void whatever_the_loads_are_one_of_the_least_loaded_is_chosen(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 1_000_000) Integer> attendees,
            @ForAll @IntRange(min = 1, max = 1_000) int multiplier) {
        List<Candidate> candidates = IntStream.range(0, attendees.size())
                .mapToObj(i -> with(
                        SomeNodes.node("n" + i, SomeNodes.CLUSTER, multiplier / 7.0, "", false),
                        NodeHealth.ACTIVE,
                        attendees.get(i),
                        false))
                .toList();
        int least = attendees.stream().mapToInt(Integer::intValue).min().orElseThrow();
        int number = Integer.parseInt(
                slug(placement.choose(candidates, ServerTag.ANY)).substring(1));
        assertThat(attendees.get(number)).isEqualTo(least);
    }

    private String chosen(Candidate... candidates) {
        return slug(placement.choose(List.of(candidates), ServerTag.ANY));
    }

    private static String slug(Choice choice) {
        return ((Choice.Chosen) choice).node().slug();
    }
}
