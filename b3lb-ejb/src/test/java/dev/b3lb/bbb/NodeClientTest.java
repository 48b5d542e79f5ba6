package dev.b3lb.bbb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class NodeClientTest extends NodeClientFixture {

    @Test
    void a_call_is_a_signed_get_built_from_scratch() throws Exception {
        try (ScriptedNode node = ScriptedNode.answering("200 OK", RUNNING)) {
            NodeReply reply =
                    call(node, NodeRequest.of(ApiCall.END, QueryParameters.parse("meetingID=a b&checksum=x")));
            assertThat(reply).isInstanceOfSatisfying(NodeReply.Answered.class, answered -> assertThat(
                            answered.answer().xml())
                    .isEqualTo(RUNNING));
            ScriptedNode.Received request = node.received().get(0);
            assertThat(request.line())
                    .isEqualTo("GET /bigbluebutton/api/end?meetingID=a+b&checksum="
                            + ChecksumAlgorithm.SHA256.hex("endmeetingID=a+bsecret") + " HTTP/1.1");
            assertThat(request.head()).containsIgnoringCase("\r\nuser-agent: b3lb\r\n");
            assertThat(request.head()).doesNotContainIgnoringCase("cookie").doesNotContainIgnoringCase("upgrade");
        }
    }

    @Test
    void a_body_is_posted_with_its_type_beside_the_signed_query() throws Exception {
        try (ScriptedNode node = ScriptedNode.answering("200 OK", RUNNING)) {
            byte[] xml = "<modules>ü</modules>".getBytes(StandardCharsets.UTF_8);
            NodeRequest request = new NodeRequest(
                    ApiCall.CREATE,
                    QueryParameters.parse("meetingID=ab"),
                    Optional.of(new NodeRequest.Body("application/xml", xml)));
            assertThat(call(node, request)).isInstanceOf(NodeReply.Answered.class);
            ScriptedNode.Received received = node.received().get(0);
            assertThat(received.line()).startsWith("POST /bigbluebutton/api/create?meetingID=ab&checksum=");
            assertThat(received.head()).containsIgnoringCase("content-type: application/xml");
            assertThat(received.body()).isEqualTo("<modules>ü</modules>");
            assertThat(received.head()).containsIgnoringCase("\r\ncontent-length: " + xml.length + "\r\n");
        }
    }

    @Test
    void the_same_body_goes_to_one_node_after_another() throws Exception {
        BodyContent parts = BodyContent.of("<modules>".getBytes(StandardCharsets.UTF_8))
                .then(BodyContent.shared("<module/>".repeat(10_000).getBytes(StandardCharsets.UTF_8)))
                .then(BodyContent.of("</modules>".getBytes(StandardCharsets.UTF_8)));
        NodeRequest request = new NodeRequest(
                ApiCall.CREATE,
                QueryParameters.parse("meetingID=ab"),
                Optional.of(new NodeRequest.Body("application/xml", parts)));
        for (String status : List.of("500 Oops", "200 OK")) {
            try (ScriptedNode node = ScriptedNode.answering(status, RUNNING)) {
                call(node, request);
                assertThat(node.received().get(0).body())
                        .isEqualTo("<modules>" + "<module/>".repeat(10_000) + "</modules>");
            }
        }
    }

    @Test
    void an_empty_body_is_posted_as_such() throws Exception {
        try (ScriptedNode node = ScriptedNode.answering("200 OK", RUNNING)) {
            NodeRequest request = new NodeRequest(
                    ApiCall.CREATE,
                    QueryParameters.parse("meetingID=ab"),
                    Optional.of(new NodeRequest.Body("application/xml", new byte[0])));
            assertThat(call(node, request)).isInstanceOf(NodeReply.Answered.class);
            assertThat(node.received().get(0).head()).startsWith("POST ").containsIgnoringCase("content-length: 0");
        }
    }

    @Test
    void a_long_query_sends_its_longest_values_in_a_form_body() throws Exception {
        try (ScriptedNode node = ScriptedNode.answering("200 OK", RUNNING)) {
            QueryParameters parameters = QueryParameters.parse("name=x&meetingID=ab")
                    .with("welcome", "ü".repeat(2000))
                    .with("groups", "y".repeat(5000));
            call(node, NodeRequest.of(ApiCall.CREATE, parameters));
            ScriptedNode.Received received = node.received().get(0);
            assertThat(received.line()).startsWith("POST ");
            assertThat(received.head()).containsIgnoringCase("content-type: application/x-www-form-urlencoded");
            assertThat(received.query())
                    .startsWith("name=x&meetingID=ab&groups=yyy")
                    .contains("&checksum=");
            assertThat(received.body()).isEqualTo("welcome=" + "%C3%BC".repeat(2000));
        }
    }

    @Test
    void a_failed_answer_is_an_answer() throws Exception {
        try (ScriptedNode node = ScriptedNode.answering("200 OK", BbbXml.failed(BbbError.NOT_FOUND))) {
            assertThat(call(node)).isInstanceOfSatisfying(NodeReply.Answered.class, answered -> assertThat(
                            answered.answer().messageKey())
                    .contains("notFound"));
        }
    }

    @Test
    void replies_come_on_the_executor() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        try (ScriptedNode node = new ScriptedNode((request, out) -> {
            hold(open);
            out.write(ScriptedNode.response("200 OK", RUNNING));
        })) {
            CompletionStage<String> thread = client.call(node.endpoint(), running(), LONG)
                    .thenApply(reply -> Thread.currentThread().getName());
            open.countDown();
            assertThat(result(thread)).isEqualTo("replies of nodes");
        }
    }

    @Test
    void more_calls_than_a_node_takes_at_once_are_busy_and_others_are_not() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        try (ScriptedNode slow = new ScriptedNode((request, out) -> {
                    hold(open);
                    out.write(ScriptedNode.response("200 OK", RUNNING));
                });
                ScriptedNode other = ScriptedNode.answering("200 OK", RUNNING)) {
            List<CompletionStage<NodeReply>> underWay = new ArrayList<>();
            for (int i = 0; i < CALLS_PER_NODE; i++) {
                underWay.add(client.call(slow.endpoint(), running(), LONG));
            }
            NodeFailure busy = failure(call(slow));
            assertThat(busy.kind()).isEqualTo(NodeFailure.Kind.BUSY);
            assertThat(busy.maybeExecuted()).isFalse();
            assertThat(observed).containsExactly("isMeetingRunning BUSY");
            assertThat(call(other)).isInstanceOf(NodeReply.Answered.class);
            open.countDown();
            for (CompletionStage<NodeReply> reply : underWay) {
                assertThat(result(reply)).isInstanceOf(NodeReply.Answered.class);
            }
            assertThat(call(slow)).isInstanceOf(NodeReply.Answered.class);
        }
    }

    @Test
    void every_call_is_observed_once_with_its_outcome() throws Exception {
        try (ScriptedNode node = ScriptedNode.answering("200 OK", RUNNING);
                ScriptedNode broken = ScriptedNode.answering("500 Oops", "")) {
            call(node);
            call(broken);
            result(client.load(broken.endpoint(), LONG));
            result(client.version(node.endpoint(), LONG));
            result(client.meetings(broken.endpoint(), LONG, MAX_BYTES));
        }

        assertThat(observed)
                .containsExactly(
                        "isMeetingRunning answered",
                        "isMeetingRunning STATUS",
                        "load STATUS",
                        "version answered",
                        "getMeetings STATUS");
    }

    @Test
    void calls_that_fail_give_their_permit_back() throws Exception {
        try (ScriptedNode node = ScriptedNode.answering("500 Oops", "")) {
            for (int i = 0; i < 3 * CALLS_PER_NODE; i++) {
                assertThat(failure(call(node))).isEqualTo(NodeFailure.status(500));
            }
        }
    }

    @Test
    void many_calls_to_many_nodes_hold_no_threads() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        List<ScriptedNode> nodes = new ArrayList<>();
        List<CompletionStage<NodeReply>> underWay = new ArrayList<>();
        try (ScriptedNode quick = ScriptedNode.answering("200 OK", RUNNING)) {
            for (int i = 0; i < 20; i++) {
                ScriptedNode slow = new ScriptedNode((request, out) -> {
                    hold(open);
                    out.write(ScriptedNode.response("200 OK", RUNNING));
                });
                nodes.add(slow);
                underWay.add(client.call(slow.endpoint(), running(), LONG));
                underWay.add(client.call(slow.endpoint(), running(), LONG));
            }
            assertThat(call(quick)).isInstanceOf(NodeReply.Answered.class);
            open.countDown();
            for (CompletionStage<NodeReply> reply : underWay) {
                assertThat(result(reply)).isInstanceOf(NodeReply.Answered.class);
            }
        } finally {
            for (ScriptedNode node : nodes) {
                node.close();
            }
        }
    }

    @Test
    void an_http_client_that_could_wait_or_wander_is_not_taken() {
        HttpClient wandering = HttpClient.newBuilder()
                .connectTimeout(LONG)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        for (HttpClient http : List.of(wandering, HttpClient.newHttpClient())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new NodeClient(
                            http,
                            replies,
                            new MeetingListParser(name -> false),
                            new NodeClient.Limits(1, 1, 1, 1),
                            CallObserver.NONE,
                            Cause.NONE));
        }
    }
}
