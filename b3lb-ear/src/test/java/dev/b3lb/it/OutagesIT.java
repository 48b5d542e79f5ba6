package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.fakenode.FakeBbbNode;
import dev.b3lb.fakenode.Fault;
import dev.b3lb.testbed.BbbClient;
import dev.b3lb.testbed.HttpAnswer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.RawHttp;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What goes on while the database, Redis or the server itself is away, and that all of it recovers by itself. */
@OnTestbed
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutagesIT {

    /** Fewer than the creates that a server has under way at most. */
    private static final int MOST_ENDED = 8;

    private static final String WAITING = "application_name = 'b3lb' and wait_event_type = 'Lock'";

    private static final Duration RECOVERY = Duration.ofSeconds(90);

    /** Within which it is told that something is away, on a busy machine. */
    private static final Duration NOTICED = Duration.ofSeconds(20);

    /** B3LB_CREATE_TOTAL, and what a busy machine needs. */
    private static final Duration LONGEST_CREATE = Duration.ofSeconds(30);

    private final Testbed testbed;
    private OwnServer own;
    private Pool pool;
    private BbbClient client;

    OutagesIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeAll
    void startServer() {
        own = OwnServer.start(testbed, "outages", plan -> plan.with("B3LB_METRICS_PUBLIC", true));
    }

    @AfterAll
    void stopServer() {
        if (own != null) {
            own.close();
        }
    }

    @BeforeEach
    void makeMeeting() throws IOException {
        pool = own.newPool(2);
        client = pool.client();
        Rooms.create(client, "the-room");
        pool.slugs().forEach(pool::poll);
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    private int joinStatus() throws IOException {
        return client.send("GET", "join", "meetingID=the-room&fullName=E&role=VIEWER")
                .status();
    }

    private void assertKnownMeetingIsServed() throws IOException {
        assertThat(joinStatus()).isEqualTo(302);
        assertThat(Rooms.listed(client)).containsExactly("the-room");
        assertThat(Rooms.ask(client, "getMeetingInfo", "the-room").succeeded()).isTrue();
        assertThat(Rooms.ask(client, "isMeetingRunning", "the-room").succeeded())
                .isTrue();
    }

    /** What is away is told, and makes the server unready for nobody. */
    private void awaitHealth(String what, boolean reachable) {
        Awaitility.await()
                .atMost(NOTICED)
                .until(() -> HealthReport.of(own.server(), "/ready"), ready -> ready.reachable(what) == reachable);
        assertThat(own.server().isReady()).isTrue();
    }

    private void assertMonitoringAnswers() throws IOException {
        AdminClient watcher = new AdminClient(own.server().httpPort());
        HttpAnswer ping = watcher.get(Testbed.BASE_DOMAIN, "/b3lb/ping", "Accept: text/plain");
        assertThat(ping.status()).isEqualTo(503);
        assertThat(ping.text()).isEqualTo("Doh!");
        for (String path : List.of("/b3lb/metrics", "/b3lb/metrics/server", "/b3lb/stats")) {
            assertThat(watcher.get(
                                    Testbed.BASE_DOMAIN,
                                    path,
                                    AdminClient.Login.scraper().header())
                            .status())
                    .isEqualTo(200);
        }
    }

    private void awaitRecovery() throws IOException {
        String meetingId = testbed.names().name("after");
        Awaitility.await().atMost(RECOVERY).pollInterval(Duration.ofSeconds(1)).until(() -> Rooms.create(
                        client, meetingId)
                .succeeded());
        assertThat(Rooms.running(pool, meetingId)).hasSize(1);
        assertThat(Rooms.listed(client)).containsExactlyInAnyOrder("the-room", meetingId);
    }

    /** Every call of an outage would bring one, and there may be thousands in a second. */
    private static void assertNoStackTraceOfCalls(ServerLog log) throws IOException {
        List<String> lines = log.text().lines().toList();
        assertThat(lines).anyMatch(line -> line.contains("[CallHandlers]"));
        for (int i = 0; i + 1 < lines.size(); i++) {
            if (lines.get(i).contains("[CallHandlers]")) {
                assertThat(lines.get(i + 1)).doesNotStartWith("\tat ");
            }
        }
    }

    @Test
    void while_the_database_is_gone_known_meetings_are_served_and_creates_fail_clearly() throws IOException {
        ServerLog log = ServerLog.fromNow(own.server());
        own.postgres().kill();
        try {
            assertKnownMeetingIsServed();
            assertThat(Rooms.create(client, "new-room").messageKey()).isEqualTo("internalError");
            assertThat(Rooms.ask(client, "getMeetingInfo", "no-room").messageKey())
                    .isEqualTo("internalError");
            assertKnownMeetingIsServed();
            awaitHealth("database", false);
            assertMonitoringAnswers();
        } finally {
            own.postgres().restart();
        }
        awaitRecovery();
        awaitHealth("database", true);
        assertThat(log.text()).containsOnlyOnce("The database is away").containsOnlyOnce("The database is back");
        assertThat(Rooms.running(pool, "new-room")).isEmpty();
        assertNoStackTraceOfCalls(log);
    }

    /** PostgreSQL ends a session with a farewell, and who gets such a connection next would fail at once. */
    @Test
    void connections_that_the_database_has_ended_are_given_to_nobody() throws Exception {
        try (Connection other = own.postgres().connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table b3lb.meeting in access exclusive mode");
            // Some of those that wait are timers, so a create may be left over and succeed
            CompletableFuture<List<String>> early = AtOnce.meanwhile(MOST_ENDED, i -> () -> createdAs("early-" + i));
            Awaitility.await().atMost(NOTICED).until(() -> waiting() >= MOST_ENDED);
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where " + WAITING);
            other.commit();
            assertThat(early.get(60, TimeUnit.SECONDS)).contains("internalError");
        }
        assertThat(AtOnce.all(MOST_ENDED, i -> () -> createdAs("late-" + i))).containsOnly("");
    }

    /** The answer's message key. */
    private String createdAs(String meetingId) throws IOException {
        return Rooms.create(client, meetingId).messageKey();
    }

    /** How many of the server's sessions wait for a lock. */
    private int waiting() throws SQLException {
        try (Connection connection = own.postgres().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from pg_stat_activity where " + WAITING)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** Another server may have told newer sums, and a counter that goes back looks like one that began anew. */
    @Test
    void while_the_database_is_gone_metrics_are_told_but_for_sums_that_may_be_old() throws IOException {
        String joined = "b3lb_attendees_joined_total{secret=\"" + pool.tenant() + "\"}";
        assertThat(joinStatus()).isEqualTo(302);
        Awaitility.await().atMost(RECOVERY).until(() -> scrape().find(joined).orElse(0) == 1);
        own.postgres().kill();
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> scrape().value("b3lb_database_up{server=\"outages\"}") == 0);
            assertThat(scrape().find(joined)).isEmpty();
            assertThat(scrape().value("b3lb_meetings{secret=\"" + pool.tenant() + "\"}"))
                    .isEqualTo(1);
            assertThat(joinStatus()).isEqualTo(302);
        } finally {
            own.postgres().restart();
        }
        Awaitility.await().atMost(RECOVERY).until(() -> scrape().find(joined).orElse(0) == 2);
        awaitRecovery();
    }

    private Scrape scrape() throws IOException {
        return Scrape.of(own.server().httpPort(), Testbed.BASE_DOMAIN, "/b3lb/metrics", "none");
    }

    /** The node waits for half a minute before it tells it again, so the test does that for it. */
    @Test
    void an_end_that_cannot_be_noted_is_refused_so_that_the_node_tells_it_again() throws Exception {
        try (CallbackReceiver receiver = new CallbackReceiver()) {
            Rooms.create(client, "ending-room", Map.of("meta_endCallbackUrl", receiver.url("/ended")));
            FakeBbbNode home = Rooms.home(pool, "ending-room");
            own.postgres().kill();
            try {
                home.meetings().end(Rooms.running(home, "ending-room").get(0));
                Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !home.callbackAttempts()
                        .isEmpty());
                assertThat(home.callbackAttempts().get(0).status()).contains(503);
            } finally {
                own.postgres().restart();
            }

            URI told = URI.create(home.callbackAttempts().get(0).url());
            Awaitility.await().atMost(RECOVERY).until(() -> statusOf(told) == 200);
            Awaitility.await().atMost(RECOVERY).until(() -> !receiver.calls().isEmpty());
            assertThat(receiver.calls()).containsExactly("GET /ended?recordingmarks=false&meetingID=ending-room");
        }
        awaitRecovery();
    }

    private int statusOf(URI url) throws IOException {
        return new RawHttp(url.getPort())
                .send("GET", url.getRawPath() + "?" + url.getRawQuery(), List.of("Host: localhost"), new byte[0])
                .status();
    }

    @Test
    void while_the_database_hangs_known_meetings_are_served_and_creates_fail_in_time() throws Exception {
        ServerLog log = ServerLog.fromNow(own.server());
        own.postgres().suspend();
        try {
            List<String> keys = AtOnce.all(
                    30, i -> () -> Rooms.create(client, "new-room-" + i).messageKey());
            assertThat(keys).containsOnly("internalError");
            assertKnownMeetingIsServed();
        } finally {
            own.postgres().resume();
        }
        awaitRecovery();
        assertNoStackTraceOfCalls(log);
    }

    @Test
    void joins_do_not_wait_for_creates_that_wait_for_the_database() throws Exception {
        own.postgres().suspend();
        CompletableFuture<List<Duration>> creates = AtOnce.meanwhile(80, i -> this::timedCreate);
        try {
            long start = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                assertThat(joinStatus()).isEqualTo(302);
                assertThat(Rooms.listed(client)).contains("the-room");
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
            assertThat(creates.get(60, TimeUnit.SECONDS))
                    .allSatisfy(time -> assertThat(time).isLessThan(LONGEST_CREATE));
        } finally {
            own.postgres().resume();
        }
        awaitRecovery();
    }

    private Duration timedCreate() throws IOException {
        long start = System.nanoTime();
        assertThat(Rooms.create(client, testbed.names().name("new-room")).messageKey())
                .isEqualTo("internalError");
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Anybody may ask that. */
    @Test
    void joins_do_not_wait_for_strangers_whose_questions_wait_for_the_database() throws Exception {
        own.postgres().suspend();
        // More than a server has threads for requests
        CompletableFuture<List<Integer>> strangers = AtOnce.meanwhile(
                160, i -> () -> ask(i % 2 == 0 ? "/b3lb/ping" : "/b3lb/b/meeting/end?nonce=unknown-" + i));
        try {
            long start = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                assertThat(joinStatus()).isEqualTo(302);
                assertThat(Rooms.listed(client)).contains("the-room");
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
            assertThat(strangers.get(60, TimeUnit.SECONDS)).isSubsetOf(200, 503);
        } finally {
            own.postgres().resume();
        }
        awaitRecovery();
    }

    private int ask(String path) throws IOException {
        return new RawHttp(own.server().httpPort())
                .send("GET", path, List.of("Host: localhost"), new byte[0])
                .status();
    }

    /** It has not heard of everything, and gives its transactions numbers that were seen already. */
    @Test
    void what_is_known_is_read_anew_when_a_standby_may_have_taken_over() throws Exception {
        Rooms.create(client, "ended-room");
        Rooms.create(client, "lost-room");
        ServerLog log = ServerLog.fromNow(own.server());
        own.postgres().whileNobodyConnects(owner -> {
            owner.execute("""
                    update b3lb.meeting
                    set state = 'CLOSED', closed_at = now(), revision = revision + 1, changed_in = cast('1' as xid8)
                    where meeting_id = 'ended-room'""");
            owner.execute("delete from b3lb.meeting where meeting_id = 'lost-room'");
            Awaitility.await().atMost(NOTICED).until(() -> log.text().contains("Reading changes does not work"));
        });

        Awaitility.await().atMost(RECOVERY).until(() -> log.text().contains("Reading changes works again"));
        assertThat(Rooms.listed(client)).containsExactly("the-room");
        assertThat(Rooms.ask(client, "isMeetingRunning", "ended-room").value("running"))
                .isEqualTo("false");
        assertThat(Rooms.ask(client, "getMeetingInfo", "lost-room").messageKey())
                .isEqualTo("notFound");
    }

    @Test
    void while_redis_hangs_nothing_is_slower_than_a_moment() throws IOException {
        own.redis().suspend();
        try {
            long start = System.nanoTime();
            for (int i = 0; i < 10; i++) {
                assertThat(Rooms.create(client, "room-" + i).succeeded()).isTrue();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
            assertThat(joinStatus()).isEqualTo(302);
        } finally {
            own.redis().resume();
        }
        assertThat(Rooms.listed(client)).hasSize(11);
    }

    @Test
    void it_is_noticed_that_redis_goes_away_and_comes_back_although_nothing_changes() throws IOException {
        awaitHealth("redis", true);
        ServerLog log = ServerLog.fromNow(own.server());
        own.redis().suspend();
        try {
            awaitHealth("redis", false);
        } finally {
            own.redis().resume();
        }
        awaitHealth("redis", true);
        assertThat(log.text()).containsOnlyOnce("Redis is away").containsOnlyOnce("Redis is back");
    }

    @Test
    void a_server_that_was_killed_knows_its_meetings_when_it_is_ready_again() throws IOException {
        own.server().kill();
        own.server().restart();

        assertKnownMeetingIsServed();
        assertThat(Rooms.create(client, "the-room").messageKey()).isEqualTo("duplicateWarning");
        awaitRecovery();
    }

    @Test
    void a_create_that_was_under_way_when_the_server_died_can_be_repeated() throws Exception {
        pool.nodes().forEach(node -> node.faults().setNext(1, Fault.delay(Duration.ofSeconds(3)), "create"));
        Thread impatient = new Thread(() -> createIgnoringTheEnd("lost-room"));
        impatient.start();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> pool.nodes().stream()
                .anyMatch(node -> node.requests()
                        .last("create")
                        .filter(create -> create.parameters().raw("meetingID").equals(Optional.of("lost-room")))
                        .isPresent()));

        own.server().kill();
        impatient.join(10_000);
        own.server().restart();

        Awaitility.await().atMost(RECOVERY).pollInterval(Duration.ofSeconds(1)).until(() -> Rooms.create(
                        client, "lost-room")
                .succeeded());
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(() -> Rooms.running(pool, "lost-room").size() == 1);
        assertThat(Rooms.listed(client)).containsExactlyInAnyOrder("the-room", "lost-room");
    }

    private void createIgnoringTheEnd(String meetingId) {
        try {
            client.send("GET", "create", "name=Room&meetingID=" + meetingId);
        } catch (IOException expected) {
            Thread.currentThread().interrupt(); // the server died, which is what is tested
        }
    }

    @Test
    void polls_go_on_after_the_database_was_away() throws IOException {
        own.postgres().kill();
        own.postgres().restart();

        pool.nodes().get(0).meetings().open("strange", "Strange", Map.of());
        Awaitility.await()
                .atMost(RECOVERY)
                .ignoreExceptions()
                .until(() ->
                        Reports.of(pool, pool.nodes().get(0)).get("meetings").asInt() > 0);
        assertKnownMeetingIsServed();
        awaitRecovery();
    }
}
