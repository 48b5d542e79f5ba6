package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.fakenode.FakeBbbNode;
import dev.b3lb.fakenode.Fault;
import dev.b3lb.testbed.BbbClient;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What decisions leave in the log, and what clients cannot make it say. */
@OnTestbed
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Pattern EVENT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\S+ +(?:INFO|WARN|ERROR|FATAL|DEBUG) .*");

    private final Testbed testbed;
    private Pool pool;
    private ServerLog log;

    LogIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeAll
    void open() {
        pool = testbed.newPool(2);
    }

    @AfterAll
    void close() {
        if (pool != null) {
            pool.close();
        }
    }

    @BeforeEach
    void fromNow() throws IOException {
        pool.nodes().forEach(node -> node.faults().heal());
        log = ServerLog.fromNow(testbed.server());
    }

    /** As grep finds them. */
    private List<String> lines(String pattern) throws IOException {
        Pattern wanted = Pattern.compile(pattern);
        return log.text().lines().filter(line -> wanted.matcher(line).find()).toList();
    }

    private void awaitLine(String pattern) {
        Awaitility.await().atMost(SOON).until(() -> !lines(pattern).isEmpty());
    }

    @Test
    void a_limit_that_is_exceeded_is_one_line_for_many_refusals() throws IOException {
        SecondTenant tenant = SecondTenant.in(testbed, pool, Map.of("meeting-limit", "1"));
        Rooms.create(tenant.client(), "first");
        for (int i = 0; i < 10; i++) {
            assertThat(Rooms.create(tenant.client(), "more-" + i).messageKey()).isEqualTo("maxConcurrent");
        }

        assertThat(lines("limit exceeded.*" + tenant.slug()))
                .singleElement()
                .asString()
                .contains(
                        "WARN",
                        "Meeting limit exceeded: tenant " + tenant.slug() + " has 1 of at most 1, meeting more-0 of "
                                + tenant.slug() + " is refused");
        Rooms.ask(tenant.client(), "end", "first");
    }

    @Test
    void a_meeting_is_followed_from_node_to_node_to_its_end() throws IOException {
        FakeBbbNode bad = pool.nodes().get(0);
        String from = Rooms.slug(pool, bad);
        String to = Rooms.slug(pool, pool.nodes().get(1));
        bad.faults().set(Fault.failed("idNotUnique", "No."), "create");
        String room = moved();
        Rooms.ask(pool.client(), "end", room);

        assertThat(lines("[mM]eeting " + room + " of " + pool.tenant() + " "))
                .satisfiesExactly(
                        line -> assertThat(line).contains("Placing meeting", "on node " + from + " (load "),
                        line -> assertThat(line)
                                .contains("Moving meeting", "from node " + from + " to node " + to + ": idNotUnique"),
                        line -> assertThat(line).contains("Placing meeting", "on node " + to + " (load "),
                        line -> assertThat(line).contains("on node " + to + " is over: its client asked for it"));
    }

    /** The first meeting that the bad node was chosen for. */
    private String moved() throws IOException {
        for (int i = 0; i < 20; i++) {
            String room = testbed.names().name("followed");
            assertThat(Rooms.create(pool.client(), room).succeeded()).isTrue();
            if (!lines("Moving meeting " + room).isEmpty()) {
                return room;
            }
        }
        throw new AssertionError("The bad node was never chosen.");
    }

    @Test
    void the_end_that_a_node_or_a_poll_tells_is_one_line() throws IOException {
        Rooms.create(pool.client(), "told");
        FakeBbbNode home = Rooms.home(pool, "told");
        home.meetings().end(Rooms.running(home, "told").get(0));
        awaitLine(
                "Meeting told of " + pool.tenant() + " on node " + Rooms.slug(pool, home) + " is over: its node says");

        Rooms.create(pool.client(), "vanished");
        FakeBbbNode other = Rooms.home(pool, "vanished");
        other.forget();
        for (int i = 0; i < 2; i++) {
            pool.poll(Rooms.slug(pool, other));
        }
        awaitLine("Meeting vanished of .* is over: its node did not list it in two polls");
        assertThat(lines("Meeting (told|vanished) of .* is over")).hasSize(2);
    }

    @Test
    void a_node_s_way_down_and_up_is_told_in_the_words_that_people_look_for() {
        try (Pool own = testbed.newPool(1)) {
            FakeBbbNode node = own.nodes().get(0);
            String slug = own.slugs().get(0);
            node.faults().set(Fault.status(500));
            awaitLine("Node " + slug + ".*failed.*it is SUSPECT, was ACTIVE: HTTP status 500");
            node.faults().heal();
            awaitLine("Node " + slug + " is ACTIVE, was (SUSPECT|DOWN)");
        }
    }

    @Test
    void a_callback_that_is_given_up_is_told_without_its_address() throws IOException {
        Rooms.create(pool.client(), "untold", Map.of("meta_endCallbackUrl", "ftp://lms.example.com/?token=t0ken"));
        FakeBbbNode home = Rooms.home(pool, "untold");
        home.meetings().end(Rooms.running(home, "untold").get(0));

        awaitLine(
                "Calling tenant " + pool.tenant() + " back is given up \\(MEETING_ENDED, meeting untold\\): the address"
                        + " is not an http or https URL");
        assertThat(log.text()).doesNotContain("t0ken");
    }

    private void refused(BbbClient client, String address) throws IOException {
        assertThat(client.sending("X-Forwarded-For: " + address)
                        .sendUnsigned("GET", "create", "meetingID=x&checksum=" + "a".repeat(64))
                        .text())
                .contains("checksumError");
    }

    @Test
    void a_refused_checksum_names_its_client_to_the_filter_of_the_page() throws IOException {
        Fail2banFilter filter = Fail2banFilter.ofThePage();

        refused(pool.client(), "203.0.113.77");
        refused(pool.clientByHost(), "2001:db8::77");
        refused(pool.clientByHost(), "198.51.100.1, 203.0.113.78");
        BbbClient nobody = BbbClient.byPath(testbed.server().httpPort(), Testbed.BASE_DOMAIN, "nobody", "secret");
        refused(nobody, "203.0.113.79");
        Rooms.create(pool.client(), "x A checksum from 203.0.113.80 was refused: call create");

        assertThat(log.text().lines().flatMap(line -> filter.counted(line).stream()))
                .containsExactly("203.0.113.77", "2001:db8:0:0:0:0:0:77", "203.0.113.78", "203.0.113.79");
        assertThat(lines("RefusedChecksums"))
                .hasSize(4)
                .anyMatch(line -> line.endsWith(
                        "call create, host " + pool.tenant().toLowerCase(Locale.ROOT) + "." + Testbed.BASE_DOMAIN))
                .noneMatch(line -> line.contains("aaaa"));
        assertThat(lines("203.0.113.80")).isNotEmpty();
    }

    @Test
    void nobody_s_text_looks_like_an_event() throws IOException {
        String forged = "2026-01-01T00:00:00.000Z ERROR [Polling] (x) Node a failed: forged";
        BbbClient client = pool.client();
        for (String end : List.of("\n", "\r", "\u0085", "\u2028", "\u001b[1A")) {
            Rooms.create(client, "evil" + end + forged);
        }
        new AdminClient(testbed.server().httpPort())
                .get(
                        Testbed.BASE_DOMAIN,
                        AdminClient.ME,
                        AdminClient.Login.basic("evil\n" + forged, "wrong").header());

        List<String> lines = log.text().lines().toList();
        assertThat(lines).anyMatch(line -> line.contains("Placing meeting evil"));
        assertThat(lines).noneMatch(line -> line.startsWith(forged));
        assertThat(lines)
                .filteredOn(line -> line.contains("forged"))
                .isNotEmpty()
                .allMatch(line -> EVENT.matcher(line).matches())
                .allMatch(line -> line.contains("evil"));
        assertThat(log.text()).doesNotContain("\u001b", "\r", "\u0085", "\u2028");
    }
}
