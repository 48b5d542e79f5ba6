package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.fakenode.CallbackAttempt;
import dev.b3lb.fakenode.Crowd;
import dev.b3lb.fakenode.FakeBbbNode;
import dev.b3lb.fakenode.FakeMeeting;
import dev.b3lb.fakenode.Fault;
import dev.b3lb.testbed.BbbAnswer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A node that comes back as what it was not before: empty, another one, or with what has moved away meanwhile. */
@OnTestbed
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NodeReturnsIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Testbed testbed;
    private OwnServer own;
    private Pool pool;
    private FakeBbbNode node;
    private FakeBbbNode other;

    NodeReturnsIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeAll
    void startServer() {
        own = OwnServer.start(testbed, "returns", plan -> plan.with("B3LB_NODE_GRACE", 1));
    }

    @AfterAll
    void stopServer() {
        if (own != null) {
            own.close();
        }
    }

    /** Three rooms on one node; then the other one is to be chosen. */
    @BeforeEach
    void makeRooms() throws IOException {
        pool = own.newPool(2);
        node = pool.nodes().get(0);
        other = pool.nodes().get(1);
        favour(node);
        for (String room : List.of("room-1", "room-2", "room-3")) {
            Rooms.create(pool.client(), room);
        }
        assertThat(node.meetings().all()).hasSize(3);
        favour(other);
    }

    @AfterEach
    void closePool() {
        node.faults().heal();
        pool.close();
    }

    private void favour(FakeBbbNode favourite) {
        pool.nodes().forEach(one -> one.setLoad(one == favourite ? 0 : 9_000));
        pool.slugs().forEach(pool::poll);
    }

    private ModelNode report() {
        return Reports.of(pool, node);
    }

    private void awaitHealth(String health) {
        Awaitility.await().atMost(SOON).until(() -> {
            pool.poll(Rooms.slug(pool, node));
            return report().get("health").asString().equals(health);
        });
    }

    private void awaitListed(String... rooms) {
        Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(Rooms.listed(pool.client()))
                .containsExactlyInAnyOrder(rooms));
    }

    private String awaitMoved(String room, String before) {
        return Awaitility.await()
                .atMost(SOON)
                .ignoreExceptions()
                .until(
                        () -> Rooms.create(pool.client(), room).value("internalMeetingID"),
                        id -> !id.isEmpty() && !id.equals(before));
    }

    private FakeBbbNode replacement(String secret) {
        int port = node.port();
        node.close();
        return FakeBbbNode.builder().host("localhost").port(port).secret(secret).start();
    }

    @Test
    void one_that_restarts_empty_has_lost_its_meetings_and_each_can_be_created_anew_elsewhere() throws IOException {
        FakeMeeting before = Rooms.running(node, "room-1").get(0);
        node.forget();

        awaitListed();

        assertThat(report().get("health").asString()).isEqualTo("ACTIVE");
        assertThat(Rooms.ask(pool.client(), "getMeetingInfo", "room-1").messageKey())
                .isEqualTo("notFound");
        BbbAnswer again = Rooms.create(pool.client(), "room-1");
        assertThat(again.messageKey()).isEmpty();
        assertThat(Rooms.home(pool, "room-1")).isSameAs(other);
        assertThat(Rooms.running(other, "room-1").get(0).metadata().get("b3lb-id"))
                .isNotEqualTo(before.metadata().get("b3lb-id"));
    }

    @Test
    void one_with_another_secret_goes_down_and_gets_and_tells_nothing() throws IOException {
        String before = Rooms.running(node, "room-1").get(0).internalId();
        try (FakeBbbNode stranger = replacement("anotherSecretOfAnotherNodeAltogether12345")) {
            stranger.meetings().open("room-2", "Strange", Map.of());

            awaitHealth("DOWN");
            assertThat(report().get("last-error").asString()).contains("wrong secret");
            assertThat(Rooms.listed(pool.client())).containsExactlyInAnyOrder("room-1", "room-2", "room-3");
            assertThat(Rooms.ask(pool.client(), "getMeetingInfo", "room-2").succeeded())
                    .isFalse();

            awaitMoved("room-1", before);
            assertThat(Rooms.running(other, "room-1")).hasSize(1);
            assertThat(stranger.meetings().all()).hasSize(1);
        }
    }

    @Test
    void one_with_others_meetings_of_the_same_ids_has_none_of_ours() throws IOException {
        try (FakeBbbNode stranger = replacement(node.secret())) {
            FakeMeeting strange = stranger.meetings().open("room-1", "Strange", Map.of("attendeePW", "secret"));

            awaitListed();
            BbbAnswer again = Rooms.create(pool.client(), "room-1");

            assertThat(again.succeeded()).as(again.toString()).isTrue();
            assertThat(again.value("internalMeetingID")).isNotEqualTo(strange.internalId());
            assertThat(Rooms.running(other, "room-1")).hasSize(1);
            BbbAnswer info = Rooms.ask(pool.client(), "getMeetingInfo", "room-1");
            assertThat(info.value("meetingName")).isEqualTo("Room room-1");
            assertThat(Rooms.ask(pool.client(), "end", "room-1").succeeded()).isTrue();
            assertThat(strange.isEnded()).isFalse();
            assertThat(stranger.requests().count("end")).isZero();
        }
    }

    /** Before any poll has seen the change, a known meeting's create goes to its node, which has a stranger's. */
    @Test
    void a_create_that_finds_a_strangers_meeting_in_the_place_of_ours_does_not_take_it() throws IOException {
        try (FakeBbbNode stranger = replacement(node.secret())) {
            FakeMeeting strange = stranger.meetings().open("room-1", "Strange", Map.of());

            BbbAnswer again = Rooms.create(pool.client(), "room-1");

            assertThat(again.succeeded()).as(again.toString()).isTrue();
            assertThat(again.value("internalMeetingID")).isNotEqualTo(strange.internalId());
            assertThat(Rooms.running(other, "room-1")).hasSize(1);
            assertThat(strange.isEnded()).isFalse();
        }
    }

    @Test
    void after_a_partition_what_has_moved_is_ended_there_and_what_has_not_goes_on_there() throws IOException {
        String before = Rooms.running(node, "room-1").get(0).internalId();
        String kept = Rooms.running(node, "room-2").get(0).internalId();
        node.faults().fillBacklog();
        awaitHealth("DOWN");
        String moved = awaitMoved("room-1", before);
        assertThat(Rooms.running(node, "room-1")).hasSize(1);

        node.faults().heal();
        awaitHealth("ACTIVE");

        Awaitility.await().atMost(SOON).until(() -> Rooms.running(node, "room-1")
                .isEmpty());
        assertThat(Rooms.running(other, "room-1")).singleElement().matches(meeting -> meeting.internalId()
                .equals(moved));
        assertThat(Rooms.running(node, "room-2")).hasSize(1);
        assertThat(Rooms.running(node, "room-3")).hasSize(1);
        awaitListed("room-1", "room-2", "room-3");
        assertThat(Rooms.ask(pool.client(), "getMeetingInfo", "room-2").value("internalMeetingID"))
                .isEqualTo(kept);
        assertThat(Rooms.ask(pool.client(), "getMeetingInfo", "room-1").value("internalMeetingID"))
                .isEqualTo(moved);
    }

    /** The client of a meeting that moved must not be told that it ended, when only its old copy did. */
    @Test
    void the_end_of_a_stale_copy_ends_nothing_else() throws IOException {
        try (CallbackReceiver client = new CallbackReceiver()) {
            Map<String, String> callback = Map.of("meta_endCallbackUrl", client.url("/ended"));
            favour(node);
            Rooms.create(pool.client(), "room-4", callback);
            FakeMeeting stale = Rooms.running(node, "room-4").get(0);
            favour(other);
            node.faults().refuseConnections();
            awaitHealth("DOWN");
            Awaitility.await().atMost(SOON).until(() -> {
                Rooms.create(pool.client(), "room-4", callback);
                return !Rooms.running(other, "room-4").isEmpty();
            });

            node.faults().heal();
            Awaitility.await().atMost(SOON).until(() -> {
                pool.poll(Rooms.slug(pool, node));
                return stale.isEnded();
            });
            Awaitility.await().atMost(SOON).until(() -> node.callbackAttempts().stream()
                    .anyMatch(attempt -> attempt.isDelivered()));

            assertThat(client.calls()).isEmpty();
            assertThat(Rooms.running(other, "room-4")).hasSize(1);
            assertThat(Rooms.listed(pool.client())).contains("room-4");
            assertThat(Rooms.ask(pool.client(), "getMeetingInfo", "room-4").succeeded())
                    .isTrue();
        }
    }

    /** Creates a room on the node, lets that node go away, and creates the room anew on the other one. */
    private void makeTwoCopies(String room, Map<String, String> more) throws IOException {
        favour(node);
        Rooms.create(pool.client(), room, more);
        favour(other);
        node.faults().refuseConnections();
        awaitHealth("DOWN");
        Awaitility.await().atMost(SOON).until(() -> {
            Rooms.create(pool.client(), room, more);
            return !Rooms.running(other, room).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({"40, 0", "5, 2"})
    void of_two_copies_the_old_one_goes_on_when_more_people_are_in_it(int inOld, int inNew) throws IOException {
        try (CallbackReceiver client = new CallbackReceiver()) {
            makeTwoCopies("room-5", Map.of("meta_endCallbackUrl", client.url("/ended")));
            FakeMeeting old = Rooms.running(node, "room-5").get(0);
            FakeMeeting anew = Rooms.running(other, "room-5").get(0);
            old.addAttendees(Crowd.of(inOld));
            anew.addAttendees(Crowd.of(inNew));
            pool.poll(Rooms.slug(pool, other));
            ServerLog log = ServerLog.fromNow(own.server());

            node.faults().acceptConnections();
            awaitHealth("ACTIVE");

            Awaitility.await().atMost(SOON).until(anew::isEnded);
            assertThat(old.isEnded()).isFalse();
            awaitServedBy(old);
            assertThat(log.text())
                    .containsPattern("Meeting room-5 of .* goes on on node .* found with " + inOld + " people in it: "
                            + "the copy on node .* has " + inNew + " and is ended");

            Awaitility.await().atMost(SOON).until(() -> other.callbackAttempts().stream()
                    .anyMatch(CallbackAttempt::isDelivered));
            pool.poll(Rooms.slug(pool, node));
            pool.poll(Rooms.slug(pool, other));
            awaitServedBy(old);
            assertThat(client.calls()).isEmpty();

            Rooms.ask(pool.client(), "end", "room-5");
            Awaitility.await().atMost(SOON).until(() -> client.calls().size() == 1);
            assertThat(old.isEnded()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 3", "2, 5", "4, 4"})
    void of_two_copies_the_new_one_goes_on_when_no_fewer_people_are_in_it(int inOld, int inNew) throws IOException {
        try (CallbackReceiver client = new CallbackReceiver()) {
            makeTwoCopies("room-6", Map.of("meta_endCallbackUrl", client.url("/ended")));
            FakeMeeting old = Rooms.running(node, "room-6").get(0);
            FakeMeeting anew = Rooms.running(other, "room-6").get(0);
            old.addAttendees(Crowd.of(inOld));
            anew.addAttendees(Crowd.of(inNew));
            pool.poll(Rooms.slug(pool, other));
            ServerLog log = ServerLog.fromNow(own.server());

            node.faults().acceptConnections();
            awaitHealth("ACTIVE");

            Awaitility.await().atMost(SOON).until(old::isEnded);
            assertThat(log.text())
                    .containsPattern("The copy of meeting room-6 of .* with " + inOld + " people in it is ended: "
                            + "the one on node .* has " + inNew);
            Awaitility.await().atMost(SOON).until(() -> node.callbackAttempts().stream()
                    .anyMatch(CallbackAttempt::isDelivered));
            pool.poll(Rooms.slug(pool, node));
            pool.poll(Rooms.slug(pool, other));
            assertThat(anew.isEnded()).isFalse();
            awaitServedBy(anew);
            assertThat(client.calls()).isEmpty();
        }
    }

    @Test
    void a_copy_that_does_not_say_that_it_is_ours_is_neither_followed_nor_ended() throws IOException {
        makeTwoCopies("room-7", Map.of());
        FakeMeeting old = Rooms.running(node, "room-7").get(0);
        FakeMeeting anew = Rooms.running(other, "room-7").get(0);
        old.addAttendees(Crowd.of(40));
        node.faults()
                .set(
                        Fault.changed("no marker", body -> body.replaceAll("<b3lb-id>[^<]*</b3lb-id>", "")),
                        "getMeetings");

        node.faults().acceptConnections();
        awaitHealth("ACTIVE");
        pool.poll(Rooms.slug(pool, node));
        pool.poll(Rooms.slug(pool, other));

        awaitServedBy(anew);
        assertThat(old.isEnded()).isFalse();
        assertThat(node.requests().count("end")).isZero();
    }

    /** What was lost was nobody's wish, so it is there again when its node is. */
    @Test
    void one_that_was_lost_and_could_not_be_made_anew_goes_on_when_its_node_is_back() throws IOException {
        FakeMeeting old = Rooms.running(node, "room-1").get(0);
        old.addAttendees(Crowd.of(12));
        node.faults().refuseConnections();
        awaitHealth("DOWN");
        other.faults().set(Fault.failed("internalError", "The node has no idea"), "create");
        Awaitility.await().atMost(SOON).until(() -> {
            Rooms.create(pool.client(), "room-1");
            return !Rooms.listed(pool.client()).contains("room-1");
        });

        node.faults().acceptConnections();
        awaitHealth("ACTIVE");

        awaitServedBy(old);
        assertThat(old.isEnded()).isFalse();
    }

    /** Whoever ends the new copy means the meeting, of which there is one. */
    @Test
    void an_old_copy_of_a_meeting_that_was_ended_meanwhile_is_ended_too() throws IOException {
        makeTwoCopies("room-8", Map.of());
        FakeMeeting old = Rooms.running(node, "room-8").get(0);
        old.addAttendees(Crowd.of(40));
        Rooms.ask(pool.client(), "end", "room-8");

        node.faults().acceptConnections();
        awaitHealth("ACTIVE");

        Awaitility.await().atMost(SOON).until(() -> {
            pool.poll(Rooms.slug(pool, node));
            return old.isEnded();
        });
        assertThat(Rooms.listed(pool.client())).doesNotContain("room-8");
    }

    private void awaitServedBy(FakeMeeting meeting) {
        Awaitility.await().atMost(SOON).untilAsserted(() -> {
            assertThat(Rooms.listed(pool.client())).containsOnlyOnce(meeting.externalId());
            assertThat(Rooms.ask(pool.client(), "getMeetingInfo", meeting.externalId())
                            .value("internalMeetingID"))
                    .isEqualTo(meeting.internalId());
        });
    }
}
