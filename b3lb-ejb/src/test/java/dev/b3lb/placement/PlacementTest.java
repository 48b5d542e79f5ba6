package dev.b3lb.placement;

import static dev.b3lb.placement.SomeCandidates.idle;
import static dev.b3lb.placement.SomeCandidates.loaded;
import static dev.b3lb.placement.SomeCandidates.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.node.ClusterFactors;
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

class PlacementTest {

    private static final ClusterFactors WITHOUT_CPU = SomeNodes.cluster(1, 30, 0, 5000);

    private final Placement placement = new Placement(new Random(7));

    @Test
    void the_lowest_load_wins() {
        assertThat(chosen(loaded("a", 30), loaded("b", 10), loaded("c", 50))).isEqualTo("b");
    }

    @Test
    void the_load_with_the_meeting_is_told() {
        Choice choice = placement.choose(List.of(people("a", 20), people("b", 10)), ServerTag.ANY, 16);
        assertThat(choice).isInstanceOfSatisfying(Choice.Chosen.class, chosen -> assertThat(chosen.load())
                .isEqualTo(10 + 16 + 30));
    }

    @Test
    void what_was_placed_since_the_poll_counts_like_what_the_poll_counted() {
        Candidate fresh = new Candidate(
                withoutCpu("a"), Standing.READY, 1, Experience.NONE, 0, 0, OptionalInt.empty(), 1, 16, false);
        assertThat(chosen(fresh, people("b", 36))).isEqualTo("b");
        assertThat(chosen(fresh, people("b", 56))).isEqualTo("a");
    }

    @Test
    void a_weak_node_gets_less() {
        PoolNode weak = SomeNodes.node("weak", SomeNodes.CLUSTER, 3, "", false);
        assertThat(chosen(with(weak, Standing.READY, 10, false), loaded("strong", 20)))
                .isEqualTo("strong");
    }

    @Test
    void equal_loads_are_drawn_over_all_of_them() {
        List<Candidate> equal = List.of(idle("a"), idle("b"), idle("c"), idle("d"));
        Set<String> drawn = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            drawn.add(slug(placement.choose(equal, ServerTag.ANY, 16)));
        }
        assertThat(drawn).containsExactlyInAnyOrder("a", "b", "c", "d");
    }

    @Test
    void a_node_that_is_not_well_is_never_chosen() {
        Candidate unwell = with(SomeNodes.node("a"), Standing.OUT, 0, false);
        assertThat(chosen(unwell, loaded("b", 1000))).isEqualTo("b");
        assertThat(placement.choose(List.of(unwell), ServerTag.ANY, 16)).isInstanceOf(Choice.NoNode.class);
    }

    @Test
    void a_node_in_maintenance_is_never_chosen() {
        Candidate shut = idle(SomeNodes.inMaintenance("a"));
        assertThat(chosen(shut, loaded("b", 1000))).isEqualTo("b");
        assertThat(placement.choose(List.of(shut), ServerTag.ANY, 16)).isInstanceOf(Choice.NoNode.class);
    }

    @Test
    void a_node_that_runs_a_meeting_of_that_id_for_somebody_else_is_never_chosen() {
        Candidate taken = with(SomeNodes.node("a"), Standing.READY, 0, true);
        assertThat(chosen(taken, loaded("b", 1000))).isEqualTo("b");
        assertThat(placement.choose(List.of(taken), ServerTag.ANY, 16)).isInstanceOf(Choice.NoNode.class);
    }

    @Test
    void without_candidates_there_is_no_node() {
        assertThat(placement.choose(List.of(), ServerTag.ANY, 16)).isInstanceOf(Choice.NoNode.class);
    }

    @Test
    void nodes_with_an_insisted_tag_that_may_not_be_chosen_count_as_none() {
        Candidate unwell = with(SomeNodes.tagged("a", "big"), Standing.OUT, 0, false);
        assertThat(placement.choose(List.of(unwell, idle("b")), ServerTag.parse("big!"), 16))
                .isInstanceOf(Choice.NoTaggedNode.class);
    }

    @Test
    void a_preferred_tag_goes_before_a_low_load() {
        Candidate tagged = with(SomeNodes.tagged("a", "big"), Standing.READY, 500, false);
        assertThat(slug(placement.choose(List.of(tagged, idle("b")), ServerTag.parse("big"), 16)))
                .isEqualTo("a");
    }

    @Test
    void a_doubtful_node_is_taken_only_when_no_other_is_ready() {
        Candidate doubtful = with(SomeNodes.node("a"), Standing.DOUBTFUL, 0, false);
        assertThat(chosen(doubtful, loaded("b", 1000))).isEqualTo("b");
        assertThat(chosen(doubtful, with(SomeNodes.node("b"), Standing.OUT, 0, false)))
                .isEqualTo("a");
    }

    @Test
    void who_insists_on_a_tag_gets_a_doubtful_node_rather_than_none() {
        Candidate doubtful = with(SomeNodes.tagged("a", "big"), Standing.DOUBTFUL, 0, false);
        assertThat(slug(placement.choose(List.of(doubtful, idle("b")), ServerTag.parse("big!"), 16)))
                .isEqualTo("a");
        assertThat(slug(placement.choose(List.of(doubtful, idle("b")), ServerTag.parse("big"), 16)))
                .isEqualTo("b");
    }

    @Test
    void a_full_node_is_taken_only_when_all_are_and_that_is_told() {
        PoolNode small = SomeNodes.ofCapacity("small", 50);
        PoolNode large = SomeNodes.ofCapacity("large", 1000);
        Choice roomy = placement.choose(
                List.of(with(small, Standing.READY, 40, false), with(large, Standing.READY, 980, false)),
                ServerTag.ANY,
                16);
        assertThat(slug(roomy)).isEqualTo("large");
        assertThat(((Choice.Chosen) roomy).hot()).isFalse();
        Choice full = placement.choose(List.of(with(small, Standing.READY, 40, false)), ServerTag.ANY, 16);
        assertThat(slug(full)).isEqualTo("small");
        assertThat(((Choice.Chosen) full).hot()).isTrue();
    }

    @Test
    void a_node_that_has_come_back_gets_little_at_first() {
        Candidate back = new Candidate(
                withoutCpu("back"), Standing.READY, 0.1, Experience.NONE, 0, 0, OptionalInt.empty(), 0, 0, false);
        assertThat(chosen(back, people("b", 300))).isEqualTo("b");
        assertThat(chosen(back, people("b", 500))).isEqualTo("back");
    }

    @Property
    void whatever_the_loads_are_the_chosen_one_is_less_than_half_a_meeting_above_the_least(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 1_000_000) Integer> attendees,
            @ForAll @IntRange(min = 1, max = 1_000) int multiplier) {
        List<Candidate> candidates = IntStream.range(0, attendees.size())
                .mapToObj(i -> with(
                        SomeNodes.node("n" + i, SomeNodes.CLUSTER, multiplier / 7.0, "", false),
                        Standing.READY,
                        attendees.get(i),
                        false))
                .toList();
        int least = attendees.stream().mapToInt(Integer::intValue).min().orElseThrow();
        int number = Integer.parseInt(
                slug(placement.choose(candidates, ServerTag.ANY, 16)).substring(1));
        assertThat(attendees.get(number)).isLessThan(least + (30 + 16) / 2);
    }

    @Test
    void a_node_that_tells_no_cpu_counts_as_using_what_its_attendees_need() {
        Candidate telling = new Candidate(
                SomeNodes.node("a"), Standing.READY, 1, Experience.NONE, 100, 0, OptionalInt.of(3_400), 0, 0, false);
        assertThat(chosen(telling, loaded("silent", 140))).isEqualTo("a");
        assertThat(chosen(telling, loaded("silent", 60))).isEqualTo("silent");
    }

    @Test
    void a_node_without_a_capacity_gets_more_when_it_has_shown_that_it_is_strong() {
        Experience strong = new Experience(100_000, 100);
        Candidate shown = new Candidate(
                SomeNodes.node("shown"), Standing.READY, 1, strong, 200, 2, OptionalInt.of(2_000), 0, 0, false);
        assertThat(chosen(shown, loaded("unknown", 150))).isEqualTo("shown");
    }

    @Test
    void where_the_cpu_is_switched_off_it_does_not_tell_how_strong_a_node_is() {
        Experience strong = new Experience(100_000, 100);
        Candidate shown = new Candidate(
                withoutCpu("shown"), Standing.READY, 1, strong, 200, 0, OptionalInt.of(2_000), 0, 0, false);
        assertThat(chosen(shown, people("unknown", 150))).isEqualTo("unknown");
    }

    private static PoolNode withoutCpu(String slug) {
        return SomeNodes.node(slug, WITHOUT_CPU, 1, "", false);
    }

    /** A node of which only the attendees count. */
    private static Candidate people(String slug, int attendees) {
        return with(withoutCpu(slug), Standing.READY, attendees, false);
    }

    private String chosen(Candidate... candidates) {
        return slug(placement.choose(List.of(candidates), ServerTag.ANY, 16));
    }

    private static String slug(Choice choice) {
        return ((Choice.Chosen) choice).node().slug();
    }
}
