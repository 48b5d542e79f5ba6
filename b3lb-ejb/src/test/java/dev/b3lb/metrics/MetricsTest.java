package dev.b3lb.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.callback.SomeCallbacks;
import dev.b3lb.change.SomeSignals;
import dev.b3lb.configuration.FixedConfigurations;
import dev.b3lb.meeting.OpenMeetings;
import dev.b3lb.meeting.Presence;
import dev.b3lb.meeting.SomeMeetings;
import dev.b3lb.meter.SomeMeters;
import dev.b3lb.node.NodeHealth;
import dev.b3lb.node.NodeStates;
import dev.b3lb.node.PoolNode;
import dev.b3lb.node.SomeNodes;
import dev.b3lb.server.DatabaseContact;
import dev.b3lb.server.ServerStatus;
import dev.b3lb.settings.SomeSettings;
import dev.b3lb.tally.Tallies;
import dev.b3lb.tally.Tally;
import dev.b3lb.tally.TallyKey;
import dev.b3lb.tally.TallyStore;
import dev.b3lb.tenant.Account;
import dev.b3lb.tenant.Limits;
import dev.b3lb.tenant.SomeAccounts;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private static final String ACME = "{secret=\"ACME\"}";
    private static final String ACME_5 = "{secret=\"ACME-005\"}";

    private final PoolNode node = SomeNodes.node("a");
    private final Account zero = SomeAccounts.limited("ACME", 0, Limits.NONE, new Limits(10, 0));
    private final Account five = SomeAccounts.limited("ACME", 5, new Limits(20, 300), new Limits(10, 0));
    private final Account other = SomeAccounts.account("OTHER", 7);
    private final FixedConfigurations configurations =
            new FixedConfigurations().with(zero, five, other).with(node);
    private final OpenMeetings meetings = new OpenMeetings();
    private final NodeStates states = new NodeStates();
    private final Tallies tallies = new Tallies();
    private final AtomicLong clock = new AtomicLong();
    private final DatabaseContact database = new DatabaseContact(clock::get);
    private final Metrics metrics = new Metrics(
            configurations,
            new RunningMeetings(meetings, states, SomeSettings.with()),
            new SecretRows(tallies, database),
            new PoolFamilies(states, SomeNodes.pollAge(states), SomeCallbacks.nobodyLooked(), SomeSettings.with()),
            new ServerFamilies(new ServerStatus(), database, SomeSignals.withoutRedis()),
            SomeMeters.meters());

    @BeforeEach
    void readSums() {
        database.answered(database.begin());
    }

    private void count(Account account, int subId, Tally tally) {
        tallies.put(List.of(new TallyStore.Stored(new TallyKey(account.tenantId(), subId), tally)));
    }

    private void meeting(Account account, String id, Presence presence) {
        meetings.put(SomeMeetings.with(presence, SomeMeetings.open(account, node, id)));
    }

    private static Presence people(int attendees, boolean breakout) {
        return new Presence(attendees, 4, 3, 2, 1, "", "", breakout);
    }

    private static List<String> lines(MetricSnapshots families) {
        return Lines.of(families);
    }

    @Test
    void what_goes_on_is_told_by_secret_also_of_those_without_meetings() {
        meeting(five, "one", people(10, false));
        meeting(five, "two", people(5, false));

        assertThat(lines(metrics.global()))
                .contains(
                        "b3lb_attendees" + ACME_5 + " 15",
                        "b3lb_listeners" + ACME_5 + " 8",
                        "b3lb_voices" + ACME_5 + " 6",
                        "b3lb_videos" + ACME_5 + " 4",
                        "b3lb_meetings" + ACME_5 + " 2",
                        "b3lb_attendees" + ACME + " 0",
                        "b3lb_meetings{secret=\"OTHER-007\"} 0");
    }

    @Test
    void people_in_breakout_rooms_are_in_one_meeting_only() {
        meeting(five, "main", people(10, false));
        meeting(five, "room", people(6, true));

        assertThat(lines(metrics.global()))
                .contains(
                        "b3lb_attendees" + ACME_5 + " 10",
                        "b3lb_meetings" + ACME_5 + " 2",
                        "b3lb_videos" + ACME_5 + " 4");
    }

    @Test
    void meetings_of_a_node_that_has_been_down_for_long_count_no_more_as_they_do_for_limits() {
        meeting(five, "one", people(10, false));
        states.put(List.of(SomeNodes.state(node, NodeHealth.DOWN, Duration.ofSeconds(60))));
        assertThat(lines(metrics.global())).contains("b3lb_attendees" + ACME_5 + " 10");

        states.put(List.of(SomeNodes.state(node, NodeHealth.DOWN, Duration.ofSeconds(120))));
        assertThat(lines(metrics.global())).contains("b3lb_attendees" + ACME_5 + " 0", "b3lb_meetings" + ACME_5 + " 0");
    }

    @Test
    void sums_are_told_from_nothing_on() {
        count(five, 5, new Tally(100, 20, 10, 6_000, 3, 2));

        assertThat(lines(metrics.global()))
                .contains(
                        "b3lb_attendees_joined_total" + ACME_5 + " 100",
                        "b3lb_meetings_created_total" + ACME_5 + " 20",
                        "b3lb_meeting_duration_seconds_count" + ACME_5 + " 10",
                        "b3lb_meeting_duration_seconds_sum" + ACME_5 + " 6000",
                        "b3lb_meeting_limit_hits_total" + ACME_5 + " 3",
                        "b3lb_attendee_limit_hits_total" + ACME_5 + " 2",
                        "b3lb_attendees_joined_total" + ACME + " 0");
    }

    @Test
    void sums_that_may_be_old_are_left_out_and_all_else_is_told() {
        count(five, 5, new Tally(100, 20, 10, 6_000, 3, 2));
        clock.addAndGet(Duration.ofSeconds(5).toNanos());

        assertThat(lines(metrics.global()))
                .noneMatch(line -> line.contains("_total{secret") || line.contains("duration_seconds_count{secret"))
                .contains(
                        "b3lb_meetings" + ACME_5 + " 0",
                        "b3lb_database_up{server=\"\"} 0",
                        "b3lb_counters_age_seconds{server=\"\"} 5");
    }

    @Test
    void the_limit_that_is_met_first_is_told_if_there_is_any() {
        assertThat(lines(metrics.global()))
                .contains(
                        "b3lb_meeting_limit" + ACME + " 10",
                        "b3lb_meeting_limit" + ACME_5 + " 10",
                        "b3lb_attendee_limit" + ACME_5 + " 300",
                        "b3lb_secret_meeting_limit" + ACME_5 + " 20",
                        "b3lb_secret_attendee_limit" + ACME + " 0",
                        "b3lb_tenant_meeting_limit" + ACME + " 10",
                        "b3lb_tenant_attendee_limit" + ACME + " 0")
                .noneMatch(line -> line.startsWith("b3lb_attendee_limit" + ACME))
                .noneMatch(line -> line.startsWith("b3lb_tenant_meeting_limit" + ACME_5));
    }

    @Test
    void what_belongs_to_a_tenant_is_told_without_a_secret_of_sub_id_0_too() {
        count(other, 0, new Tally(0, 0, 0, 0, 4, 0));

        assertThat(lines(metrics.global()))
                .contains(
                        "b3lb_meeting_limit_hits_total{secret=\"OTHER\"} 4",
                        "b3lb_tenant_meeting_limit{secret=\"OTHER\"} 0")
                .noneMatch(line -> line.startsWith("b3lb_meetings{secret=\"OTHER\"}"));
    }

    @Test
    void a_tenant_is_told_of_its_own_secrets_together_and_of_nothing_else() {
        meeting(zero, "one", people(10, false));
        meeting(five, "two", people(5, false));
        meeting(other, "three", people(90, false));
        count(zero, 0, new Tally(1, 1, 0, 0, 0, 0));
        count(five, 5, new Tally(2, 1, 0, 0, 0, 0));
        count(zero, 9, new Tally(4, 0, 0, 0, 0, 0)); // a secret that was removed
        count(other, 7, new Tally(90, 0, 0, 0, 0, 0));

        assertThat(lines(metrics.ofTenant(zero.tenantId())))
                .contains(
                        "b3lb_attendees 15",
                        "b3lb_meetings 2",
                        "b3lb_attendees_joined_total 7",
                        "b3lb_meeting_limit 10",
                        "b3lb_tenant_meeting_limit 10")
                .noneMatch(line -> line.contains("{"))
                .noneMatch(line -> line.startsWith("b3lb_secret_"));
    }

    @Test
    void one_secret_can_be_told_of_alone() {
        meeting(zero, "one", people(10, false));
        meeting(five, "two", people(5, false));
        count(five, 5, new Tally(2, 1, 0, 0, 0, 0));

        assertThat(lines(metrics.ofSecret(five)))
                .contains("b3lb_attendees 5", "b3lb_attendees_joined_total 2", "b3lb_secret_meeting_limit 20")
                .noneMatch(line -> line.contains("{"));
    }

    @Test
    void nodes_are_told_with_their_state() {
        states.put(List.of(SomeNodes.state(node, NodeHealth.SUSPECT, Duration.ZERO)));
        String labels = "{cluster=\"" + node.cluster().name() + "\",node=\"a\"";

        assertThat(lines(metrics.global()))
                .contains(
                        "b3lb_node_load" + labels + "} -1",
                        "b3lb_node_up" + labels + "} 1",
                        "b3lb_node_maintenance" + labels + "} 0",
                        "b3lb_node_capacity" + labels + "} 300",
                        "b3lb_node_state" + labels + ",state=\"suspect\"} 1",
                        "b3lb_node_state" + labels + ",state=\"active\"} 0")
                .noneMatch(line -> line.startsWith("b3lb_node_cpu") || line.startsWith("b3lb_node_info"));
    }

    @Test
    void without_redis_nothing_is_said_of_it() {
        assertThat(lines(metrics.global()))
                .contains("b3lb_database_up{server=\"\"} 1", "b3lb_health_frozen 0")
                .noneMatch(line -> line.startsWith("b3lb_redis_up"));
    }
}
