package dev.b3lb.polling;

import static dev.b3lb.node.NodeHealth.ACTIVE;
import static dev.b3lb.node.NodeHealth.DOWN;
import static dev.b3lb.node.NodeHealth.NEW;
import static dev.b3lb.node.NodeHealth.SUSPECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.b3lb.bbb.ListedMeeting;
import dev.b3lb.bbb.MeetingList;
import dev.b3lb.bbb.MeetingText;
import dev.b3lb.bbb.UnreadableMeeting;
import dev.b3lb.node.NodeHealth;
import dev.b3lb.placement.Experience;
import dev.b3lb.settings.Settings;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.ScratchSchema;
import dev.b3lb.testbed.Testbed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** When a node changes its health, as PostgreSQL decides it. */
@OnTestbed
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PolledStateIT {

    private static final PollResult.Good GOOD =
            new PollResult.Good(OptionalInt.empty(), Optional.empty(), new MeetingList(List.of(), List.of()));
    private static final PollResult.Bad BAD = new PollResult.Bad(OptionalInt.empty(), "no connection", false);
    private static final PollResult.Bad TOO_LARGE =
            new PollResult.Bad(OptionalInt.empty(), "the answer is too large", true);

    private final ScratchSchema schema;
    private ScratchNodes nodes;

    PolledStateIT(Testbed testbed) {
        schema = ScratchSchema.make(testbed.postgres(), testbed.names());
    }

    @BeforeAll
    void countStatements() {
        schema.jdbi().setSqlLogger(statements);
    }

    @AfterAll
    void dropSchema() {
        schema.close();
    }

    @BeforeEach
    void emptyTables() {
        nodes = new ScratchNodes(schema.jdbi());
    }

    private static final class Count implements SqlLogger {
        private final AtomicInteger count = new AtomicInteger();

        @Override
        public void logBeforeExecution(StatementContext context) {
            count.incrementAndGet();
        }
    }

    private final Count statements = new Count();

    private static PolledState rules(int unhealthyThreshold, int healthyThreshold) {
        Map<String, String> texts = Map.of(
                "B3LB_API_BASE_DOMAIN", "b3lb.example",
                "B3LB_NODE_UNHEALTHY_THRESHOLD", Integer.toString(unhealthyThreshold),
                "B3LB_NODE_HEALTHY_THRESHOLD", Integer.toString(healthyThreshold));
        return new PolledState(Settings.read(name -> Optional.ofNullable(texts.get(name))));
    }

    /** How long each poll took. */
    private static final Duration TOOK = Duration.ofMillis(30);

    private Optional<PolledState.Change> poll(PolledState rules, Claim claim, PollResult result) {
        return schema.jdbi()
                .withHandle(handle -> result instanceof PollResult.Good good
                        ? rules.good(handle, claim, good, TOOK)
                        : rules.bad(handle, claim, (PollResult.Bad) result, TOOK));
    }

    private NodeHealth after(PolledState rules, UUID node, PollResult result) {
        NodeHealth before = nodes.health(node);
        PolledState.Change change = poll(rules, nodes.claim(node), result).orElseThrow();
        assertThat(change.before()).isEqualTo(before);
        assertThat(change.after()).isEqualTo(nodes.health(node));
        return change.after();
    }

    @ParameterizedTest
    @CsvSource({
        "NEW, 1, 1, ACTIVE",
        "ACTIVE, 9, 1, ACTIVE",
        "SUSPECT, 1, 1, ACTIVE",
        "DOWN, 1, 1, ACTIVE",
        "NEW, 1, 2, ACTIVE",
        "ACTIVE, 1, 2, ACTIVE",
        "SUSPECT, 1, 2, ACTIVE",
        "DOWN, 1, 2, DOWN",
        "DOWN, 2, 2, ACTIVE",
        "DOWN, 3, 2, ACTIVE"
    })
    void a_good_poll_makes_a_node_active_but_one_that_was_down_may_need_several(
            NodeHealth before, int goodInARow, int healthyThreshold, NodeHealth expected) {
        UUID node = nodes.add(before);
        nodes.set(node, "good_polls = " + (goodInARow - 1));
        assertThat(after(rules(3, healthyThreshold), node, GOOD)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "NEW, 1, 3, NEW",
        "NEW, 50, 3, NEW",
        "ACTIVE, 1, 3, SUSPECT",
        "ACTIVE, 3, 3, DOWN",
        "SUSPECT, 2, 3, SUSPECT",
        "SUSPECT, 3, 3, DOWN",
        "SUSPECT, 4, 3, DOWN",
        "DOWN, 1, 3, DOWN",
        "DOWN, 4, 3, DOWN",
        "NEW, 1, 1, NEW",
        "ACTIVE, 1, 1, DOWN"
    })
    void bad_polls_make_a_node_suspect_and_then_down(
            NodeHealth before, int badInARow, int unhealthyThreshold, NodeHealth expected) {
        UUID node = nodes.add(before);
        nodes.set(node, "bad_polls = " + (badInARow - 1));
        assertThat(after(rules(unhealthyThreshold, 1), node, BAD)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"NEW, NEW", "ACTIVE, SUSPECT", "SUSPECT, SUSPECT", "DOWN, DOWN"})
    void while_states_are_frozen_no_node_goes_down(NodeHealth before, NodeHealth expected) {
        UUID node = nodes.add(before);
        nodes.set(node, "bad_polls = 50");
        nodes.freeze(10);
        assertThat(after(rules(3, 1), node, BAD)).isEqualTo(expected);
        assertThat(nodes.row(node).get("bad_polls")).isEqualTo(51);
    }

    @ParameterizedTest
    @EnumSource(NodeHealth.class)
    void while_states_are_frozen_a_good_poll_makes_any_node_active(NodeHealth before) {
        UUID node = nodes.add(before);
        nodes.freeze(10);
        assertThat(after(rules(3, 1), node, GOOD)).isEqualTo(ACTIVE);
    }

    @Test
    void a_whole_life_goes_through_every_state() {
        PolledState usual = rules(3, 1);
        UUID node = nodes.add(NEW);
        assertThat(after(usual, node, BAD)).isEqualTo(NEW);
        assertThat(after(usual, node, GOOD)).isEqualTo(ACTIVE);
        assertThat(after(usual, node, BAD)).isEqualTo(SUSPECT);
        assertThat(after(usual, node, BAD)).isEqualTo(SUSPECT);
        assertThat(after(usual, node, BAD)).isEqualTo(DOWN);
        assertThat(after(usual, node, GOOD)).isEqualTo(ACTIVE);
    }

    @ParameterizedTest
    @CsvSource({"NEW, false", "ACTIVE, false", "SUSPECT, false", "DOWN, true"})
    void only_a_node_that_was_down_starts_slowly(NodeHealth before, boolean slowly) {
        UUID node = nodes.add(before);
        after(rules(3, 1), node, GOOD);
        assertThat(nodes.row(node).get("ramp_since") != null).isEqualTo(slowly);
    }

    @Test
    void a_short_doubt_does_not_start_the_slow_start_anew() {
        PolledState usual = rules(3, 1);
        UUID node = nodes.add(DOWN);
        after(usual, node, GOOD);
        Object since = nodes.row(node).get("ramp_since");
        after(usual, node, BAD);
        after(usual, node, GOOD);
        assertThat(nodes.row(node).get("ramp_since")).isEqualTo(since);
    }

    @Test
    void what_is_wrong_and_since_when_is_kept_until_a_good_poll() {
        PolledState usual = rules(3, 1);
        UUID node = nodes.add(ACTIVE);
        after(usual, node, BAD);
        Object since = nodes.row(node).get("error_since");
        after(usual, node, new PollResult.Bad(OptionalInt.of(7), "HTTP status 502", false));
        assertThat(nodes.row(node))
                .containsEntry("error_since", since)
                .containsEntry("last_error", "HTTP status 502")
                .containsEntry("cpu", 7)
                .containsEntry("last_good_at", null);

        after(usual, node, GOOD);

        assertThat(nodes.row(node))
                .containsEntry("error_since", null)
                .containsEntry("last_error", null)
                .containsEntry("cpu", 7)
                .doesNotContainEntry("last_good_at", null);
    }

    @ParameterizedTest
    @CsvSource({"NEW, NEW", "ACTIVE, SUSPECT", "SUSPECT, SUSPECT", "DOWN, SUSPECT"})
    void a_node_that_answers_too_much_is_in_doubt_but_not_gone(NodeHealth before, NodeHealth expected) {
        PolledState usual = rules(3, 1);
        UUID node = nodes.add(before);
        nodes.set(node, "bad_polls = 50, next_poll_at = now() + interval '1 hour'");

        for (int i = 0; i < 5; i++) {
            assertThat(after(usual, node, TOO_LARGE)).isEqualTo(expected);
        }

        assertThat(nodes.row(node))
                .containsEntry("last_error", "the answer is too large")
                .doesNotContainEntry("error_since", null);
        if (expected == SUSPECT) { // it is not gone until three polls in a row say so
            assertThat(after(usual, node, BAD)).isEqualTo(SUSPECT);
            assertThat(after(usual, node, BAD)).isEqualTo(SUSPECT);
            assertThat(after(usual, node, BAD)).isEqualTo(DOWN);
        }
    }

    @Test
    void what_the_last_good_poll_could_not_read_is_kept_and_told_when_it_changes() {
        PolledState usual = rules(3, 1);
        UUID node = nodes.add(ACTIVE);
        UnreadableMeeting odd = new UnreadableMeeting(Set.of("183f-1"), Set.of(), Set.of(), "room", 3);
        PollResult.Good partly =
                new PollResult.Good(OptionalInt.empty(), Optional.empty(), new MeetingList(List.of(), List.of(odd)));

        assertThat(poll(usual, nodes.claim(node), partly).orElseThrow().unreadable())
                .isEmpty();
        assertThat(nodes.row(node))
                .containsEntry("unreadable", "183f-1 (room)")
                .containsEntry("meetings", 1)
                .containsEntry("attendees", 3);
        after(usual, node, BAD);
        assertThat(poll(usual, nodes.claim(node), GOOD).orElseThrow().unreadable())
                .isEqualTo("183f-1 (room)");
        assertThat(nodes.row(node)).containsEntry("unreadable", "");
    }

    @ParameterizedTest
    @CsvSource({"19, 900", "20, 900", "100, 0", "100, 1", "100, 10000", "100,"})
    void what_a_node_shows_is_summed_up_as_the_chooser_understands_it(int attendees, Integer cpu) {
        UUID node = nodes.add(ACTIVE);
        nodes.set(node, "shown_attendees = 1000, shown_cpu = 2.5");
        Experience before = new Experience(1000, 2.5);

        after(rules(3, 1), node, crowded(attendees, cpu == null ? OptionalInt.empty() : OptionalInt.of(cpu)));

        Experience expected = cpu == null ? before : before.with(attendees, cpu / 10_000.0);
        assertThat((Double) nodes.row(node).get("shown_attendees")).isCloseTo(expected.attendees(), within(1e-9));
        assertThat((Double) nodes.row(node).get("shown_cpu")).isCloseTo(expected.cpu(), within(1e-9));
    }

    private static PollResult.Good crowded(int attendees, OptionalInt cpu) {
        ListedMeeting meeting = new ListedMeeting(
                "room",
                "internal",
                "name",
                1,
                "70066",
                attendees,
                0,
                0,
                0,
                0,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                new MeetingText("<meeting>", "</meeting>"));
        return new PollResult.Good(cpu, Optional.empty(), new MeetingList(List.of(meeting), List.of()));
    }

    @Test
    void a_poll_whose_lease_is_over_writes_nothing() {
        UUID node = nodes.add(ACTIVE);
        Claim late = nodes.claim(node);
        nodes.claim(node);
        Map<String, Object> before = nodes.row(node);

        assertThat(poll(rules(3, 1), late, BAD)).isEmpty();
        assertThat(poll(rules(3, 1), late, GOOD)).isEmpty();

        assertThat(nodes.row(node)).isEqualTo(before);
    }

    @Test
    void a_poll_is_written_in_one_statement() {
        for (PollResult result : List.of(GOOD, BAD)) {
            Claim claim = nodes.claim(nodes.add(ACTIVE));
            int before = statements.count.get();
            poll(rules(3, 1), claim, result);
            assertThat(statements.count.get() - before).isEqualTo(1);
        }
    }
}
