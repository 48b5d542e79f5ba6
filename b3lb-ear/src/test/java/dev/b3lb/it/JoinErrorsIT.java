package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.testbed.BbbAnswer;
import dev.b3lb.testbed.BbbSignature;
import dev.b3lb.testbed.HttpAnswer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people, their front ends and programs get when a join fails. */
@OnTestbed
class JoinErrorsIT {

    private static final String BROWSER =
            "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";
    private static final String NOT_FOUND =
            "[{\"key\":\"notFound\",\"message\":\"A meeting with that ID does not exist\"}]";

    private final Testbed testbed;
    private Pool pool;

    JoinErrorsIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeEach
    void makePool() {
        pool = testbed.newPool(1);
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    private HttpAnswer join(Map<String, String> parameters, String... headers) throws IOException {
        return follow(pool.client().url("join", parameters), headers);
    }

    private HttpAnswer follow(String url, String... headers) throws IOException {
        URI uri = URI.create(url);
        List<String> all = new ArrayList<>(Arrays.asList(headers));
        return Wire.of(testbed).send("GET", uri.getRawPath() + "?" + uri.getRawQuery(), "localhost", "", all);
    }

    @Test
    void the_browser_is_sent_to_a_signed_address_with_the_error_appended() throws IOException {
        for (String[] accept : new String[][] {{}, {BROWSER}}) {
            HttpAnswer answer = join(
                    Map.of(
                            "meetingID", "no-room",
                            "fullName", "E",
                            "logoutURL", "https://front.example/out",
                            "errorRedirectUrl", "https://front.example/error?room=1#top"),
                    accept);

            assertThat(answer.status()).isEqualTo(302);
            URI target = answer.location().orElseThrow();
            assertThat(target.getQuery()).isEqualTo("room=1&errors=" + NOT_FOUND);
            assertThat(target.toString()).startsWith("https://front.example/error?room=1&errors=%5B%7B%22key");
            assertThat(target.getFragment()).isEqualTo("top");
        }
    }

    @Test
    void without_an_address_for_errors_that_for_leaving_is_taken() throws IOException {
        HttpAnswer answer = join(Map.of("meetingID", "no-room", "logoutURL", "https://front.example/out"));

        assertThat(answer.location().orElseThrow().toString()).startsWith("https://front.example/out?errors=");
    }

    @Test
    void a_parameter_that_stands_there_twice_is_told_to_the_signed_address_too() throws IOException {
        HttpAnswer answer = pool.client()
                .send("GET", "join", "meetingID=aa&meetingID=aa&logoutURL=https%3A%2F%2Ffront.example%2Fout");

        assertThat(answer.location().orElseThrow().getQuery()).contains("validationError", "'meetingID'");
    }

    @Test
    void nobody_is_sent_to_an_address_that_is_not_signed() throws IOException {
        String evil =
                "meetingID=no-room&logoutURL=https%3A%2F%2Fevil.example&errorRedirectUrl=https%3A%2F%2Fevil.example";
        String wrong = new BbbSignature("SHA-256", "not-the-secret").sign("join", evil);
        String target = "http://localhost/b3lb/t/" + pool.tenant() + "/bbb/api/join?";

        assertThat(BbbAnswer.of(follow(target + wrong)).messageKey()).isEqualTo("checksumError");
        HttpAnswer page = follow(target + wrong, BROWSER);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Location")).isEmpty();
        assertThat(page.text()).contains("checksumError").doesNotContain("evil");
    }

    @Test
    void an_address_that_is_none_of_the_web_is_not_used() throws IOException {
        for (String url : List.of("javascript:alert(1)", "/out", "//evil.example", "ftp://front.example")) {
            assertThat(BbbAnswer.of(join(Map.of("meetingID", "no-room", "logoutURL", url)))
                            .messageKey())
                    .isEqualTo("notFound");
        }
    }

    @Test
    void a_program_gets_xml() throws IOException {
        String xml = "<response><returncode>FAILED</returncode><messageKey>notFound</messageKey>"
                + "<message>A meeting with that ID does not exist</message></response>";

        assertThat(join(Map.of("meetingID", "no-room")).text()).isEqualTo(xml);
        assertThat(join(Map.of("meetingID", "no-room"), "Accept: application/xml")
                        .text())
                .isEqualTo(xml);
        assertThat(join(
                                Map.of(
                                        "meetingID", "no-room",
                                        "redirect", "false",
                                        "logoutURL", "https://front.example"),
                                BROWSER)
                        .text())
                .isEqualTo(xml);
    }

    @Test
    void a_browser_gets_a_page_in_its_language() throws IOException {
        HttpAnswer english = join(Map.of("meetingID", "no-room"), BROWSER);

        assertThat(english.status()).isEqualTo(200);
        assertThat(english.header("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(english.header("Cache-Control")).contains("no-store");
        assertThat(english.header("Content-Security-Policy"))
                .contains("default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'");
        assertThat(english.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(english.text())
                .contains(
                        "<html lang=\"en\">",
                        "<h1>You could not join the meeting</h1>",
                        "This meeting is not running.",
                        "notFound: A meeting with that ID does not exist");

        HttpAnswer german = join(Map.of("meetingID", "no-room"), BROWSER, "Accept-Language: fr, de-AT;q=0.8, en;q=0.5");

        assertThat(german.header("Content-Language")).contains("de");
        assertThat(german.text()).contains("<html lang=\"de\">", "Diese Konferenz läuft nicht.");
    }

    @Test
    void other_calls_answer_a_browser_in_xml() throws IOException {
        String url = pool.client().url("end", Map.of("meetingID", "no-room"));

        assertThat(BbbAnswer.of(follow(url, BROWSER)).messageKey()).isEqualTo("notFound");
    }

    @Test
    void a_meeting_whose_server_is_down_cannot_be_joined() throws IOException {
        Rooms.create(pool.client(), "the-room");
        pool.nodes().get(0).faults().refuseConnections();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            pool.poll(pool.slugs().get(0));
            return pool.servers().get(0).get("health").asString().equals("DOWN");
        });

        HttpAnswer page = join(Map.of("meetingID", "the-room", "fullName", "E", "role", "VIEWER"), BROWSER);

        assertThat(page.text())
                .contains("serverUnavailable: The server for this meeting is disabled/offline.", "Wait a minute");
        assertThat(BbbAnswer.of(join(Map.of("meetingID", "the-room", "redirect", "false")))
                        .messageKey())
                .isEqualTo("serverUnavailable");
    }

    @Test
    void a_join_that_fails_on_the_node_is_told_as_the_node_does() throws IOException {
        Rooms.create(pool.client(), "the-room");

        BbbAnswer answer = BbbAnswer.of(join(
                Map.of(
                        "meetingID",
                        "the-room",
                        "fullName",
                        "E",
                        "role",
                        "VIEWER",
                        "createTime",
                        "1",
                        "redirect",
                        "false"),
                BROWSER));

        assertThat(answer.messageKey()).isEqualTo("mismatchCreateTimeParam");
    }
}
