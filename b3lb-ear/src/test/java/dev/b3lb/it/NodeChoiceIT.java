package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.b3lb.fakenode.Crowd;
import dev.b3lb.fakenode.FakeBbbNode;
import dev.b3lb.fakenode.FakeMeeting;
import dev.b3lb.fakenode.Fault;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Load as operators see it, and which node gets the next meeting. */
@OnTestbed
class NodeChoiceIT {

    private final Testbed testbed;
    private Pool pool;
    private FakeBbbNode one;
    private FakeBbbNode two;

    NodeChoiceIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeEach
    void makePool() {
        pool = testbed.newPool(2);
        one = pool.nodes().get(0);
        two = pool.nodes().get(1);
    }

    @AfterEach
    void closePool() {
        pool.nodes().forEach(node -> node.faults().heal());
        pool.close();
    }

    private double load(FakeBbbNode node) {
        return testbed.operations()
                .call("getloadvalues")
                .get("localhost:" + node.port())
                .get(0)
                .asDouble();
    }

    private int cpu(FakeBbbNode node) {
        return testbed.operations()
                .call("getloadvalues")
                .get("localhost:" + node.port())
                .get(1)
                .asInt();
    }

    private void poll() {
        pool.slugs().forEach(pool::poll);
    }

    @Test
    void the_load_is_that_of_the_formula() {
        one.setLoad(5_000);
        one.meetings().open("first", "First", Map.of()).addAttendees(Crowd.of(7));
        one.meetings().open("second", "Second", Map.of()).addAttendees(Crowd.of(3));
        poll();

        double cpuLoad = 5_000.0 / 6 * (1 / 2.0 + 1 / 4.0 + 1 / 8.0 + 1 / 16.0 + 1 / 32.0 + 1 / 64.0);
        assertThat(load(one)).isCloseTo(10 + 2 * 30 + cpuLoad, within(1e-6));
        assertThat(cpu(one)).isEqualTo(5_000);
        assertThat(load(two)).isZero();
    }

    @Test
    void a_multiplier_counts_for_the_whole_load() {
        one.meetings().open("first", "First", Map.of()).addAttendees(Crowd.of(10));
        testbed.operations().call("setnode", Map.of("slug", pool.slugs().get(0), "load-multiplier", "2.5"));
        poll();

        assertThat(load(one)).isCloseTo(100, within(1e-6));
    }

    @Test
    void who_is_in_a_breakout_room_counts_once() {
        FakeMeeting parent = one.meetings().open("parent", "Parent", Map.of());
        parent.addAttendees(Crowd.of(10));
        one.meetings().openBreakouts(parent, 2).forEach(room -> room.addAttendees(Crowd.of(5)));
        poll();

        assertThat(Reports.of(pool, one).get("users").asInt()).isEqualTo(10);
        assertThat(Reports.of(pool, one).get("largest-meeting").asInt()).isEqualTo(10);
    }

    @Test
    void a_node_that_fails_is_shown_with_minus_one() {
        one.faults().set(Fault.status(500), "getMeetings");
        poll();

        assertThat(load(one)).isEqualTo(-1);
    }

    @Test
    void the_busier_node_gets_nothing_while_the_other_is_less_busy() throws IOException {
        one.setLoad(8_000);
        poll();

        for (int i = 0; i < 8; i++) {
            assertThat(Rooms.create(pool.client(), "room-" + i).succeeded()).isTrue();
        }

        assertThat(one.meetings().all()).isEmpty();
        assertThat(two.meetings().all()).hasSize(8);
    }

    @Test
    void a_meeting_that_the_last_poll_did_not_see_yet_counts_at_once() throws IOException {
        two.meetings().open("strange", "Strange", Map.of()).addAttendees(Crowd.of(6));
        poll();

        Rooms.create(pool.client(), "room-1");
        Rooms.create(pool.client(), "room-2");

        assertThat(Rooms.home(pool, "room-1")).isSameAs(one);
        assertThat(Rooms.home(pool, "room-2")).isSameAs(two);
    }

    @Test
    void a_known_meeting_leaves_a_node_in_maintenance_once_it_is_over_there() throws IOException {
        placeOnNodeInMaintenance();

        one.forget();

        assertThat(Rooms.create(pool.client(), "the-room").succeeded()).isTrue();
        assertThat(Rooms.home(pool, "the-room")).isSameAs(two);
    }

    /** As BBB 2.4 says it of a meeting that it does not have. */
    @Test
    void so_it_does_when_the_node_says_so_in_other_words() throws IOException {
        placeOnNodeInMaintenance();

        one.forget();
        one.faults().set(Fault.failed("validationError", "No such meeting"), "getMeetingInfo");

        assertThat(Rooms.create(pool.client(), "the-room").succeeded()).isTrue();
        assertThat(Rooms.home(pool, "the-room")).isSameAs(two);
    }

    /** The first node has the meeting. */
    private void placeOnNodeInMaintenance() throws IOException {
        testbed.operations().call("maintenance", Map.of("slug", pool.slugs().get(1), "on", "true"));
        Rooms.create(pool.client(), "the-room");
        testbed.operations().call("maintenance", Map.of("slug", pool.slugs().get(1), "on", "false"));
        testbed.operations().call("maintenance", Map.of("slug", pool.slugs().get(0), "on", "true"));
        assertThat(Rooms.create(pool.client(), "the-room").messageKey()).isEqualTo("duplicateWarning");
    }

    @Test
    void a_new_node_gets_nothing_before_its_first_good_poll() throws IOException {
        one.setLoad(9_000);
        two.setLoad(9_000);
        poll();
        FakeBbbNode fresh = pool.addNode();
        fresh.faults().set(Fault.status(503), "getMeetings");
        pool.poll(pool.slugs().get(2));

        Rooms.create(pool.client(), "early-room");
        assertThat(Reports.of(pool, fresh).get("health").asString()).isEqualTo("NEW");
        assertThat(fresh.requests().count("create")).isZero();

        fresh.faults().heal();
        pool.poll(pool.slugs().get(2));
        Rooms.create(pool.client(), "late-room");
        assertThat(Rooms.home(pool, "late-room")).isSameAs(fresh);
    }

    @Test
    void a_meeting_that_ended_on_its_node_disappears() throws IOException {
        Rooms.create(pool.client(), "the-room");
        FakeBbbNode home = Rooms.home(pool, "the-room");

        home.meetings().end(Rooms.running(home, "the-room").get(0));

        Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> Rooms.listed(pool.client())
                .isEmpty());
        assertThat(Rooms.ask(pool.client(), "getMeetingInfo", "the-room").messageKey())
                .isEqualTo("notFound");
        assertThat(Rooms.create(pool.client(), "the-room").messageKey()).isEmpty();
    }

    @Test
    void one_poll_without_a_meeting_does_not_close_it_but_two_do() throws IOException {
        Rooms.create(pool.client(), "the-room");
        FakeBbbNode home = Rooms.home(pool, "the-room");
        poll();
        home.meetings().drop(Rooms.running(home, "the-room").get(0));
        long before = home.requests().count("getMeetings");

        Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> Rooms.listed(pool.client())
                .isEmpty());

        assertThat(home.requests().count("getMeetings")).isGreaterThanOrEqualTo(before + 2);
    }

    @Test
    void a_copy_of_a_meeting_that_is_over_or_elsewhere_is_ended() throws IOException {
        Rooms.create(pool.client(), "the-room");
        FakeBbbNode home = Rooms.home(pool, "the-room");
        FakeBbbNode other = home == one ? two : one;
        String marker = Rooms.running(home, "the-room").get(0).metadata().get("b3lb-id");

        other.meetings().open("the-room", "Copy", Map.of("meta_b3lb-id", marker));
        Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> Rooms.running(other, "the-room")
                .isEmpty());

        assertThat(Rooms.running(home, "the-room")).hasSize(1);
        assertThat(Rooms.listed(pool.client())).containsExactly("the-room");
    }

    @Test
    void the_lists_of_clients_show_who_has_come() throws IOException {
        Rooms.create(pool.client(), "the-room");
        Rooms.running(pool, "the-room")
                .get(0)
                .addAttendees(Crowd.of(5).withModerators(2).withVideos(1));
        poll();

        assertThat(pool.client().get("getMeetings").value("meetings/meeting/participantCount"))
                .isEqualTo("5");
        assertThat(pool.client().get("getMeetings").value("meetings/meeting/moderatorCount"))
                .isEqualTo("2");
    }
}
