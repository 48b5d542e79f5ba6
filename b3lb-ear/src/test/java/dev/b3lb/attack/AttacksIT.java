package dev.b3lb.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.b3lb.benchmark.JvmReadings;
import dev.b3lb.fakenode.Crowd;
import dev.b3lb.fakenode.Fault;
import dev.b3lb.testbed.B3lbServer;
import dev.b3lb.testbed.BbbAnswer;
import dev.b3lb.testbed.BbbClient;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Operations;
import dev.b3lb.testbed.Parts;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.RawHttp;
import dev.b3lb.testbed.Testbed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Each attack hits a server with a heap of 512 MiB. It has to live through it, joins of another tenant have to be
 * answered all the while, nine of ten within a second, and the memory has to come back. Attackers, server and nodes share
 * one machine, so the attack's own work may hold back a join or two; an attack that gets through holds back all of them
 * for half a minute or for ever.
 */
@OnTestbed
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttacksIT {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Duration LONGEST_JOIN = Duration.ofSeconds(10);
    private static final int JOINS_AT_LEAST = 20;
    private static final int MEGABYTE = 1 << 20;

    private final Testbed testbed;
    private final Parts parts = new Parts();
    private B3lbServer server;
    private Operations operations;
    private Pool attackers;
    private Pool others;
    private JvmReadings jvm;
    private Bystander bystander;
    private long heapBefore;

    AttacksIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeAll
    void startServer() {
        server = parts.add(B3lbServer.start(
                testbed.workplace(),
                testbed.newPlan("attacked")
                        .on(testbed.postgres(), testbed.redis())
                        .with("B3LB_DEFAULT_CLUSTER", "")
                        .with("JBOSS_JAVA_SIZING", "-Xms64m -Xmx512m -XX:MaxMetaspaceSize=256m")));
        operations = parts.add(new Operations(server.managementPort()));
        jvm = new JvmReadings(server.jvm());
    }

    @AfterAll
    void stopServer() {
        parts.close();
    }

    @BeforeEach
    void begin() throws Exception {
        attackers = testbed.newPool(server, operations, 1);
        others = testbed.newPool(server, operations, 1);
        assertThat(others.client()
                        .get("create", Map.of("meetingID", "lecture", "name", "Lecture"))
                        .succeeded())
                .isTrue();
        jvm.collect();
        heapBefore = jvm.heapMegabytes();
        bystander = Bystander.of(others.client(), "lecture");
        await().atMost(Duration.ofSeconds(30)).until(() -> bystander.joins() > 0);
    }

    @AfterEach
    void end() {
        bystander.close();
        others.close();
        attackers.close();
    }

    @Test
    void forms_of_nothing_but_fields_from_strangers() throws Exception {
        BbbClient nobody = BbbClient.byPath(server.httpPort(), Testbed.BASE_DOMAIN, "nobody", "secret");
        String fields = "a&".repeat(MEGABYTE / 2);
        List<String> keys = all(16, () -> BbbAnswer.of(nobody.post("getMeetings", "", FORM, fields))
                .messageKey());
        assertThat(keys).containsOnly("validationError");
        assertNothingHappened();
    }

    @Test
    void a_long_list_that_nobody_reads() throws Exception {
        for (int i = 0; i < 40; i++) {
            attackers.client().get("create", Map.of("meetingID", "room" + i, "name", "Room"));
        }
        attackers.nodes().get(0).meetings().all().forEach(meeting -> meeting.addAttendees(Crowd.of(1_000)));
        attackers.poll(attackers.slugs().get(0));
        await().atMost(Duration.ofMinutes(1))
                .until(() ->
                        attackers.client().send("GET", "getMeetings", "").text().length() > 8 * MEGABYTE);

        try (OpenConnections idle = new OpenConnections(server.httpPort())) {
            for (String call : List.of("getMeetings", "getSessions")) {
                String path = attackers.client().url(call, Map.of()).replaceFirst("http://[^/]*", "");
                idle.add(60, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
            }
            assertAnswersPing();
            assertThat(attackers.client().send("GET", "getMeetings", "").text().length())
                    .isGreaterThan(8 * MEGABYTE);
            // A poll of that list takes as much again, for a moment
            await().atMost(Duration.ofSeconds(30)).until(() -> heapAfterCollection() < heapBefore + 150);
        }
        assertNothingHappened();
    }

    @Test
    void large_bodies_for_a_slow_node_and_a_slide_to_be_put_into_them() throws Exception {
        operations.call(
                "setasset",
                Map.of(
                        "tenant-slug",
                        attackers.tenant(),
                        "kind",
                        "slide",
                        "file",
                        Base64.getEncoder()
                                .encodeToString("%PDF-1.4\n".repeat(50_000).getBytes(StandardCharsets.US_ASCII)),
                        "file-name",
                        "a.pdf"));
        attackers.nodes().get(0).faults().set(Fault.hang(), "create");
        byte[] xml = ("<modules>" + " ".repeat(31 * MEGABYTE - 100) + "</modules>").getBytes(StandardCharsets.US_ASCII);

        all(8, () -> attackers
                .client()
                .post("create", "meetingID=xx&name=Room", "text/xml", xml)
                .status());

        attackers.nodes().get(0).faults().heal();
        assertNothingHappened();
    }

    @Test
    void bodies_of_a_viewer_that_never_end_or_hold_nothing_but_numbers() throws Exception {
        String token = operations
                .call("addtoken", Map.of("username", viewer(), "name", "attack"))
                .get("token")
                .asString();
        String head = "POST /admin/api/v1/operations/status HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + token + "\r\nContent-Type: application/json\r\nContent-Length: ";
        String numbers = "[" + "1,".repeat(MEGABYTE / 2 - 2) + "1]";

        try (OpenConnections idle = new OpenConnections(server.httpPort())) {
            idle.add(70, head + "1000000\r\n\r\n" + "[" + "1,".repeat(50_000));
            assertAnswersPing();
            List<Integer> statuses = all(40, () -> new RawHttp(server.httpPort())
                    .send(
                            "POST",
                            "/admin/api/v1/operations/status",
                            List.of(
                                    "Host: localhost",
                                    "Authorization: Bearer " + token,
                                    "Content-Type: application/json"),
                            numbers.getBytes(StandardCharsets.US_ASCII))
                    .status());
            assertThat(statuses).allMatch(status -> status == 400 || status == 503);
        }
        assertNothingHappened();
    }

    @Test
    void heads_full_of_fields_before_bodies_that_never_end() throws Exception {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < 2_400; i++) {
            query.append("p").append(i).append("=12345678&");
        }
        String head =
                "POST /b3lb/t/nobody/bbb/api/getMeetings?" + query + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
                        + FORM + "\r\nX-Filler: " + "x".repeat(40_000) + "\r\nContent-Length: 1000\r\n\r\n";
        try (OpenConnections idle = new OpenConnections(server.httpPort())) {
            idle.add(200, head);
            assertNothingHappened();
        }
    }

    private String viewer() {
        String name = testbed.names().name("viewer");
        operations.call(
                "adduser", Map.of("username", name, "password", testbed.names().secret(), "roles", "viewer"));
        return name;
    }

    private void assertAnswersPing() throws Exception {
        assertThat(new RawHttp(server.httpPort())
                        .send("GET", "/b3lb/ping", List.of("Host: localhost"), new byte[0])
                        .status())
                .isEqualTo(200);
    }

    private void assertNothingHappened() throws Exception {
        int before = bystander.joins();
        await().atMost(Duration.ofSeconds(30)).until(() -> bystander.joins() > before + JOINS_AT_LEAST);
        assertAnswersPing();
        assertThat(server.isAlive()).isTrue();
        assertThat(bystander.wrong()).isEmpty();
        assertThat(bystander.slowest()).isLessThan(LONGEST_JOIN);
        assertThat(bystander.late()).isLessThan(bystander.joins() / 10);
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> heapAfterCollection() < heapBefore + 60);
    }

    private long heapAfterCollection() {
        jvm.collect();
        return jvm.heapMegabytes();
    }

    private static <T> List<T> all(int count, Callable<T> one) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Future<T>> results = threads.invokeAll(Collections.nCopies(count, one), 2, TimeUnit.MINUTES);
            List<T> answers = new ArrayList<>();
            for (Future<T> result : results) {
                answers.add(result.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
