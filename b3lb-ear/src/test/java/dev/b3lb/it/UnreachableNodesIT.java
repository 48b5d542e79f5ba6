package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.fakenode.FakeBbbNode;
import dev.b3lb.fakenode.Fault;
import dev.b3lb.testbed.BbbAnswer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nodes that are gone, cut off, hanging or far too slow, below HTTP. The figures are the settings' defaults. */
@OnTestbed
@Tag("full")
class UnreachableNodesIT {

    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration CREATE_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration CREATE_TOTAL = Duration.ofSeconds(25);

    /** What a busy machine may need beyond a time limit. */
    private static final Duration BUSY = Duration.ofSeconds(10);

    /** Three polls, each as long as B3LB_POLL_TIMEOUT, with two seconds between them; and a busy machine. */
    private static final Duration DOWN_AT_LAST = Duration.ofSeconds(90);

    /** What is wrong with a node. */
    enum Trouble {
        /** Nobody listens. */
        REFUSED("no connection"),
        /** Each connection is reset. */
        RESET("the connection broke"),
        /** Nobody takes connections, and the line of those that wait is full. */
        FULL("no connection"),
        /** Connections are taken, and nothing is read. */
        SILENT("no complete answer in time"),
        /** Every answer takes half a minute. */
        SLOW("no complete answer in time");

        private final String words;

        Trouble(String words) {
            this.words = words;
        }

        void on(FakeBbbNode node) {
            switch (this) {
                case REFUSED -> node.faults().refuseConnections();
                case RESET -> node.faults().resetConnections();
                case FULL -> node.faults().fillBacklog();
                case SILENT -> node.faults().acceptSilently();
                case SLOW -> node.faults().set(Fault.delay(Duration.ofSeconds(30)));
            }
        }
    }

    private final Testbed testbed;
    private Pool pool;

    UnreachableNodesIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @AfterEach
    void closePool() {
        pool.nodes().forEach(node -> node.faults().heal());
        pool.close();
    }

    /** Two nodes, of which the first one has less to do. */
    private FakeBbbNode makePair() {
        pool = testbed.newPool(2);
        pool.nodes().get(1).setLoad(9_000);
        pool.slugs().forEach(pool::poll);
        return pool.nodes().get(0);
    }

    private FakeBbbNode other() {
        return pool.nodes().get(1);
    }

    private String health(FakeBbbNode node) {
        return Reports.of(pool, node).get("health").asString();
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Whether a node was chosen for a meeting, whatever came of it. */
    private boolean wasTried(FakeBbbNode node, String meetingId, ServerLog log) throws IOException {
        return log.text()
                .lines()
                .anyMatch(line -> line.contains("Placing meeting " + meetingId + " of ")
                        && line.contains(" on node " + Rooms.slug(pool, node) + " "));
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "RESET"})
    void a_create_goes_elsewhere_within_a_second(Trouble trouble) throws IOException {
        FakeBbbNode faulty = makePair();
        List<Duration> durations = new ArrayList<>();

        // A poll may find the fault before a create does, and the machine may be busy
        for (int round = 0; round < 10 && durations.size() < 3; round++) {
            faulty.faults().heal();
            Awaitility.await().atMost(BUSY).until(() -> {
                pool.poll(Rooms.slug(pool, faulty));
                return health(faulty).equals("ACTIVE");
            });
            ServerLog log = ServerLog.fromNow(testbed.server());
            trouble.on(faulty);
            long start = System.nanoTime();
            BbbAnswer answer = Rooms.create(pool.client(), "room-" + round);
            Duration duration = since(start);

            assertThat(answer.succeeded()).as(answer.toString()).isTrue();
            assertThat(duration).isLessThan(REQUEST_TIMEOUT);
            assertThat(Rooms.running(other(), "room-" + round)).hasSize(1);
            if (wasTried(faulty, "room-" + round, log)) {
                durations.add(duration);
                assertThat(health(faulty)).isIn("SUSPECT", "DOWN");
            }
        }

        assertThat(durations).hasSize(3);
        assertThat(durations.stream().min(Duration::compareTo).orElseThrow()).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void a_create_leaves_a_node_that_takes_no_connection_long_before_its_answer_is_due() throws IOException {
        FakeBbbNode faulty = makePair();
        ServerLog log = ServerLog.fromNow(testbed.server());
        Trouble.FULL.on(faulty);
        long start = System.nanoTime();

        BbbAnswer answer = Rooms.create(pool.client(), "the-room");

        assertThat(answer.succeeded()).as(answer.toString()).isTrue();
        assertThat(since(start)).isLessThan(CREATE_TIMEOUT);
        assertThat(wasTried(faulty, "the-room", log)).isTrue();
        assertThat(Rooms.running(other(), "the-room")).hasSize(1);
        assertThat(Rooms.listed(pool.client())).containsExactly("the-room");
    }

    /** Long enough for the slowest: so all of it is one test. */
    @Test
    void nobody_waits_for_them_and_polls_make_them_down_while_the_others_go_on() throws Exception {
        Trouble[] troubles = Trouble.values();
        pool = testbed.newPool(2 * troubles.length + 1);
        List<FakeBbbNode> faulty = pool.nodes().subList(0, troubles.length);
        List<FakeBbbNode> good =
                pool.nodes().subList(troubles.length, pool.nodes().size());
        List<String> rooms = makeRooms();
        good.forEach(node -> node.setLoad(9_000));
        pool.slugs().forEach(pool::poll);
        ServerLog log = ServerLog.fromNow(testbed.server());
        long pollsBefore = good.get(0).requests().count("getMeetings");
        for (Trouble trouble : troubles) {
            trouble.on(faulty.get(trouble.ordinal()));
        }

        List<Duration> creates = AtOnce.all(2 * troubles.length, i -> () -> timed("create", "new-room-" + i));
        assertThat(creates).allSatisfy(time -> assertThat(time).isLessThan(CREATE_TOTAL.plus(BUSY)));
        assertThat(log.text()).contains("Placing meeting new-room-");
        List<Duration> questions = AtOnce.all(rooms.size(), i -> () -> timed("getMeetingInfo", rooms.get(i)));
        assertThat(questions).allSatisfy(time -> assertThat(time).isLessThan(REQUEST_TIMEOUT.plus(BUSY)));

        for (Trouble trouble : troubles) {
            FakeBbbNode node = faulty.get(trouble.ordinal());
            Awaitility.await(trouble.name()).atMost(DOWN_AT_LAST).until(() -> health(node)
                    .equals("DOWN"));
            assertThat(Reports.of(pool, node).get("last-error").asString()).startsWith(trouble.words);
        }
        assertThat(good).allSatisfy(node -> assertThat(health(node)).isEqualTo("ACTIVE"));
        // The slowest one was polled three times for ten seconds; the others each two seconds meanwhile
        assertThat(good.get(0).requests().count("getMeetings") - pollsBefore).isGreaterThan(6);
        assertServed(rooms, good);
        assertServedByOthers(good);

        faulty.forEach(node -> node.faults().heal());
        faulty.forEach(node -> Awaitility.await(Rooms.slug(pool, node))
                .atMost(DOWN_AT_LAST)
                .until(() -> health(node).equals("ACTIVE")));
        assertThat(Rooms.listed(pool.client())).containsAll(rooms);
    }

    /** One on each node, in the nodes' order. */
    private List<String> makeRooms() throws IOException {
        List<String> rooms = new ArrayList<>();
        for (int i = 0; i < pool.nodes().size(); i++) {
            Rooms.create(pool.client(), "room-" + i);
        }
        for (FakeBbbNode node : pool.nodes()) {
            assertThat(node.meetings().all()).hasSize(1);
            rooms.add(node.meetings().all().get(0).externalId());
        }
        return rooms;
    }

    private Duration timed(String call, String meetingId) throws IOException {
        long start = System.nanoTime();
        BbbAnswer answer = call.equals("create")
                ? Rooms.create(pool.client(), meetingId)
                : Rooms.ask(pool.client(), call, meetingId);
        assertThat(answer.succeeded() || answer.messageKey().equals("internalError"))
                .as(answer.toString())
                .isTrue();
        return since(start);
    }

    /** All are listed, and those on good nodes can be asked and joined. */
    private void assertServed(List<String> rooms, List<FakeBbbNode> good) throws IOException {
        assertThat(Rooms.listed(pool.client())).containsAll(rooms);
        for (String room : rooms) {
            boolean well =
                    good.stream().anyMatch(node -> !Rooms.running(node, room).isEmpty());
            assertThat(Rooms.ask(pool.client(), "getMeetingInfo", room).succeeded())
                    .as(room)
                    .isEqualTo(well);
            assertThat(pool.client()
                            .send("GET", "join", "fullName=E&role=VIEWER&meetingID=" + room)
                            .status())
                    .isEqualTo(well ? 302 : 200);
        }
    }

    /** What could not be created at first is created now. */
    private void assertServedByOthers(List<FakeBbbNode> good) throws IOException {
        for (int i = 0; i < 2 * Trouble.values().length; i++) {
            String room = "new-room-" + i;
            BbbAnswer answer = Rooms.create(pool.client(), room);
            assertThat(answer.succeeded()).as(answer.toString()).isTrue();
            assertThat(good.stream().filter(node -> !Rooms.running(node, room).isEmpty()))
                    .hasSize(1);
        }
    }
}
