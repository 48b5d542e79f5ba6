package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.testbed.BbbAnswer;
import dev.b3lb.testbed.BbbClient;
import dev.b3lb.testbed.HttpAnswer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods and paths that no proper client uses: never a page of the container, never an error status. */
@OnTestbed
class OddRequestsIT {

    private static final String UNSUPPORTED = "<response><returncode>FAILED</returncode>"
            + "<messageKey>unsupportedRequest</messageKey><message>This request is not supported.</message></response>";

    private final Testbed testbed;
    private Pool pool;

    OddRequestsIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeEach
    void makePool() throws IOException {
        pool = testbed.newPool(1);
        Rooms.create(pool.client(), "the-room");
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    private static void assertUnsupported(HttpAnswer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).contains("text/xml;charset=utf-8");
        assertThat(answer.text()).isEqualTo(UNSUPPORTED);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, create",
        "DELETE, end",
        "PATCH, getMeetings",
        "OPTIONS, getMeetings",
        "OPTIONS, nonsense",
        "PROPFIND, join",
        "NONSENSE, create",
        "POST, join",
        "POST, sendChatMessage",
        "POST, publishRecordings",
        "POST, deleteRecordings",
        "GET, insertDocument",
        "GET, putRecordingTextTrack",
        "GET, CREATE",
        "GET, enter",
        "GET, setConfigXML",
        "GET, getDefaultConfigXML",
        "GET, setPollXML",
        "GET, configXML",
        "GET, stuns",
        "GET, signOut",
        "GET, learningDashboard",
        "GET, getJoinUrl",
        "GET, guestWait",
        "POST, feedback",
        "GET, hooks/create",
        "GET, hooks/list",
        "GET, create/x",
    })
    void what_no_call_is_gets_bbbs_form_of_an_answer(String method, String call) throws IOException {
        assertUnsupported(pool.client().send(method, call, "meetingID=the-room&name=Room"));
        assertThat(Rooms.running(pool, "the-room")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPTIONS", "PUT", "DELETE"})
    void the_root_has_no_other_methods_either(String method) throws IOException {
        assertUnsupported(Wire.of(testbed).send(method, "/bigbluebutton/api", "localhost", "", List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//bigbluebutton//x",
                "/bigbluebutton/x",
                "/bigbluebutton/api/..;/..;/admin",
                "/bigbluebutton/api/%2e%2e/x",
                "/bigbluebutton/api/../../x/../bigbluebutton/x",
                "/bigbluebutton/api/create%00",
                "/bigbluebutton/api/%FF%FE",
                "/bigbluebutton/api/ü{|<>",
                "/bigbluebutton/api/crea%74e%20",
                "/b3lb//t/acme//bbb//nonsense",
                "//bigbluebutton/api/%FF%FE",
                "/b3lb/t/acme/bbb/nonsense",
                "/b3lb/t/acme/bigbluebutton/nonsense",
            })
    void no_path_of_the_api_gets_a_page(String path) throws IOException {
        ServerLog log = ServerLog.fromNow(testbed.server());

        assertUnsupported(Wire.of(testbed).get(path + "?meetingID=x", "localhost"));

        assertThat(log.stackTraces()).isEmpty();
    }

    @Test
    void an_escape_that_is_none_is_refused_before_anything_looks_at_it() throws IOException {
        ServerLog log = ServerLog.fromNow(testbed.server());

        HttpAnswer answer = Wire.of(testbed).get("/bigbluebutton/api/%zz?meetingID=x", "localhost");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).isEmpty();
        assertThat(log.stackTraces()).isEmpty();
    }

    private List<BbbClient> clients() {
        int port = testbed.server().httpPort();
        String tenant = pool.tenant().toLowerCase(Locale.ROOT);
        String host = tenant + "." + Testbed.BASE_DOMAIN;
        return List.of(
                pool.client().at(port, "localhost", "//b3lb/t/" + tenant + "/bbb/api/"),
                pool.client().at(port, "localhost", "/b3lb//t///" + tenant + "//bbb//api//"),
                pool.client().at(port, "localhost", "/b3lb/t/" + tenant + "/bigbluebutton/api/"),
                pool.client().at(port, "localhost", "/b3lb/t/" + tenant + "-000//bigbluebutton//api/"),
                pool.client().at(port, host, "//bigbluebutton/api/"),
                pool.client().at(port, host, "/bigbluebutton//api//"),
                pool.client().at(port, host + ".", "/bigbluebutton/api/"));
    }

    @Test
    void an_address_as_people_type_it_leads_to_the_tenant() throws IOException {
        for (BbbClient client : clients()) {
            assertThat(Rooms.listed(client)).as(client.toString()).containsExactly("the-room");
            assertThat(BbbAnswer.of(client.post("create", "meetingID=the-room&name=Room", "text/xml", "<modules/>"))
                            .messageKey())
                    .as(client.toString())
                    .isEqualTo("duplicateWarning");
            assertThat(client.send("GET", "join", "meetingID=the-room&fullName=E&role=VIEWER")
                            .status())
                    .isEqualTo(302);
            assertThat(BbbAnswer.of(client.sendUnsigned("GET", "getMeetings", "checksum=00"))
                            .messageKey())
                    .isEqualTo("checksumError");
        }
    }

    @Test
    void whatever_is_refused_there_is_refused_in_bbbs_form() throws IOException {
        for (BbbClient client : clients()) {
            for (String method : List.of("GET", "OPTIONS", "DELETE", "NONSENSE")) {
                assertUnsupported(client.send(method, "nonsense", ""));
            }
            assertUnsupported(client.send("OPTIONS", "create", ""));
            assertUnsupported(client.send("PUT", "create", ""));
        }
    }

    @Test
    void a_slash_behind_a_call_does_not_matter() throws IOException {
        String url = pool.client().url("getMeetings", Map.of());
        String target = url.substring(url.indexOf("/b3lb/")).replace("?", "/?");

        assertThat(BbbAnswer.of(Wire.of(testbed).get(target, "localhost")).values("meetings/meeting/meetingID"))
                .containsExactly("the-room");
    }

    @ParameterizedTest
    @ValueSource(strings = {"isMeetingRunning", "getMeetingInfo", "getMeetings", "getSessions", "getRecordings"})
    void a_head_request_gets_the_headers_of_a_get(String call) throws IOException {
        HttpAnswer get = pool.client().send("GET", call, "meetingID=the-room");
        HttpAnswer head = pool.client().send("HEAD", call, "meetingID=the-room");

        assertThat(head.status()).isEqualTo(200);
        assertThat(Visible.of(head).headers()).isEqualTo(Visible.of(get).headers());
        assertThat(head.header("Content-Length")).contains(Integer.toString(get.body().length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "join", "end", "sendChatMessage", "insertDocument", "deleteRecordings"})
    void a_head_request_does_nothing(String call) throws IOException {
        pool.nodes().get(0).requests().clear();

        HttpAnswer answer = pool.client().send("HEAD", call, "meetingID=the-room&name=Room&fullName=E&role=VIEWER");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Length")).contains(Integer.toString(UNSUPPORTED.length()));
        assertThat(answer.header("Location")).isEmpty();
        assertThat(pool.nodes().get(0).requests().count(call)).isZero();
        assertThat(Rooms.running(pool, "the-room")).hasSize(1);
    }

    @Test
    void an_id_of_one_character_that_bbb_counts_as_two_is_an_id() throws IOException {
        assertThat(Rooms.create(pool.client(), "🎓").succeeded()).isTrue();
        assertThat(Rooms.ask(pool.client(), "getMeetingInfo", "🎓").succeeded()).isTrue();
        assertThat(Rooms.ask(pool.client(), "end", "🎓").succeeded()).isTrue();
    }

    @Test
    void a_very_long_id_is_no_meeting() throws IOException {
        String id = "x".repeat(70_000);

        assertThat(Rooms.ask(pool.client(), "getMeetingInfo", id).messageKey()).isEqualTo("notFound");
        assertThat(Rooms.ask(pool.client(), "end", id).messageKey()).isEqualTo("notFound");
        assertThat(Rooms.ask(pool.client(), "isMeetingRunning", id).messageKey())
                .isEqualTo("sizeError");
    }

    @Test
    void as_many_parameters_as_the_server_takes_do_no_harm() throws IOException {
        String many = IntStream.range(0, 2_490).mapToObj(i -> "p" + i + "=").collect(Collectors.joining("&"));

        assertThat(BbbAnswer.of(pool.client().send("GET", "getMeetings", many)).succeeded())
                .isTrue();
    }

    @Test
    void more_parameters_than_the_server_takes_get_no_page() throws IOException {
        String tooMany = IntStream.range(0, 2_700).mapToObj(i -> "p" + i + "=").collect(Collectors.joining("&"));

        HttpAnswer answer = pool.client().send("GET", "getMeetings", tooMany);

        assertThat(answer.text()).doesNotContainIgnoringCase("<html");
    }

    @Test
    void bytes_that_are_no_utf_8_are_no_meeting() throws IOException {
        assertThat(BbbAnswer.of(pool.client().send("GET", "end", "meetingID=%FF%FE%C3"))
                        .messageKey())
                .isEqualTo("notFound");
    }

    @Test
    void a_parameter_that_stands_there_twice_is_refused() throws IOException {
        for (String query : List.of("meetingID=the-room&meetingID=the-room", "x=1&meetingID=the-room&x=2")) {
            BbbAnswer answer = BbbAnswer.of(pool.client().send("GET", "end", query));

            assertThat(answer.messageKey()).isEqualTo("validationError");
            assertThat(answer.value("message"))
                    .isEqualTo("The parameter '" + query.substring(0, query.indexOf('='))
                            + "' must not be given more than once");
        }
        assertThat(BbbAnswer.of(pool.client().send("GET", "create", "meetingID=aa&name=bb&meta_A=1&meta_a=2"))
                        .value("message"))
                .isEqualTo("The parameter 'meta_a' must not be given more than once");
        assertThat(BbbAnswer.of(pool.client().sendUnsigned("GET", "end", "x=1&x=1&checksum=00"))
                        .messageKey())
                .isEqualTo("checksumError");
        assertThat(Rooms.running(pool, "the-room")).hasSize(1);
    }

    @Test
    void the_type_of_a_body_is_judged_behind_the_checksum_and_before_the_parameters() throws IOException {
        HttpAnswer answer = pool.client().post("end", "x=1&x=2", "text/plain", "anything");

        assertThat(answer.text())
                .isEqualTo("<response><returncode>FAILED</returncode><messageKey>unsupportedContentType</messageKey>"
                        + "<message>POST request Content-Type is missing or unsupported</message></response>");
    }
}
