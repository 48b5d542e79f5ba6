package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.fakenode.FakeBbbNode;
import dev.b3lb.fakenode.FakeMeeting;
import dev.b3lb.fakenode.Fault;
import dev.b3lb.testbed.BbbAnswer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A server is killed while it is in the middle of everything: with creates at each of their steps, and with the ends of
 * meetings on their way to clients. All of it is at that point when the one kill comes; then the server starts again,
 * and each test looks at what has become of one of these. No room of a test is known to another test.
 */
@OnTestbed
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashIT {

    private static final Duration CREATE_TOTAL = Duration.ofSeconds(15);

    /** A reservation is given up 30 seconds after the longest create; it is looked for each 10 seconds. */
    private static final Duration SWEEP = CREATE_TOTAL.plusSeconds(30 + 10);

    /** What a busy machine may need beyond that. */
    private static final Duration BUSY = Duration.ofSeconds(20);

    private static final Duration IN_POSITION = Duration.ofSeconds(10);

    private final Testbed testbed;
    private final List<Pool> pools = new ArrayList<>();
    private final CountDownLatch crashed = new CountDownLatch(1);
    private final List<BbbAnswer> tooEarly = new CopyOnWriteArrayList<>();
    private OwnServer own;
    private Pool unsent;
    private Pool sent;
    private Pool done;
    private Pool answered;
    private Pool delivering;
    private Pool told;
    private CallbackReceiver slowReceiver;
    private CallbackReceiver receiver;

    CrashIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeAll
    void killInTheMiddleOfEverything() throws Exception {
        own = OwnServer.start(testbed, "crash", plan -> plan.with("B3LB_CREATE_TOTAL", CREATE_TOTAL.toSeconds())
                .with("B3LB_NODE_REQUEST_TIMEOUT", CREATE_TOTAL.toSeconds()));
        slowReceiver = new CallbackReceiver();
        receiver = new CallbackReceiver();
        unsent = newPool();
        sent = newPool();
        done = newPool();
        answered = newPool();
        delivering = newPool();
        told = newPool();
        FakeMeeting delivered = createWithCallback(delivering, slowReceiver);
        FakeMeeting ended = createWithCallback(told, receiver);

        bringEndsIntoPosition(delivered, ended);
        bringCreatesIntoPosition();
        own.server().kill();
        crashed.countDown();
        own.postgres().resume();
        first(unsent).faults().heal();
        first(done).faults().heal();
        keepFromTheSweep(done);
        keepFromTheSweep(answered);
        own.server().restart();
        assertThat(tooEarly).isEmpty();
    }

    @AfterAll
    void stop() {
        crashed.countDown();
        pools.forEach(Pool::close);
        if (own != null) {
            own.close();
        }
        slowReceiver.close();
        receiver.close();
    }

    /** Two nodes, of which the first one has less to do. */
    private Pool newPool() {
        Pool pool = own.newPool(2);
        pools.add(pool);
        favour(pool, first(pool));
        return pool;
    }

    private static FakeBbbNode first(Pool pool) {
        return pool.nodes().get(0);
    }

    private static FakeBbbNode second(Pool pool) {
        return pool.nodes().get(1);
    }

    private static void favour(Pool pool, FakeBbbNode favourite) {
        pool.nodes().forEach(node -> node.setLoad(node == favourite ? 0 : 9_000));
        pool.slugs().forEach(pool::poll);
    }

    private FakeMeeting createWithCallback(Pool pool, CallbackReceiver client) throws IOException {
        BbbAnswer created =
                Rooms.create(pool.client(), "the-room", Map.of("meta_endCallbackUrl", client.url("/ended")));
        assertThat(created.succeeded()).as(created.toString()).isTrue();
        return Rooms.running(pool, "the-room").get(0);
    }

    private static void inPosition(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(IN_POSITION)
                .pollInterval(Duration.ofMillis(20))
                .until(condition);
    }

    /** One client is being told, and of the other one's meeting the server has just heard and asks the node. */
    private void bringEndsIntoPosition(FakeMeeting delivered, FakeMeeting ended) {
        slowReceiver.beforeAnswering(this::awaitCrash);
        first(delivering).meetings().end(delivered);
        inPosition(() -> !slowReceiver.calls().isEmpty());

        first(told).faults().setNext(1, Fault.hang(), "getMeetingInfo");
        first(told).meetings().end(ended);
        inPosition(() -> first(told).faults().hanging() == 1);
    }

    private void awaitCrash() {
        try {
            crashed.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void bringCreatesIntoPosition() {
        first(sent).faults().setNext(1, Fault.hang(), "create");
        createLater(sent);
        inPosition(() -> first(sent).faults().hanging() == 1);

        first(done).faults().setNext(1, Fault.answerKept(), "create");
        first(done).faults().set(Fault.without("meeting"), "getMeetings"); // or a poll adopts it before the crash
        createLater(done);
        inPosition(() -> !Rooms.running(first(done), "the-room").isEmpty());

        first(unsent).faults().fillBacklog();
        createLater(unsent);
        inPosition(() -> state(unsent).equals("PENDING"));

        // What the server would write after the node's answer cannot be written any more
        CompletableFuture<Void> nothingIsWritten = new CompletableFuture<>();
        Fault answer = Fault.doneBefore(() -> {
            own.postgres().suspend();
            nothingIsWritten.complete(null);
        });
        first(answered).faults().setNext(1, answer, "create");
        createLater(answered);
        inPosition(nothingIsWritten::isDone);
    }

    /** By a client that will not hear of it. */
    private void createLater(Pool pool) {
        Thread client = new Thread(() -> {
            try {
                tooEarly.add(Rooms.create(pool.client(), "the-room"));
            } catch (IOException killed) {
                return; // as it should be
            }
        });
        client.setDaemon(true);
        client.start();
    }

    /** The state of the newest row of the room. */
    private String state(Pool pool) throws SQLException {
        try (Connection database = own.postgres().connect();
                PreparedStatement query = database.prepareStatement(
                        "select m.state from b3lb.meeting m join b3lb.secret s on s.id = m.secret_id"
                                + " join b3lb.tenant t on t.id = s.tenant_id"
                                + " where m.meeting_id = 'the-room' and t.slug = ? order by m.created_at desc")) {
            query.setString(1, pool.tenant());
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }

    /** A busy machine may take longer to start the server than a reservation lasts; polls would then find it closed. */
    private void keepFromTheSweep(Pool pool) throws SQLException {
        try (Connection database = own.postgres().connect();
                PreparedStatement update = database.prepareStatement(
                        "update b3lb.meeting set created_at = now() + interval '10 minutes' where state = 'PENDING'"
                                + " and node_id in (select id from b3lb.node where slug = any(?))")) {
            update.setArray(1, database.createArrayOf("text", pool.slugs().toArray()));
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private static BbbAnswer awaitCreated(Pool pool, Duration limit) {
        return Awaitility.await()
                .atMost(limit)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> Rooms.create(pool.client(), "the-room"), BbbAnswer::succeeded);
    }

    private void assertOnlyOn(FakeBbbNode home, Pool pool) throws IOException, SQLException {
        assertThat(Rooms.running(home, "the-room")).hasSize(1);
        assertThat(Rooms.running(pool, "the-room")).hasSize(1);
        assertThat(Rooms.listed(pool.client())).containsExactly("the-room");
        assertThat(state(pool)).isEqualTo("OPEN");
        assertThat(Rooms.ask(pool.client(), "getMeetingInfo", "the-room").value("internalMeetingID"))
                .isEqualTo(Rooms.running(home, "the-room").get(0).internalId());
    }

    @Test
    void a_create_that_had_reached_no_node_can_be_repeated_when_its_reservation_is_swept() throws Exception {
        BbbAnswer created = awaitCreated(unsent, SWEEP.plus(BUSY));

        assertThat(created.messageKey()).isEmpty();
        assertOnlyOn(Rooms.home(unsent, "the-room"), unsent);
        assertThat(unsent.nodes().stream()
                        .mapToLong(node -> node.requests().count("create"))
                        .sum())
                .isEqualTo(1);
    }

    @Test
    void a_create_that_its_node_had_not_done_can_be_repeated_and_is_ended_when_it_is_done_late() throws Exception {
        favour(sent, second(sent));
        BbbAnswer created = awaitCreated(sent, SWEEP.plus(BUSY));
        assertThat(created.messageKey()).isEmpty();
        assertOnlyOn(second(sent), sent);

        first(sent).faults().heal();

        Awaitility.await().atMost(BUSY).until(() -> first(sent).requests().count("end") > 0);
        Awaitility.await().atMost(BUSY).until(() -> Rooms.running(first(sent), "the-room")
                .isEmpty());
        assertOnlyOn(second(sent), sent);
    }

    @Test
    void a_create_that_its_node_had_done_is_adopted_by_a_poll() throws Exception {
        assertAdopted(done);
    }

    @Test
    void a_create_that_its_node_had_answered_is_adopted_by_a_poll() throws Exception {
        assertAdopted(answered);
    }

    /** Known again before anybody asks, and where it was; a repeated create finds it there. */
    private void assertAdopted(Pool pool) throws Exception {
        Awaitility.await().atMost(BUSY.multipliedBy(2)).until(() -> Rooms.listed(pool.client())
                .equals(List.of("the-room")));
        assertOnlyOn(first(pool), pool);

        BbbAnswer again = Rooms.create(pool.client(), "the-room");

        assertThat(again.succeeded()).as(again.toString()).isTrue();
        assertThat(again.value("internalMeetingID"))
                .isEqualTo(Rooms.running(first(pool), "the-room").get(0).internalId());
        assertOnlyOn(first(pool), pool);
        assertThat(second(pool).requests().count("create")).isZero();
    }

    /** Nobody can know whether the client has heard it the first time. */
    @Test
    void a_client_that_was_just_being_told_of_an_end_is_told_once_more() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30).plus(BUSY)) // the lease of the server that died
                .until(() -> entry(delivering).get("state").asString().equals("done"));

        assertThat(slowReceiver.calls()).hasSize(2).containsOnly("GET /ended?recordingmarks=false&meetingID=the-room");
        assertThat(entry(delivering).get("attempts").asInt()).isEqualTo(2);
    }

    private ModelNode entry(Pool pool) {
        List<ModelNode> entries = own.operations()
                .call("callbacks", Map.of("tenant-slug", pool.tenant()))
                .asList();
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }

    /** The node was not told that we know, so it tells it again, after 30 seconds as BBB does. */
    @Test
    void an_end_that_was_not_written_yet_is_told_again_by_the_node_and_once_to_the_client() throws IOException {
        Awaitility.await()
                .atMost(Duration.ofSeconds(90).plus(BUSY)) // its second pause is 60 seconds
                .until(() -> !receiver.calls().isEmpty());
        Awaitility.await()
                .atMost(BUSY)
                .until(() -> entry(told).get("state").asString().equals("done"));

        assertThat(receiver.calls()).containsExactly("GET /ended?recordingmarks=false&meetingID=the-room");
        assertThat(Rooms.listed(told.client())).isEmpty();
    }
}
