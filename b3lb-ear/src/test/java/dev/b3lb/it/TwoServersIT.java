package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.fakenode.FakeBbbNode;
import dev.b3lb.testbed.B3lbServer;
import dev.b3lb.testbed.BbbAnswer;
import dev.b3lb.testbed.BbbClient;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Operations;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The shared server and a second one on the same database, as behind a balancer that knows nothing. */
@OnTestbed
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoServersIT {

    /** A second for reading changes, and what a busy machine needs. */
    private static final Duration IN_FORCE = Duration.ofSeconds(3);

    private final Testbed testbed;
    private B3lbServer second;
    private Pool pool;
    private BbbClient here;
    private BbbClient there;

    TwoServersIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeAll
    void startSecond() {
        second = B3lbServer.start(
                testbed.workplace(),
                testbed.newPlan("second")
                        .on(testbed.postgres(), testbed.redis())
                        .with("B3LB_DEFAULT_CLUSTER", ""));
    }

    @AfterAll
    void stopSecond() {
        if (second != null) {
            second.close();
        }
    }

    @BeforeEach
    void makePool() {
        pool = testbed.newPool(5);
        here = pool.client();
        there = onSecond(pool.tenant(), secret(pool.tenant()));
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    private BbbClient onSecond(String tenant, String secret) {
        return BbbClient.byPath(second.httpPort(), Testbed.BASE_DOMAIN, tenant.toLowerCase(Locale.ROOT), secret);
    }

    private String secret(String tenant) {
        return testbed.operations()
                .call("gettenantsecrets", Map.of("tenant-slug", tenant))
                .get(tenant + "-000")
                .get("secret")
                .asString();
    }

    private void awaitTenantOnSecond() {
        Awaitility.await().atMost(IN_FORCE).until(() -> there.get("getMeetings").succeeded());
    }

    private BbbClient either(int i) {
        return i % 2 == 0 ? here : there;
    }

    @Test
    void equal_creates_on_both_end_on_one_node_and_all_succeed() throws Exception {
        awaitTenantOnSecond();

        List<BbbAnswer> answers = AtOnce.all(20, i -> () -> Rooms.create(either(i), "the-room"));

        assertThat(answers).allMatch(BbbAnswer::succeeded);
        assertThat(answers)
                .extracting(answer -> answer.value("internalMeetingID"))
                .containsOnly(answers.get(0).value("internalMeetingID"));
        assertThat(Rooms.running(pool, "the-room")).hasSize(1);
        assertThat(pool.nodes().stream().filter(node -> node.requests().count("create") > 0))
                .hasSize(1);
    }

    /** As many as ask at once when a lecture begins, and each is told what it would have been told alone. */
    @Test
    @Tag("full")
    void fifty_equal_creates_on_each_of_both_make_one_meeting_and_get_one_reply() throws Exception {
        awaitTenantOnSecond();

        List<BbbAnswer> answers = AtOnce.all(100, i -> () -> Rooms.create(either(i), "the-room"));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.succeeded()).as(answer.toString()).isTrue();
            assertThat(answer.messageKey()).isIn("", "duplicateWarning");
        });
        for (String element : List.of("meetingID", "internalMeetingID", "createTime", "attendeePW", "voiceBridge")) {
            assertThat(answers)
                    .extracting(answer -> answer.value(element))
                    .as(element)
                    .containsOnly(answers.get(0).value(element));
        }
        assertThat(answers).filteredOn(answer -> answer.messageKey().isEmpty()).hasSize(1);
        assertThat(pool.nodes().stream().filter(node -> node.requests().count("create") > 0))
                .hasSize(1);
        assertThat(Rooms.running(pool, "the-room")).hasSize(1);
        for (BbbClient client : List.of(here, there)) {
            BbbAnswer again = Rooms.create(client, "the-room");
            assertThat(again.messageKey()).isEqualTo("duplicateWarning");
            assertThat(again.value("internalMeetingID"))
                    .isEqualTo(answers.get(0).value("internalMeetingID"));
            assertThat(Rooms.listed(client)).containsExactly("the-room");
        }
    }

    @Test
    void fifty_creates_on_both_spread_evenly() throws Exception {
        awaitTenantOnSecond();

        List<BbbAnswer> answers = AtOnce.all(50, i -> () -> Rooms.create(either(i), "room-" + i));

        assertThat(answers).allMatch(BbbAnswer::succeeded);
        assertThat(pool.nodes())
                .allSatisfy(node -> assertThat(node.meetings().all()).hasSizeBetween(9, 11));
    }

    @Test
    void what_one_creates_the_other_serves_at_once_and_what_one_ends_is_gone_there_too() throws IOException {
        awaitTenantOnSecond();
        Rooms.create(here, "the-room");

        assertThat(there.send("GET", "join", "meetingID=the-room&fullName=E&role=VIEWER")
                        .status())
                .isEqualTo(302);
        assertThat(Rooms.create(there, "the-room").messageKey()).isEqualTo("duplicateWarning");
        Awaitility.await().atMost(IN_FORCE).until(() -> Rooms.listed(there).equals(List.of("the-room")));

        Rooms.ask(there, "end", "the-room");
        Awaitility.await().atMost(IN_FORCE).until(() -> Rooms.listed(here).isEmpty());
        assertThat(Rooms.ask(here, "getMeetingInfo", "the-room").messageKey()).isEqualTo("notFound");
    }

    @Test
    void a_room_that_people_made_in_a_meeting_is_served_by_both() throws IOException {
        awaitTenantOnSecond();
        Rooms.create(here, "main");
        FakeBbbNode home = Rooms.home(pool, "main");
        String room = home.meetings()
                .openBreakouts(home.meetings().find("main").orElseThrow(), 1)
                .get(0)
                .internalId();
        pool.poll(Rooms.slug(pool, home));

        for (BbbClient server : List.of(here, there)) {
            Awaitility.await().atMost(IN_FORCE).untilAsserted(() -> assertThat(
                            Rooms.ask(server, "getMeetingInfo", room).value("internalMeetingID"))
                    .isEqualTo(room));
        }
    }

    @Test
    void what_one_removes_the_other_forgets_with_its_meetings() throws IOException {
        awaitTenantOnSecond();
        Rooms.create(here, "lost");
        String slug = Rooms.slug(pool, Rooms.home(pool, "lost"));
        Awaitility.await().atMost(IN_FORCE).until(() -> Rooms.listed(there).equals(List.of("lost")));

        testbed.operations().call("removenode", Map.of("slug", slug, "force", "true"));

        Awaitility.await().atMost(IN_FORCE).until(() -> Rooms.listed(there).isEmpty());
        assertThat(Rooms.ask(there, "getMeetingInfo", "lost").messageKey()).isEqualTo("notFound");
        assertThat(Rooms.create(there, "lost").messageKey()).isEmpty();
        testbed.operations().call("removetenant", Map.of("slug", pool.tenant(), "force", "true"));
        Awaitility.await()
                .atMost(IN_FORCE)
                .until(() -> there.get("getMeetings").messageKey().equals("checksumError"));
    }

    /** One that comes late may be the machine's fault, most of them would be ours. */
    @Test
    void what_is_changed_through_one_is_in_force_on_the_other_within_a_second() throws IOException {
        awaitTenantOnSecond();
        List<Duration> delays = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String secret = testbed.names().secret();
            BbbClient withNewSecret = onSecond(pool.tenant(), secret);
            testbed.operations()
                    .call("setsecret", Map.of("tenant-slug", pool.tenant(), "sub-id", "0", "secret", secret));
            long answered = System.nanoTime();
            Awaitility.await()
                    .atMost(IN_FORCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> withNewSecret.get("getMeetings").succeeded());
            delays.add(Duration.ofNanos(System.nanoTime() - answered));
        }

        assertThat(delays.stream().sorted().toList().get(2)).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void each_tells_of_both() {
        try (Operations there = new Operations(second.managementPort())) {
            for (Operations either : List.of(testbed.operations(), there)) {
                Awaitility.await().atMost(IN_FORCE).until(() -> Servers.stateOf(either, "second")
                        .equals("up"));
                assertThat(Servers.stateOf(either, "server")).isEqualTo("up");
            }
        }
    }

    @Test
    void without_a_default_cluster_a_server_is_not_put_just_anywhere() {
        testbed.operations().call("addcluster", Map.of("name", testbed.names().name("another")));
        try (Operations ofSecond = new Operations(second.managementPort())) {
            Refused.sentence(ofSecond, "servers-add", Map.of("url", "https://bbb05.example.com/", "secret", "s"))
                    .contains("It is not clear which cluster the server belongs to: set B3LB_DEFAULT_CLUSTER");
        }
    }

    @Test
    void each_node_is_polled_by_only_one_of_them() {
        pool.nodes().forEach(node -> node.requests().clear());
        long start = System.nanoTime();

        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(() -> pool.nodes().get(0).requests().count("getMeetings") >= 3);

        long intervals = Duration.ofNanos(System.nanoTime() - start).toSeconds() / 2;
        assertThat(pool.nodes().get(0).requests().count("getMeetings")).isLessThanOrEqualTo(intervals + 2);
    }

    @Test
    void who_is_removed_on_one_is_out_on_the_other_too() throws IOException {
        Users users = new Users(testbed);
        Users.Person person = users.add("admin");
        String token = users.token(person, "script", Map.of());
        AdminClient client = new AdminClient(second.httpPort());
        Awaitility.await()
                .atMost(IN_FORCE)
                .until(() -> client.me(AdminClient.Login.bearer(token)).status() == 200);
        assertThat(client.me(person.login()).status()).isEqualTo(200);

        testbed.operations().call("removeuser", Map.of("username", person.username()));

        Awaitility.await()
                .atMost(IN_FORCE)
                .until(() -> client.me(AdminClient.Login.bearer(token)).status() == 401);
        assertThat(client.me(person.login()).status()).isEqualTo(401);
    }

    @Test
    void a_token_that_is_renewed_on_one_is_in_force_on_the_other_too_and_the_old_one_is_not() throws IOException {
        String old = renewedToken();
        Awaitility.await().atMost(IN_FORCE).until(() -> metricsOnSecond(old) == 200);

        String renewed = renewedToken();

        Awaitility.await().atMost(IN_FORCE).until(() -> metricsOnSecond(renewed) == 200);
        assertThat(metricsOnSecond(old)).isEqualTo(401);
    }

    private String renewedToken() {
        return testbed.operations()
                .call("renewstatstoken", Map.of("tenant-slug", pool.tenant()))
                .get("stats-token")
                .asString();
    }

    private int metricsOnSecond(String token) throws IOException {
        return new AdminClient(second.httpPort())
                .get(Testbed.BASE_DOMAIN, "/b3lb/t/" + pool.tenant() + "/metrics", "Authorization: " + token)
                .status();
    }

    @Test
    void without_redis_everything_works_and_the_other_server_learns_of_changes_by_itself() throws Exception {
        awaitTenantOnSecond();
        testbed.redis().kill();
        try {
            assertThat(Rooms.create(here, "the-room").succeeded()).isTrue();
            Awaitility.await().atMost(IN_FORCE).until(() -> Rooms.listed(there).equals(List.of("the-room")));
            String added = pool.addSecret(1);
            BbbClient another = BbbClient.byPath(second.httpPort(), "localhost", pool.tenant() + "-1", added);
            Awaitility.await().atMost(IN_FORCE).until(() -> another.get("getMeetings")
                    .succeeded());
            List<BbbAnswer> answers = AtOnce.all(10, i -> () -> Rooms.create(either(i), "room-" + i));
            assertThat(answers).allMatch(BbbAnswer::succeeded);
        } finally {
            testbed.redis().restart();
        }
        Rooms.ask(here, "end", "the-room");
        Awaitility.await().atMost(IN_FORCE).until(() -> !Rooms.listed(there).contains("the-room"));
    }
}
