package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.fakenode.Crowd;
import dev.b3lb.fakenode.FakeMeeting;
import dev.b3lb.fakenode.Fault;
import dev.b3lb.testbed.B3lbServer;
import dev.b3lb.testbed.BbbAnswer;
import dev.b3lb.testbed.BbbClient;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much a tenant and its secrets may use at a time, kept to by two servers on one database. */
@OnTestbed
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitsIT {

    private static final int MANY = 40;
    private static final Duration IN_FORCE = Duration.ofSeconds(5);

    private final Testbed testbed;
    private B3lbServer otherServer;
    private Pool pool;
    private SecondTenant tenant;

    LimitsIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeAll
    void start() {
        otherServer = B3lbServer.start(
                testbed.workplace(), testbed.newPlan("limits").on(testbed.postgres(), testbed.redis()));
        pool = testbed.newPool(2);
    }

    @AfterAll
    void stop() {
        if (pool != null) {
            pool.close();
        }
        if (otherServer != null) {
            otherServer.close();
        }
    }

    @AfterEach
    void healNodes() {
        pool.nodes().forEach(node -> node.faults().heal());
    }

    /** A tenant with limits of its own, and a secret of sub id 0 without any. */
    private BbbClient limited(Map<String, String> limits) {
        tenant = SecondTenant.in(testbed, pool, limits);
        return tenant.client();
    }

    private BbbClient secret(int subId, Map<String, String> limits) {
        return tenant.client(subId, tenant.addSecret(subId, limits));
    }

    /** The same client at the other server, when that one knows it. */
    private BbbClient elsewhere(BbbClient client) {
        BbbClient there = client.at(otherServer.httpPort());
        Awaitility.await().atMost(IN_FORCE).until(() -> there.get("getMeetings").succeeded());
        return there;
    }

    private LimitRows rows() {
        return new LimitRows(testbed.postgres(), tenant.slug());
    }

    private long runningOnNodes(String prefix) {
        return pool.nodes().stream()
                .flatMap(node -> node.meetings().all().stream())
                .filter(meeting -> meeting.externalId().startsWith(prefix) && !meeting.isEnded())
                .count();
    }

    private static void assertRefused(BbbAnswer answer, String message) {
        assertThat(answer.value("returncode")).isEqualTo("FAILED");
        assertThat(answer.messageKey()).isEqualTo("maxConcurrent");
        assertThat(answer.value("message")).isEqualTo(message);
    }

    /** Exactly so many succeed, and all others are told the limit. */
    private static void assertLetThrough(List<BbbAnswer> answers, int limit, String message) {
        assertThat(answers.stream().filter(BbbAnswer::succeeded)).hasSize(limit);
        assertThat(answers.stream().filter(answer -> !answer.succeeded()))
                .hasSize(answers.size() - limit)
                .allSatisfy(answer -> assertRefused(answer, message));
    }

    @Test
    void a_tenants_limit_is_exact_for_forty_creates_at_once_on_two_servers_with_two_secrets() throws Exception {
        BbbClient zero = limited(Map.of("meeting-limit", "7"));
        BbbClient one = secret(1, Map.of());
        List<BbbClient> clients = List.of(zero, elsewhere(zero), one, elsewhere(one));

        List<BbbAnswer> answers;
        try (LimitRows.Watch watch = rows().watch()) {
            answers = AtOnce.all(MANY, i -> () -> Rooms.create(clients.get(i % clients.size()), "tenants-" + i));
            assertThat(watch.mostMeetings()).isLessThanOrEqualTo(7);
        }

        assertLetThrough(answers, 7, "The meeting limit of this tenant is reached: 7 at the same time.");
        assertThat(rows().meetings()).isEqualTo(7);
        assertThat(runningOnNodes("tenants-")).isEqualTo(7);
        assertThat(rows().meetingHits(0)).isEqualTo(MANY - 7);
        assertThat(rows().meetingHits(1)).isZero();
        assertThat(rows().attendeeHits(0)).isZero();
    }

    @Test
    void a_secrets_limit_is_exact_too_and_concerns_no_other_secret() throws Exception {
        BbbClient zero = limited(Map.of());
        BbbClient one = secret(1, Map.of("meeting-limit", "5"));
        List<BbbClient> clients = List.of(one, elsewhere(one));

        List<BbbAnswer> answers;
        try (LimitRows.Watch watch = rows().watch()) {
            answers = AtOnce.all(MANY, i -> () -> Rooms.create(clients.get(i % 2), "secrets-" + i));
            assertThat(watch.mostMeetings()).isLessThanOrEqualTo(5);
        }

        assertLetThrough(answers, 5, "The meeting limit of this secret is reached: 5 at the same time.");
        assertThat(rows().meetings()).isEqualTo(5);
        assertThat(rows().meetingHits(1)).isEqualTo(MANY - 5);
        assertThat(rows().meetingHits(0)).isZero();
        for (int i = 0; i < 8; i++) {
            assertThat(Rooms.create(zero, "unlimited-" + i).succeeded()).isTrue();
        }
    }

    @Test
    void with_both_limits_the_one_that_is_reached_is_named() throws IOException, SQLException {
        BbbClient zero = limited(Map.of("meeting-limit", "3"));
        BbbClient one = secret(1, Map.of("meeting-limit", "1"));

        assertThat(Rooms.create(one, "both-1").succeeded()).isTrue();
        assertRefused(Rooms.create(one, "both-2"), "The meeting limit of this secret is reached: 1 at the same time.");
        assertThat(Rooms.create(zero, "both-3").succeeded()).isTrue();
        assertThat(Rooms.create(zero, "both-4").succeeded()).isTrue();
        assertRefused(Rooms.create(one, "both-5"), "The meeting limit of this tenant is reached: 3 at the same time.");
        assertThat(rows().meetingHits(0)).isEqualTo(1);
        assertThat(rows().meetingHits(1)).isEqualTo(1);
    }

    @Test
    void forty_equal_creates_count_once() throws Exception {
        BbbClient here = limited(Map.of("meeting-limit", "1"));
        List<BbbClient> clients = List.of(here, elsewhere(here));

        List<BbbAnswer> answers = AtOnce.all(MANY, i -> () -> Rooms.create(clients.get(i % 2), "equal"));

        assertThat(answers).allMatch(BbbAnswer::succeeded);
        assertThat(rows().meetings()).isEqualTo(1);
        assertThat(rows().meetingHits(0)).isZero();
        assertRefused(
                Rooms.create(here, "another"), "The meeting limit of this tenant is reached: 1 at the same time.");
    }

    @Test
    void at_the_limit_known_meetings_go_on_and_an_end_makes_room_on_the_other_server_too() throws IOException {
        BbbClient here = limited(Map.of("meeting-limit", "2"));
        BbbClient there = elsewhere(here);
        Rooms.create(here, "end-1");
        Rooms.create(here, "end-2");

        assertThat(Rooms.create(there, "end-3").messageKey()).isEqualTo("maxConcurrent");
        assertThat(Rooms.create(there, "end-1").messageKey()).isEqualTo("duplicateWarning");
        assertThat(here.send("GET", "join", "meetingID=end-1&fullName=Eve&role=VIEWER")
                        .status())
                .isEqualTo(302);
        assertThat(Rooms.ask(here, "end", "end-1").succeeded()).isTrue();
        assertThat(Rooms.create(there, "end-3").succeeded()).isTrue();
        assertThat(Rooms.create(here, "end-4").messageKey()).isEqualTo("maxConcurrent");
    }

    @Test
    void a_meeting_that_ended_on_its_node_makes_room_after_two_polls() throws IOException {
        BbbClient client = limited(Map.of("meeting-limit", "1"));
        Rooms.create(client, "gone");
        Rooms.home(pool, "gone").forget();

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> Rooms.create(client, "next")
                .succeeded());
    }

    @Test
    void a_create_that_fails_takes_no_room() throws IOException, SQLException {
        BbbClient client = limited(Map.of("meeting-limit", "1"));
        pool.nodes().forEach(node -> node.faults().set(Fault.failed("someError", "No."), "create"));

        assertThat(Rooms.create(client, "failing").messageKey()).isEqualTo("someError");
        assertThat(rows().meetings()).isZero();
        pool.nodes().forEach(node -> node.faults().heal());

        assertThat(Rooms.create(client, "working").succeeded()).isTrue();
        assertThat(rows().meetingHits(0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tenant", "secret"})
    void attendees_as_the_last_poll_saw_them_keep_new_meetings_out_but_not_people(String whose) throws Exception {
        Map<String, String> limits = Map.of("attendee-limit", "3");
        boolean ofTenant = whose.equals("tenant");
        limited(ofTenant ? limits : Map.of());
        BbbClient client = secret(4, ofTenant ? Map.of() : limits);
        Rooms.create(client, "full");
        Rooms.running(pool, "full").get(0).addAttendees(Crowd.of(2));
        pool.slugs().forEach(pool::poll);
        assertThat(Rooms.create(client, "one-more").succeeded()).isTrue();

        Rooms.running(pool, "full").get(0).addAttendees(Crowd.of(1));
        pool.slugs().forEach(pool::poll);

        assertRefused(
                Rooms.create(client, "too-many"),
                "The attendee limit of this %s is reached: 3 at the same time.".formatted(whose));
        assertThat(rows().attendeeHits(ofTenant ? 0 : 4)).isEqualTo(1);
        assertThat(rows().meetingHits(ofTenant ? 0 : 4)).isZero();
        assertThat(client.send("GET", "join", "meetingID=full&fullName=Eve&role=VIEWER")
                        .status())
                .isEqualTo(302);
        assertThat(Rooms.create(client, "full").messageKey()).isEqualTo("duplicateWarning");
        if (!ofTenant) {
            assertThat(Rooms.create(tenant.client(), "of-another-secret").succeeded())
                    .isTrue();
        }

        Rooms.running(pool, "full").get(0).removeAttendees(1, Instant.now());
        pool.slugs().forEach(pool::poll);
        assertThat(Rooms.create(client, "too-many").succeeded()).isTrue();
        for (String id : List.of("full", "one-more", "too-many")) {
            Rooms.ask(client, "end", id);
        }
    }

    @Test
    void people_in_breakout_rooms_are_counted_once() throws IOException {
        BbbClient client = limited(Map.of("attendee-limit", "3"));
        Rooms.create(client, "main-room");
        FakeMeeting main = Rooms.running(pool, "main-room").get(0);
        Rooms.create(
                client,
                "side-room",
                Map.of("isBreakout", "true", "sequence", "1", "parentMeetingID", "main-room", "freeJoin", "false"));
        FakeMeeting side = pool.nodes().stream()
                .flatMap(node -> node.meetings().all().stream())
                .filter(meeting -> meeting.parent().filter(main::equals).isPresent())
                .findFirst()
                .orElseThrow();
        main.addAttendees(Crowd.of(2));
        side.addAttendees(Crowd.of(2));
        pool.slugs().forEach(pool::poll);
        assertThat(Rooms.create(client, "third-room").succeeded()).isTrue();

        main.addAttendees(Crowd.of(1));
        pool.slugs().forEach(pool::poll);

        assertRefused(
                Rooms.create(client, "fourth-room"),
                "The attendee limit of this tenant is reached: 3 at the same time.");
    }
}
