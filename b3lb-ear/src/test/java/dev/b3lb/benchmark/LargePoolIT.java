package dev.b3lb.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.testbed.B3lbServer;
import dev.b3lb.testbed.BbbAnswer;
import dev.b3lb.testbed.BbbClient;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Parts;
import dev.b3lb.testbed.PostgresServer;
import dev.b3lb.testbed.RedisServer;
import dev.b3lb.testbed.ServerPlan;
import dev.b3lb.testbed.Testbed;
import dev.b3lb.testbed.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** A hundred nodes, added in one moment, behind two servers of which one is killed in the end. */
@OnTestbed
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class LargePoolIT {

    private static final PoolSize SIZE = new PoolSize(100, 10, 20, 5, 1);
    private static final int INTERVAL_SECONDS = 15;
    private static final Duration SOON = Duration.ofSeconds(60);

    /** What a busy machine needs beyond the interval and the second in which servers look for due nodes. */
    private static final Duration TOLERANCE = Duration.ofSeconds(8);

    private static final Pattern CLAIMED = Pattern.compile("Polling (\\d+) nodes");

    private final Testbed testbed;
    private final Parts parts = new Parts();
    private StandInNodes nodes;
    private PollReadings readings;
    private B3lbServer first;
    private B3lbServer second;

    LargePoolIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeAll
    void start() {
        Workplace workplace = new Workplace(
                testbed.workplace().part("own-large"), testbed.workplace().guardian());
        nodes = parts.add(StandInNodes.start(SIZE, testbed.ports().draw()));
        PostgresServer postgres =
                parts.add(PostgresServer.start(workplace, testbed.ports().draw()));
        RedisServer redis =
                parts.add(RedisServer.start(workplace, testbed.ports().draw()));
        first = parts.add(B3lbServer.start(workplace, plan("large-1").on(postgres, redis)));
        second = parts.add(B3lbServer.start(workplace, plan("large-2").on(postgres, redis)));
        readings = parts.add(new PollReadings(postgres));
        PoolRows.write(postgres, SIZE, nodes);
    }

    private ServerPlan plan(String name) {
        return testbed.newPlan(name)
                .with("B3LB_POLL_INTERVAL", INTERVAL_SECONDS)
                .with("B3LB_LOG_LEVEL", "DEBUG");
    }

    @AfterAll
    void stop() {
        parts.close();
    }

    private int[] polls() {
        return IntStream.range(0, SIZE.nodes()).map(nodes::polls).toArray();
    }

    private void awaitPolls(int more, Duration limit) {
        int[] before = polls();
        Awaitility.await().atMost(limit).until(() -> IntStream.range(0, SIZE.nodes())
                .allMatch(i -> nodes.polls(i) >= before[i] + more));
    }

    @Test
    @Order(1)
    void every_node_is_polled_once_in_each_interval() throws IOException {
        Awaitility.await().atMost(SOON).until(() -> readings.activeNodes() == SIZE.nodes());
        awaitPolls(1, SOON);
        int[] before = polls();

        awaitPolls(4, Duration.ofSeconds(4 * INTERVAL_SECONDS).plus(TOLERANCE));

        int[] after = polls();
        assertThat(IntStream.range(0, SIZE.nodes()).map(i -> after[i] - before[i]))
                .allMatch(count -> count <= 6);
        assertThat(readings.attendees())
                .isBetween(
                        (long) SIZE.allMeetings() * SIZE.attendees(),
                        (long) SIZE.allMeetings() * (SIZE.attendees() + 1));
        BbbClient client = BbbClient.byPath(
                first.httpPort(), Testbed.BASE_DOMAIN, PoolRows.tenant(0).toLowerCase(Locale.ROOT), PoolRows.secret());
        BbbAnswer list = client.get("getMeetings");
        assertThat(list.values("meetings/meeting/meetingID")).hasSize(SIZE.allMeetings() / SIZE.tenants());
    }

    @Test
    @Order(2)
    void servers_share_the_work() throws IOException {
        long here = claimed(first);
        long there = claimed(second);

        assertThat(here).isGreaterThan((here + there) / 5);
        assertThat(there).isGreaterThan((here + there) / 5);
    }

    private static long claimed(B3lbServer server) throws IOException {
        return CLAIMED.matcher(Files.readString(server.log()))
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }

    @Test
    @Order(3)
    void the_share_of_a_server_that_was_killed_is_taken_over_within_an_interval() {
        second.kill();

        awaitPolls(1, Duration.ofSeconds(INTERVAL_SECONDS + 1).plus(TOLERANCE));
    }
}
