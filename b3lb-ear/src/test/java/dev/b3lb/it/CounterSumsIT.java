package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.testbed.B3lbServer;
import dev.b3lb.testbed.BbbClient;
import dev.b3lb.testbed.OnTestbed;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** What two servers count together, while one of them is killed, started again and stopped. */
@OnTestbed
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class CounterSumsIT {

    private static final Duration SOON = Duration.ofSeconds(10);

    /** The second that may be lost, and what a busy machine needs for the tick and the statement. */
    private static final Duration LOST = Duration.ofMillis(1_500);

    private static final Duration TOGETHER = Duration.ofSeconds(4);

    private final Testbed testbed;
    private B3lbServer second;
    private Pool pool;
    private BbbClient here;
    private BbbClient there;
    private String token;
    private SumsWatch watch;

    CounterSumsIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeAll
    void start() {
        second = B3lbServer.start(testbed.workplace(), testbed.newPlan("sums").on(testbed.postgres(), testbed.redis()));
        pool = testbed.newPool(2);
        here = pool.client();
        there = here.at(second.httpPort());
        token = testbed.operations()
                .call("renewstatstoken", Map.of("tenant-slug", pool.tenant()))
                .get("stats-token")
                .asString();
        Awaitility.await().atMost(SOON).until(() -> there.get("getMeetings").succeeded());
        Awaitility.await().atMost(SOON).ignoreExceptions().until(() -> scrape(second) != null);
        watch = new SumsWatch(List.of(() -> scrape(testbed.server()), () -> scrape(second)));
    }

    @AfterAll
    void stop() {
        if (watch != null) {
            watch.close();
        }
        if (pool != null) {
            pool.close();
        }
        if (second != null) {
            second.close();
        }
    }

    private Scrape scrape(B3lbServer server) throws IOException {
        String path = "/b3lb/t/" + pool.tenant().toLowerCase(Locale.ROOT) + "/metrics";
        return Scrape.of(server.httpPort(), Testbed.BASE_DOMAIN, path, token);
    }

    private double told(B3lbServer server, String counter) throws IOException {
        return scrape(server).value(counter);
    }

    private void awaitTold(B3lbServer server, String counter, double value) {
        Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(told(server, counter))
                .isEqualTo(value));
    }

    private double joins() throws IOException {
        return told(testbed.server(), SumsWatch.JOINED);
    }

    private static void join(BbbClient client, String room) throws IOException {
        assertThat(client.send("GET", "join", "meetingID=" + room + "&fullName=Eve&role=VIEWER")
                        .status())
                .isEqualTo(302);
    }

    @Test
    @Order(1)
    void what_is_done_on_either_is_told_by_both() throws IOException {
        for (int i = 0; i < 4; i++) {
            Rooms.create(i % 2 == 0 ? here : there, "room-" + i);
        }
        for (int i = 0; i < 30; i++) {
            join(i % 2 == 0 ? here : there, "room-" + i % 4);
        }
        Rooms.ask(here, "end", "room-3");

        for (B3lbServer server : List.of(testbed.server(), second)) {
            awaitTold(server, SumsWatch.JOINED, 30);
            awaitTold(server, SumsWatch.CREATED, 4);
            awaitTold(server, SumsWatch.ENDED, 1);
        }
    }

    @Test
    @Order(2)
    void a_server_that_is_killed_takes_at_most_its_last_second_along() throws IOException, InterruptedException {
        double before = joins();
        List<Long> moments = new ArrayList<>();
        long start = System.nanoTime();
        while (System.nanoTime() - start < TOGETHER.toNanos()) {
            join(there, "room-" + moments.size() % 3);
            moments.add(System.nanoTime());
        }
        assertThat(Rooms.create(there, "last-room").succeeded()).isTrue();
        second.kill();
        long killed = System.nanoTime();

        join(here, "room-0");
        long safe = moments.stream()
                .filter(moment -> killed - moment > LOST.toNanos())
                .count();
        Awaitility.await().during(Duration.ofSeconds(3)).atMost(SOON).untilAsserted(() -> assertThat(joins())
                .isBetween(before + safe + 1, before + moments.size() + 1));
        awaitTold(testbed.server(), SumsWatch.CREATED, 5); // that one stands in the database
        assertThat(safe).isPositive();
    }

    @Test
    @Order(3)
    void a_server_that_starts_again_goes_on_where_the_sums_are() throws IOException {
        double before = joins();
        second.restart();

        awaitTold(second, SumsWatch.JOINED, before);
        join(there, "room-1");
        awaitTold(second, SumsWatch.JOINED, before + 1);
        awaitTold(testbed.server(), SumsWatch.JOINED, before + 1);
    }

    @Test
    @Order(4)
    void a_server_that_is_stopped_loses_nothing() throws IOException {
        double before = joins();
        for (int i = 0; i < 40; i++) {
            join(there, "room-2");
        }
        second.close();

        awaitTold(testbed.server(), SumsWatch.JOINED, before + 40);
    }

    @Test
    @Order(5)
    void whichever_was_asked_all_that_time_no_sum_went_back() {
        watch.close();

        assertThat(watch.number()).isGreaterThan(20);
        assertThat(watch.steps()).allMatch(step -> step >= 0);
    }
}
