package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.testbed.HttpAnswer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients ask first: is this a BBB server, and which version of the API does it speak. */
@OnTestbed
class ApiRootIT {

    private static final String XML = "<response><returncode>SUCCESS</returncode><version>2.0</version>"
            + "<apiVersion>2.0</apiVersion><bbbVersion/></response>";
    private static final String JSON = "{\"response\":{\"returncode\":\"SUCCESS\",\"version\":\"2.0\","
            + "\"apiVersion\":\"2.0\",\"bbbVersion\":\"\"}}";

    private final Testbed testbed;

    ApiRootIT(Testbed testbed) {
        this.testbed = testbed;
    }

    static Stream<String> roots() {
        return Stream.of(
                        "/bigbluebutton",
                        "//bigbluebutton",
                        "/b3lb/t/nobody/bbb",
                        "/b3lb/t/nobody-005/bbb",
                        "/b3lb//t/nobody//bbb",
                        "/b3lb/t/nobody/bigbluebutton")
                .flatMap(root -> Stream.of(root, root + "/", root + "/api", root + "//api/"))
                .flatMap(root -> Stream.of(root, root + "?checksum=00", root + "?&checksum=00&x=%FF"));
    }

    private HttpAnswer send(String method, String target, String... headers) throws IOException {
        String body = method.equals("POST") ? "a=b" : "";
        return Wire.of(testbed).send(method, target, "nobody.localhost", body, List.of(headers));
    }

    @ParameterizedTest
    @MethodSource("roots")
    void the_root_tells_the_version_to_anybody(String target) throws IOException {
        for (String method : List.of("GET", "POST")) {
            HttpAnswer answer = send(method, target);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).isEqualTo(XML);
            assertThat(answer.header("Content-Type")).contains("text/xml;charset=utf-8");
            assertThat(answer.header("Cache-Control")).contains("no-cache");
        }
    }

    @ParameterizedTest
    @MethodSource("roots")
    void a_head_request_gets_the_headers_of_a_get(String target) throws IOException {
        HttpAnswer head = send("HEAD", target);

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Length")).contains(Integer.toString(XML.length()));
        assertThat(head.header("Content-Type")).contains("text/xml;charset=utf-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void a_request_that_says_json_gets_json(String method) throws IOException {
        HttpAnswer answer = send(method, "/bigbluebutton/api", "Content-Type: application/json");

        assertThat(answer.text()).isEqualTo(JSON);
        assertThat(answer.header("Content-Type")).contains("application/json");
        assertThat(answer.header("Cache-Control")).contains("no-cache");
    }

    @Test
    void what_a_client_would_accept_does_not_matter() throws IOException {
        assertThat(send("GET", "/bigbluebutton/api", "Accept: application/json").text())
                .isEqualTo(XML);
        assertThat(send("GET", "/bigbluebutton/api", "Content-Type: application/json; charset=utf-8")
                        .text())
                .isEqualTo(XML);
    }
}
