package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.fakenode.FakeBbbNode;
import dev.b3lb.fakenode.Fault;
import dev.b3lb.fakenode.ReceivedRequest;
import dev.b3lb.testbed.BbbClient;
import dev.b3lb.testbed.BbbSignature;
import dev.b3lb.testbed.HttpAnswer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.RawHttp;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one request leads to can be found by its id: in the answer, in the log and at the nodes. */
@OnTestbed
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestIdsIT {

    private static final String MADE = "[0-9a-f]{16}";
    private static final Pattern LINE_OF_REQUEST = Pattern.compile("\\) \\{([^}]*)} ");

    private final Testbed testbed;
    private Pool pool;

    RequestIdsIT(Testbed testbed) {
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

    private BbbClient named(String id) {
        return pool.client().sending("X-Request-ID: " + id);
    }

    private static String query(Map<String, String> parameters) {
        return BbbSignature.query(parameters);
    }

    private static Optional<String> id(HttpAnswer answer) {
        return answer.header("X-Request-ID");
    }

    private List<ReceivedRequest> atNodes(String id) {
        return pool.nodes().stream()
                .flatMap(node -> node.requests().all().stream())
                .filter(request -> request.header("X-Request-ID").equals(Optional.of(id)))
                .toList();
    }

    private static Optional<ReceivedRequest> atNode(FakeBbbNode node, String id) {
        return node.requests().all().stream()
                .filter(request -> request.header("X-Request-ID").equals(Optional.of(id)))
                .findFirst();
    }

    private static List<String> lines(ServerLog log, String id) throws IOException {
        return log.text().lines().filter(line -> line.contains("{" + id + "}")).toList();
    }

    @Test
    void an_id_of_a_proxy_goes_through_the_log_and_every_call_to_nodes() throws IOException {
        ServerLog log = ServerLog.fromNow(testbed.server());
        pool.nodes().forEach(node -> node.faults().setNext(1, Fault.failed("idNotUnique", "No."), "create"));

        HttpAnswer created =
                named("outer-id.1").send("GET", "create", query(Map.of("meetingID", "traced", "name", "Traced")));

        assertThat(id(created)).contains("outer-id.1");
        assertThat(atNodes("outer-id.1"))
                .extracting(ReceivedRequest::call)
                .containsOnly("create")
                .hasSize(2);
        assertThat(pool.nodes()).allMatch(node -> node.requests().last("create").equals(atNode(node, "outer-id.1")));
        assertThat(lines(log, "outer-id.1"))
                .filteredOn(line -> line.contains("Placing meeting traced"))
                .hasSize(2);
    }

    @Test
    void questions_about_a_meeting_carry_the_id_too() throws IOException {
        Rooms.create(named("outer-id.2"), "asked");

        HttpAnswer info = named("outer-id.3").send("GET", "getMeetingInfo", query(Map.of("meetingID", "asked")));
        HttpAnswer end = named("outer-id.4").send("GET", "end", query(Map.of("meetingID", "asked")));

        assertThat(List.of(id(info), id(end))).containsExactly(Optional.of("outer-id.3"), Optional.of("outer-id.4"));
        assertThat(atNodes("outer-id.3")).extracting(ReceivedRequest::call).containsExactly("getMeetingInfo");
        assertThat(atNodes("outer-id.4")).extracting(ReceivedRequest::call).containsExactly("end");
    }

    @Test
    void without_an_id_each_request_gets_one_of_its_own() throws IOException {
        Set<String> ids = IntStream.range(0, 20)
                .mapToObj(i -> id(sendUnchecked("getMeetings")).orElseThrow())
                .collect(Collectors.toSet());
        assertThat(ids).hasSize(20).allMatch(id -> id.matches(MADE));
    }

    private HttpAnswer sendUnchecked(String call) {
        try {
            return pool.client().send("GET", call, "");
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a b", "{}", "\"", "a,b", "0123456789012345678901234567890123456789012345678901234567890123456"})
    void an_id_that_could_be_mistaken_is_replaced(String id) throws IOException {
        assertThat(id(named(id).send("GET", "getMeetings", "")).orElseThrow()).matches(MADE);
    }

    /** Each refused in its own way and by another part of the server. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/bigbluebutton/api/getMeetings?checksum=00",
                "/bigbluebutton/api/nonsense",
                "/bigbluebutton/api/%ff",
                "/b3lb/b/meeting/end?nonce=unknown",
                "/admin/api/v1/nodes",
                "/admin/api/v1/nonsense",
                "/health/live",
                "/nonsense"
            })
    void every_answer_tells_its_id(String path) throws IOException {
        HttpAnswer answer = new RawHttp(testbed.server().httpPort())
                .send("GET", path, List.of("Host: localhost", "X-Request-ID: any-answer"), new byte[0]);
        assertThat(id(answer)).as(answer.toString()).contains("any-answer");
    }

    @Test
    void a_log_in_that_fails_is_told_with_the_id_of_its_request() throws IOException {
        ServerLog log = ServerLog.fromNow(testbed.server());
        String name = testbed.names().name("nobody");
        HttpAnswer answer = new AdminClient(testbed.server().httpPort())
                .get(
                        Testbed.BASE_DOMAIN,
                        AdminClient.ME,
                        AdminClient.Login.basic(name, "wrong").header(),
                        "X-Request-ID: log-in.1");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(id(answer)).contains("log-in.1");
        assertThat(lines(log, "log-in.1")).singleElement().asString().contains("A log-in of '" + name);
    }

    /** Many at once, so that threads, connections and turns change hands between requests all the time. */
    @Test
    void no_thread_mistakes_one_request_for_another() throws Exception {
        ServerLog log = ServerLog.fromNow(testbed.server());
        int many = 40;
        AtOnce.all(many, i -> () -> Rooms.create(named("own-" + i), "room-" + i).succeeded());

        List<String> placed = log.text()
                .lines()
                .filter(line -> line.contains("Placing meeting room-"))
                .toList();
        assertThat(placed).hasSize(many).allSatisfy(line -> {
            String room = line.replaceFirst(".*Placing meeting room-(\\d+) of.*", "$1");
            assertThat(line).contains("{own-" + room + "}");
        });
        for (int i = 0; i < many; i++) {
            String id = "room-" + i;
            assertThat(atNodes("own-" + i))
                    .extracting(request -> request.parameters().first("meetingID"))
                    .containsExactly(Optional.of(id));
        }
    }

    @Test
    void what_the_server_does_by_itself_belongs_to_no_request() throws IOException {
        for (int i = 0; i < 20; i++) {
            named("busy-" + i).send("GET", "getMeetings", "");
        }
        ServerLog log = ServerLog.fromNow(testbed.server());
        try (Pool own = testbed.newPool(1)) {
            FakeBbbNode node = own.nodes().get(0);
            node.faults().set(Fault.status(500));
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> log.text()
                    .contains("Node " + Rooms.slug(own, node) + " failed"));
            assertThat(node.requests().of("getMeetings"))
                    .isNotEmpty()
                    .allMatch(request -> request.header("X-Request-ID").isEmpty());
        }

        assertThat(log.text().lines().filter(line -> line.contains("[Polling]")))
                .isNotEmpty()
                .noneMatch(line -> LINE_OF_REQUEST.matcher(line).find());
    }
}
