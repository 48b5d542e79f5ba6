package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.fakenode.Crowd;
import dev.b3lb.testbed.BbbClient;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What scrapers are told of what really happens. */
@OnTestbed
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsIT {

    /** A second to add up, one to read, and what a busy machine needs. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Testbed testbed;
    private String token;
    private Pool pool;
    private SecondTenant tenant;

    MetricsIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeAll
    void start() {
        Users users = new Users(testbed);
        token = "Bearer " + users.token(users.add("metrics"), "scraper", Map.of());
        pool = testbed.newPool(2);
    }

    @AfterAll
    void stop() {
        if (pool != null) {
            pool.close();
        }
    }

    private Scrape scrape() throws IOException {
        return Scrape.of(testbed.server().httpPort(), Testbed.BASE_DOMAIN, "/b3lb/metrics", token);
    }

    private void awaitTold(String sample, double value) {
        Awaitility.await().atMost(SOON).ignoreExceptions().untilAsserted(() -> assertThat(scrape().value(sample))
                .isEqualTo(value));
    }

    private static String own(String family, String labels) {
        return family + "{" + labels + ",server=\"server\"}";
    }

    private double before(Scrape scrape, String sample) {
        return scrape.find(sample).orElse(0);
    }

    private String ofSecret(String family, int subId) {
        String label = subId == 0 ? tenant.slug() : "%s-%03d".formatted(tenant.slug(), subId);
        return family + "{secret=\"" + label + "\"}";
    }

    @Test
    void what_goes_on_and_what_was_done_is_told_by_secret() throws IOException {
        tenant = SecondTenant.in(testbed, pool);
        BbbClient seven = tenant.client(7, tenant.addSecret(7));
        Rooms.create(seven, "m-one");
        Rooms.create(seven, "m-two");
        for (int i = 0; i < 3; i++) {
            seven.send("GET", "join", "meetingID=m-one&fullName=Eve&role=VIEWER");
        }
        Rooms.running(pool, "m-one").get(0).addAttendees(Crowd.of(4));
        pool.slugs().forEach(pool::poll);

        awaitTold(ofSecret("b3lb_attendees", 7), 4);
        awaitTold(ofSecret("b3lb_attendees_joined_total", 7), 3);
        awaitTold(ofSecret("b3lb_meetings_created_total", 7), 2);
        assertThat(scrape().value(ofSecret("b3lb_meetings", 7))).isEqualTo(2);
        assertThat(scrape().value(ofSecret("b3lb_meetings", 0))).isZero();
        assertThat(scrape().value(ofSecret("b3lb_attendees_joined_total", 0))).isZero();

        Rooms.ask(seven, "end", "m-one");
        awaitTold(ofSecret("b3lb_meetings", 7), 1);
        awaitTold(ofSecret("b3lb_meeting_duration_seconds_count", 7), 1);
        assertThat(scrape().value(ofSecret("b3lb_meeting_duration_seconds_sum", 7)))
                .isBetween(0.001, 600.0);
    }

    @Test
    void limits_and_their_hits_are_told() throws IOException {
        Scrape start = scrape();
        tenant = SecondTenant.in(testbed, pool, Map.of("meeting-limit", "1", "attendee-limit", "100"));
        BbbClient five = tenant.client(5, tenant.addSecret(5, Map.of("attendee-limit", "30")));
        Rooms.create(five, "m-first");
        assertThat(Rooms.create(five, "m-second").messageKey()).isEqualTo("maxConcurrent");

        awaitTold(ofSecret("b3lb_meeting_limit_hits_total", 0), 1);
        Scrape scrape = scrape();
        assertThat(scrape.value(ofSecret("b3lb_meeting_limit_hits_total", 5))).isZero();
        assertThat(scrape.value(ofSecret("b3lb_attendee_limit_hits_total", 0))).isZero();
        assertThat(scrape.value(ofSecret("b3lb_meeting_limit", 5))).isEqualTo(1);
        assertThat(scrape.value(ofSecret("b3lb_attendee_limit", 5))).isEqualTo(30);
        assertThat(scrape.value(ofSecret("b3lb_secret_meeting_limit", 5))).isZero();
        assertThat(scrape.value(ofSecret("b3lb_tenant_attendee_limit", 0))).isEqualTo(100);
        for (String limit : new String[] {
            own("b3lb_requests_total", "call=\"create\",outcome=\"limit\""),
            own("b3lb_placements_total", "result=\"limit\"")
        }) {
            assertThat(scrape.value(limit)).isGreaterThan(before(start, limit));
        }
    }

    @Test
    void statistics_tell_of_meetings_by_front_end_at_once_and_of_people_after_a_poll() throws IOException {
        tenant = SecondTenant.in(testbed, pool);
        BbbClient client = tenant.client();
        Map<String, String> origin =
                Map.of("meta_bbb-origin", "Moodle", "meta_bbb-origin-server-name", "moodle.example.com");
        Rooms.create(client, "m-origin", origin);
        Rooms.create(client, "m-nobody");

        String figures = "\"participantCount\":%d,\"listenerCount\":0,\"voiceParticipantCount\":0,"
                + "\"moderatorCount\":0,\"videoCount\":0,\"meetingCount\":1";
        String expected = "{\"\":{\"\":{" + figures + "}},\"moodle.example.com\":{\"Moodle\":{" + figures + "}}}";
        assertThat(statistics(tenant.slug())).isEqualTo(expected.formatted(0, 0));

        Rooms.running(pool, "m-origin").get(0).addAttendees(Crowd.of(3));
        pool.slugs().forEach(pool::poll);
        Awaitility.await().atMost(SOON).until(() -> statistics(tenant.slug()).contains("\"participantCount\":3"));
        assertThat(statistics("")).contains("\"" + tenant.slug() + "\":" + statistics(tenant.slug()));
    }

    /** Those of a tenant, or of all. */
    private String statistics(String slug) throws IOException {
        String path = slug.isEmpty() ? "/b3lb/stats" : "/b3lb/t/" + slug.toLowerCase(Locale.ROOT) + "/stats";
        return new AdminClient(testbed.server().httpPort())
                .get(Testbed.BASE_DOMAIN, path, "Authorization: " + token)
                .text();
    }

    @Test
    void nodes_are_told_as_the_last_poll_saw_them() throws IOException {
        BbbClient client = pool.client();
        Rooms.create(client, "m-node");
        Rooms.running(pool, "m-node").get(0).addAttendees(Crowd.of(6));
        String slug = Rooms.slug(pool, Rooms.home(pool, "m-node"));
        pool.poll(slug);
        String labels = "{cluster=\"" + pool.cluster() + "\",node=\"" + slug + "\"}";

        Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(scrape().value("b3lb_node_attendees" + labels))
                .isGreaterThanOrEqualTo(6));
        Scrape scrape = scrape();
        assertThat(scrape.value("b3lb_node_up" + labels)).isEqualTo(1);
        assertThat(scrape.value("b3lb_node_meetings" + labels)).isPositive();
        assertThat(scrape.value("b3lb_node_load" + labels)).isGreaterThan(30);
        assertThat(scrape.value("b3lb_node_capacity" + labels)).isPositive();
        assertThat(scrape.value("b3lb_node_poll_seconds" + labels)).isBetween(0.0001, 10.0);
        assertThat(scrape.value("b3lb_node_state" + labels.replace("}", ",state=\"active\"}")))
                .isEqualTo(1);
        testbed.operations().call("maintenance", Map.of("slug", slug, "on", "true"));
        awaitTold("b3lb_node_maintenance" + labels, 1);
        awaitTold("b3lb_node_load" + labels, -2);
        testbed.operations().call("maintenance", Map.of("slug", slug, "on", "false"));
        awaitTold("b3lb_node_maintenance" + labels, 0);
    }

    @Test
    void what_the_server_does_itself_is_counted_and_timed() throws IOException {
        String creates = own("b3lb_requests_total", "call=\"create\",outcome=\"success\"");
        String timed = own("b3lb_request_duration_seconds_count", "call=\"create\",outcome=\"success\"");
        String strangers = own("b3lb_requests_total", "call=\"getMeetings\",outcome=\"checksum_error\"");
        String nodeCalls = own("b3lb_node_requests_total", "call=\"create\",outcome=\"answered\"");
        String placed = own("b3lb_placements_total", "result=\"placed\"");
        String polls = own("b3lb_polls_total", "outcome=\"good\"");
        String found = own("b3lb_cache_requests_total", "cache=\"meetings\",result=\"hit\"");
        Scrape start = scrape();
        BbbClient client = pool.client();
        Rooms.create(client, "m-counted");
        client.send("GET", "join", "meetingID=m-counted&fullName=Eve&role=VIEWER");
        client.sendUnsigned("GET", "getMeetings", "checksum=wrong");
        pool.slugs().forEach(pool::poll);

        Scrape scrape = scrape();
        for (String sample : new String[] {creates, timed, strangers, nodeCalls, placed, polls, found}) {
            assertThat(scrape.value(sample)).as(sample).isGreaterThan(before(start, sample));
        }
        assertThat(scrape.value("b3lb_database_up{server=\"server\"}")).isEqualTo(1);
        assertThat(scrape.value("b3lb_poll_age_seconds")).isNotNegative();
        assertThat(scrape.value("b3lb_health_frozen")).isNotNegative();
        assertThat(scrape.value("b3lb_counters_age_seconds{server=\"server\"}")).isLessThan(5);
    }
}
