package dev.b3lb.polling;

import static dev.b3lb.node.NodeHealth.ACTIVE;
import static dev.b3lb.node.NodeHealth.DOWN;
import static dev.b3lb.node.NodeHealth.NEW;
import static dev.b3lb.node.NodeHealth.SUSPECT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.node.NodeHealth;
import dev.b3lb.settings.Settings;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.ScratchSchema;
import dev.b3lb.testbed.Testbed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** When states are frozen, as PostgreSQL decides it: an interval of 15 s and time-outs of 10 s make a sweep of 25 s. */
@OnTestbed
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HealthFreezeIT {

    private static final int JUST_NOW = 5;
    private static final int BEFORE = 60;

    private final ScratchSchema schema;
    private final HealthFreeze freeze;
    private ScratchNodes nodes;

    HealthFreezeIT(Testbed testbed) {
        schema = ScratchSchema.make(testbed.postgres(), testbed.names());
        Map<String, String> texts = Map.of("B3LB_API_BASE_DOMAIN", "b3lb.example");
        freeze = new HealthFreeze(schema.jdbi(), Settings.read(name -> Optional.ofNullable(texts.get(name))));
    }

    @AfterAll
    void dropSchema() {
        schema.close();
    }

    @BeforeEach
    void emptyTables() {
        nodes = new ScratchNodes(schema.jdbi());
    }

    private void add(int count, NodeHealth health) {
        for (int i = 0; i < count; i++) {
            nodes.add(health);
        }
    }

    private List<UUID> addBad(int count, NodeHealth health, int seconds) {
        List<UUID> added = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            added.add(nodes.addBad(health, seconds));
        }
        return added;
    }

    @Test
    void states_are_frozen_when_more_than_half_of_the_nodes_turn_bad_at_once() {
        add(1, ACTIVE);
        addBad(2, SUSPECT, JUST_NOW);

        assertThat(freeze.judge()).contains(new HealthFreeze.Verdict(true, true, 3, 2, "no connection", 0, List.of()));
        assertThat(nodes.frozen()).isTrue();
        assertThat(freeze.judge()).isEmpty();
    }

    @Test
    void half_of_the_nodes_are_not_enough() {
        add(2, ACTIVE);
        addBad(2, SUSPECT, JUST_NOW);

        assertThat(freeze.judge()).isEmpty();
        assertThat(nodes.frozen()).isFalse();
    }

    @Test
    void of_two_nodes_nothing_can_be_concluded() {
        addBad(2, SUSPECT, JUST_NOW);

        assertThat(freeze.judge()).isEmpty();
    }

    @Test
    void nodes_that_turn_bad_one_after_the_other_are_bad_themselves() {
        add(1, ACTIVE);
        addBad(2, SUSPECT, 30);
        addBad(1, SUSPECT, JUST_NOW);

        assertThat(freeze.judge()).isEmpty();
    }

    @Test
    void nodes_that_went_down_in_the_same_sweep_are_suspect_again_but_not_those_that_were_down_before() {
        List<UUID> now = addBad(3, DOWN, JUST_NOW);
        List<UUID> before = addBad(2, DOWN, BEFORE);

        assertThat(freeze.judge()).hasValueSatisfying(verdict -> {
            assertThat(verdict)
                    .usingRecursiveComparison()
                    .ignoringFields("spared")
                    .isEqualTo(new HealthFreeze.Verdict(true, true, 3, 3, "no connection", 0, List.of()));
            assertThat(verdict.spared())
                    .containsExactlyInAnyOrderElementsOf(
                            now.stream().map(UUID::toString).toList());
        });

        assertThat(now).map(nodes::health).containsOnly(SUSPECT);
        assertThat(before).map(nodes::health).containsOnly(DOWN);
        assertThat(nodes.row(now.get(0)).get("ramp_since")).isNull();
    }

    @Test
    void a_node_that_goes_down_beside_the_judgement_is_taken_back_by_the_next() {
        addBad(3, SUSPECT, JUST_NOW);
        freeze.judge();
        UUID late = nodes.addBad(DOWN, 0);

        assertThat(freeze.judge()).hasValueSatisfying(verdict -> {
            assertThat(verdict.turned()).isFalse();
            assertThat(verdict.frozen()).isTrue();
            assertThat(verdict.spared()).containsExactly(late.toString());
        });
        assertThat(freeze.judge()).isEmpty();

        assertThat(nodes.health(late)).isEqualTo(SUSPECT);
    }

    @Test
    void without_a_freeze_nodes_stay_down() {
        add(3, ACTIVE);
        UUID down = nodes.addBad(DOWN, JUST_NOW);

        freeze.judge();

        assertThat(nodes.health(down)).isEqualTo(DOWN);
    }

    @Test
    void nodes_in_maintenance_and_nodes_that_never_were_well_do_not_count() {
        addBad(2, SUSPECT, JUST_NOW);
        addBad(4, NEW, JUST_NOW);
        addBad(4, SUSPECT, JUST_NOW).forEach(nodes::maintenance);

        assertThat(freeze.judge()).isEmpty();

        add(1, ACTIVE);
        assertThat(freeze.judge()).isPresent();
    }

    @Test
    void it_lasts_while_more_than_half_are_bad_and_ends_with_the_first_judgement_after_that() {
        List<UUID> bad = addBad(3, SUSPECT, 100);
        add(1, ACTIVE);
        nodes.freeze(90);
        assertThat(freeze.judge()).isEmpty();

        nodes.set(bad.get(0), "health = 'ACTIVE', last_error = null, error_since = null");

        assertThat(freeze.judge()).hasValueSatisfying(verdict -> {
            assertThat(verdict)
                    .usingRecursiveComparison()
                    .ignoringFields("lasted")
                    .isEqualTo(new HealthFreeze.Verdict(true, false, 4, 2, "no connection", 0, List.of()));
            assertThat(verdict.lasted()).isBetween(90L, 200L);
        });
        assertThat(nodes.frozen()).isFalse();
        assertThat(bad.subList(1, 3)).map(nodes::health).containsOnly(SUSPECT);
    }

    @Test
    void an_operator_ends_it_by_putting_dead_nodes_into_maintenance() {
        List<UUID> bad = addBad(4, SUSPECT, 100);
        nodes.freeze(90);

        nodes.maintenance(bad.get(0));
        assertThat(freeze.judge()).isEmpty();
        nodes.maintenance(bad.get(1));

        assertThat(freeze.judge()).map(HealthFreeze.Verdict::frozen).contains(false);
    }

    @Test
    void it_ends_when_no_node_is_left() {
        nodes.freeze(90);

        assertThat(freeze.judge()).map(HealthFreeze.Verdict::frozen).contains(false);
    }

    @Test
    void of_servers_that_judge_at_the_same_time_one_gives_the_alarm() throws Exception {
        addBad(3, DOWN, JUST_NOW);
        ExecutorService servers = Executors.newFixedThreadPool(8);
        try {
            List<Future<Optional<HealthFreeze.Verdict>>> judgements = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                judgements.add(servers.submit(freeze::judge));
            }
            int alarms = 0;
            for (Future<Optional<HealthFreeze.Verdict>> judgement : judgements) {
                alarms += judgement.get().isPresent() ? 1 : 0;
            }
            assertThat(alarms).isEqualTo(1);
        } finally {
            servers.shutdownNow();
        }
    }
}
