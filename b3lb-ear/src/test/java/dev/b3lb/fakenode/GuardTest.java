package dev.b3lb.fakenode;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands before every call: paths, methods, checksums, body types. */
class GuardTest {

    private final FakeBbbNode node =
            FakeBbbNode.builder().algorithms(HashAlgorithm.SHA256).start();
    private final Probe probe = new Probe(node);

    @AfterEach
    void close() {
        node.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/bigbluebutton",
                "/bigbluebutton/",
                "/bigbluebutton/api",
                "/bigbluebutton/api/",
                "/bigbluebutton/api/?&checksum=x"
            })
    void the_root_answers_version_2_without_a_checksum(String path) throws Exception {
        Probe.Reply reply = probe.get(path);

        assertThat(reply.children("response"))
                .containsExactly(
                        "returncode", "version", "apiVersion", "bbbVersion", "graphqlWebsocketUrl", "graphqlApiUrl");
        assertThat(reply.text("version")).isEqualTo("2.0");
        assertThat(reply.text("bbbVersion")).isEmpty();
    }

    @Test
    void the_root_speaks_json_when_the_content_type_says_so() throws Exception {
        Probe.Reply reply = probe.send(
                HttpRequest.newBuilder(URI.create(node.baseUrl())).header("Content-Type", "application/json"));

        assertThat(reply.body()).startsWith("{\"response\":{\"returncode\":\"SUCCESS\",\"version\":\"2.0\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "getMeetings|You must provide the checksum",
                "getMeetings?checksum=00|Checksums do not match",
                "join?meetingID=x&checksum=00|Checksums do not match",
                "getRecordings|You did not pass the checksum security check",
                "getRecordings?checksum=00|You did not pass the checksum security check"
            })
    void a_bad_checksum_is_reported_as_bbb_does(String call, String message) throws Exception {
        Probe.Reply reply = probe.get("/bigbluebutton/api/" + call);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body())
                .isEqualTo("<response><returncode>FAILED</returncode><messageKey>checksumError</messageKey><message>"
                        + message + "</message></response>");
        assertThat(reply.header("Content-Type")).isEqualTo("text/xml;charset=utf-8");
    }

    @Test
    void a_hash_that_the_node_does_not_allow_is_refused() throws Exception {
        String sha1 = ReferenceChecksum.sign(HashAlgorithm.SHA1, "getMeetings", "", node.secret());

        assertThat(probe.get("/bigbluebutton/api/getMeetings?checksum=" + sha1).key())
                .isEqualTo("checksumError");
    }

    @Test
    void a_repeated_checksum_is_refused() throws Exception {
        URI uri = node.signed("getMeetings", "");

        assertThat(probe.get(URI.create(uri + "&" + uri.getRawQuery())).key()).isEqualTo("checksumError");
    }

    @Test
    void parameters_and_checksum_may_all_stand_in_a_form_body() throws Exception {
        String checksum = ReferenceChecksum.sign(HashAlgorithm.SHA256, "create", "", node.secret());

        Probe.Reply reply =
                probe.postForm("/bigbluebutton/api/create", "name", "Room", "meetingID", "room", "checksum", checksum);

        assertThat(reply.text("meetingID")).isEqualTo("room");
    }

    @Test
    void a_body_of_an_unknown_type_is_refused() throws Exception {
        assertThat(probe.post(node.signed("getMeetings", ""), "text/csv", "a,b").key())
                .isEqualTo("unsupportedContentType");
    }

    @Test
    void a_content_type_without_a_body_is_no_matter() throws Exception {
        assertThat(probe.send(HttpRequest.newBuilder(node.signed("getMeetings", ""))
                                .header("Content-Type", "application/xml"))
                        .key())
                .isEqualTo("noMeetings");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bigbluebutton/api/setConfigXML", "/bigbluebutton/api/Create", "/b3lb/loads"})
    void what_bbb_does_not_have_is_not_found(String path) throws Exception {
        assertThat(probe.get(path).status()).isEqualTo(404);
    }

    @Test
    void a_wrong_method_is_not_found() throws Exception {
        assertThat(probe.call("insertDocument", "meetingID", "room").status()).isEqualTo(404);
    }
}
