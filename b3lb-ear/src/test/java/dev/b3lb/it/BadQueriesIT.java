package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.fakenode.FakeMeeting;
import dev.b3lb.testbed.BbbAnswer;
import dev.b3lb.testbed.BbbClient;
import dev.b3lb.testbed.BbbSignature;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a client sends, it gets BBB's XML, and the log holds neither a stack trace nor a secret. */
@OnTestbed
class BadQueriesIT {

    private static final String PASSWORD = "pa55word-nobody-may-read";

    private final Testbed testbed;
    private Pool pool;
    private String secret;
    private ServerLog log;

    BadQueriesIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeEach
    void makePool() throws IOException {
        pool = testbed.newPool(1);
        secret = testbed.operations()
                .call("gettenantsecrets", Map.of("tenant-slug", pool.tenant()))
                .get(pool.tenant() + "-000")
                .get("secret")
                .asString();
        log = ServerLog.fromNow(testbed.server());
    }

    @AfterEach
    void nothingLeaks() throws IOException {
        pool.close();
        assertThat(log.stackTraces()).isEmpty();
        assertThat(log.text())
                .doesNotContain(secret, PASSWORD, "checksum=")
                .doesNotContain(pool.nodes().get(0).secret())
                .doesNotContainPattern("[0-9a-f]{40}(?!-)");
    }

    static Stream<String> queries() {
        return Stream.of(
                "",
                "&",
                "&&&",
                "=",
                "=&=",
                "?",
                "??a=b",
                ";",
                "a;b=c",
                "meetingID=%E0%80%AF",
                "meetingID=%C0%AE%C0%AE",
                "meetingID=%FF%FE",
                "meetingID=%00",
                "meetingID=%ED%A0%80",
                "meetingID=%0d%0aX-Evil:%20yes",
                "meetingID=ü{|\"<>`\\^",
                "meetingID=\u0007\u001b[31m",
                "name=%F0%9F%8E%93&meetingID=%0041",
                "meetingID=a&meetingID=b&meetingID=c",
                "meetingID[]=a&meetingID[x]=b",
                "meetingID=" + "a".repeat(257),
                "meetingID=" + "ü".repeat(10_000),
                "meetingID=" + "a".repeat(64 * 1024),
                IntStream.range(0, 2_000).mapToObj(i -> "p" + i + "=" + i).collect(Collectors.joining("&")),
                "a=b&".repeat(2_000),
                "meetingID=${jndi:ldap://127.0.0.1/x}&name=#{7*7}",
                "meetingID=' or 1=1; drop table b3lb.meeting; --&name=xx".replace(' ', '+'),
                "meetingID=../../etc/passwd&name=%2e%2e%2f",
                "meetingID=<script>&name=<![CDATA[x]]>",
                "moderatorPW=" + PASSWORD + "&meetingID=&name=");
    }

    private static final List<String> CALLS = List.of(
            "create",
            "join",
            "end",
            "getMeetingInfo",
            "getMeetings",
            "isMeetingRunning",
            "sendChatMessage",
            "nonsense");

    @ParameterizedTest
    @MethodSource("queries")
    void any_query_gets_an_answer_in_xml(String query) throws IOException {
        for (String call : CALLS) {
            assertAnswered(pool.client().send("GET", call, query), call);
            assertAnswered(pool.client().sendUnsigned("GET", call, query), call);
            assertAnswered(
                    pool.client().post(call, query, "application/x-www-form-urlencoded", query), call + " posted");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%zz", "%zz=%zz", "meetingID=%", "meetingID=%u0041", "meetingID=%1"})
    void what_is_no_query_does_not_come_as_far_as_a_call(String query) throws IOException {
        for (String call : CALLS) {
            HttpAnswer answer = pool.client().send("GET", call, query);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text()).isEmpty();
        }
        assertThat(log.text()).isEmpty();
    }

    @Test
    void a_form_with_such_escapes_gets_an_answer_in_xml() throws IOException {
        for (String form : List.of("%", "%zz=%zz", "meetingID=%u0041")) {
            assertAnswered(
                    pool.client().post("create", "", "application/x-www-form-urlencoded", form), "create posted");
        }
    }

    static Stream<String> headers() {
        return Stream.of(
                "Accept: nonsense",
                "Accept: ;;;",
                "Accept: */*;q=abc",
                "Accept: application/json",
                "Accept: text/html, */*;q=0.1",
                "Accept-Language: §§§;q=x",
                "Accept-Encoding: UTF-8",
                "Accept-Charset: ;q=3",
                "Content-Type: nonsense",
                "Content-Type: text/html; charset=nonsense",
                "Content-Type: multipart/form-data",
                "Cookie: ;;==,,",
                "Range: bytes=zz",
                "If-Modified-Since: yesterday",
                "Authorization: Basic §",
                "X-Forwarded-Host: §§, \"",
                "X-HTTP-Method-Override: DELETE",
                "Origin: null",
                "Upgrade: h2c");
    }

    @ParameterizedTest
    @MethodSource("headers")
    void no_header_keeps_a_call_from_its_answer_in_xml(String header) throws IOException {
        String url = pool.client().url("getMeetings", Map.of());
        String target = url.substring(url.indexOf("/b3lb/"));

        for (String method : List.of("GET", "POST")) {
            HttpAnswer answer = Wire.of(testbed).send(method, target, "localhost", "", List.of(header));

            assertAnswered(answer, method);
            assertThat(BbbAnswer.of(answer).messageKey()).isEqualTo("noMeetings");
        }
    }

    private void assertAnswered(HttpAnswer answer, String call) {
        if (answer.status() == 302) {
            assertThat(call).isEqualTo("join");
            assertThat(answer.header("Location").orElse(""))
                    .startsWith(pool.nodes().get(0).baseUrl());
            return;
        }
        assertThat(answer.status()).as(call + ": " + answer).isEqualTo(200);
        assertThat(answer.header("Content-Type")
                        .orElse("")
                        .toLowerCase(Locale.ROOT)
                        .replace(" ", ""))
                .isEqualTo("text/xml;charset=utf-8");
        assertThat(BbbAnswer.of(answer).value("returncode")).isIn("SUCCESS", "FAILED");
    }

    @Test
    void raw_utf8_is_taken_for_what_it_means() throws IOException {
        HttpAnswer answer = pool.client().send("GET", "create", "meetingID=Räume{|\"1&name=数学+🎓");

        assertThat(BbbAnswer.of(answer).succeeded()).as(answer.toString()).isTrue();
        assertThat(Rooms.running(pool, "Räume{|\"1"))
                .extracting(FakeMeeting::name)
                .containsExactly("数学 🎓");
    }

    @Test
    void two_thousand_parameters_reach_the_node() throws IOException {
        String many =
                IntStream.range(0, 2_000).mapToObj(i -> "p" + i + "=v" + i).collect(Collectors.joining("&"));

        HttpAnswer answer = pool.client().send("GET", "create", "meetingID=the-room&name=Room&" + many);

        assertThat(BbbAnswer.of(answer).succeeded()).as(answer.toString()).isTrue();
        assertThat(Rooms.running(pool, "the-room").get(0).createParameters().raw("p1999"))
                .contains("v1999");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name=Room|validationError|Invalid meeting ID",
                "name=Room&meetingID=|missingParamMeetingID|You must provide a meeting ID",
                "name=&meetingID=room|emptyError|You must provide a meeting name",
                "meetingID=room|nullError|You must provide a meeting name",
                "name=R&meetingID=room|sizeError|Meeting name must be between 2 and 256 characters",
                "name=Room&meetingID=r|sizeError|Meeting ID must be between 2 and 256 characters",
                "name=Room&meetingID=a%2Cb|validationError|Meeting ID cannot contain ','",
                "name=Room&meetingID=%20room|validationError|Invalid meeting ID",
                "name=Room&meetingID=room&attendeePW=x|invalidPassword|Invalid password",
                "name=Room&meetingID=room&voiceBridge=x|validationError|Voice bridge must be an integral value",
                "name=Room&meetingID=room&record=yes|validationError|Record must be a boolean value (true or false)",
            })
    void a_wrong_create_is_refused_as_bbb_does_and_asks_no_node(String query, String key, String message)
            throws IOException {
        BbbAnswer answer = BbbAnswer.of(pool.client().send("GET", "create", query));

        assertThat(answer.messageKey()).isEqualTo(key);
        assertThat(answer.value("message")).isEqualTo(message);
        assertThat(pool.nodes().get(0).requests().count("create")).isZero();
    }

    @Test
    void passwords_and_secrets_of_a_whole_meeting_stay_out_of_the_log() throws IOException {
        BbbClient client = pool.client();
        Rooms.create(client, "the-room", Map.of("moderatorPW", PASSWORD, "attendeePW", PASSWORD + "2"));
        client.send(
                "GET",
                "join",
                BbbSignature.query(Map.of("meetingID", "the-room", "fullName", "E", "password", PASSWORD)));
        client.get("end", Map.of("meetingID", "the-room", "password", PASSWORD));

        assertThat(Rooms.listed(client)).isEmpty();
    }
}
