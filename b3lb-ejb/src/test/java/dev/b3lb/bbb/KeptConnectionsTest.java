package dev.b3lb.bbb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.bbb.KeepingNode.Ending;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections that a node has kept and ends when the next request comes. */
class KeptConnectionsTest extends NodeClientFixture {

    private static final QueryParameters ROOM = QueryParameters.parse("meetingID=ab&name=Room");

    private KeepingNode node;

    @BeforeEach
    void startNode() throws Exception {
        node = new KeepingNode(RUNNING);
    }

    @AfterEach
    void stopNode() throws Exception {
        node.close();
    }

    private NodeReply call(ApiCall call) throws Exception {
        return call(NodeRequest.of(call, ROOM));
    }

    private NodeReply call(NodeRequest request) throws Exception {
        return result(client.call(node.endpoint(), request, LONG));
    }

    /** Has the client keep that many connections. */
    private void keep(int connections) throws Exception {
        node.answerTogether(connections);
        List<CompletionStage<NodeReply>> calls = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            calls.add(client.call(node.endpoint(), running(), LONG));
        }
        for (CompletionStage<NodeReply> call : calls) {
            assertThat(result(call)).isInstanceOf(NodeReply.Answered.class);
        }
        node.answerTogether(1);
        assertThat(node.connections()).isEqualTo(connections);
        observed.clear();
        node.requests().clear();
    }

    private static NodeRequest createWith(int bodyBytes) {
        return new NodeRequest(
                ApiCall.CREATE, ROOM, Optional.of(new NodeRequest.Body("application/xml", new byte[bodyBytes])));
    }

    @ParameterizedTest
    @EnumSource(
            value = Ending.class,
            names = {"CLOSED", "RESET"})
    void a_question_is_asked_once_more_on_a_new_connection(Ending ending) throws Exception {
        keep(CALLS_PER_NODE);
        node.endKeptOnes(ending);

        assertThat(call(ApiCall.GET_MEETING_INFO)).isInstanceOf(NodeReply.Answered.class);

        assertThat(observed).containsExactly("getMeetingInfo answered");
        assertThat(node.requests()).hasSize(2);
        assertThat(node.connections()).isEqualTo(CALLS_PER_NODE + 1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Ending.class,
            names = {"CLOSED_WITHIN_THE_ANSWER"},
            mode = EnumSource.Mode.EXCLUDE)
    void a_create_with_a_body_is_sent_once_more_on_a_new_connection(Ending ending) throws Exception {
        keep(2);
        node.endKeptOnes(ending);

        assertThat(call(createWith(3 << 20))).isInstanceOf(NodeReply.Answered.class);

        assertThat(observed).containsExactly("create answered");
        assertThat(node.requests()).hasSize(2);
        assertThat(node.connections()).isEqualTo(3);
    }

    @Test
    void a_poll_survives_a_node_that_has_closed_all_connections() throws Exception {
        keep(3);
        node.endKeptOnes(Ending.RESET);

        CompletionStage<LoadReply> load = client.load(node.endpoint(), LONG);
        CompletionStage<MeetingsReply> meetings = client.meetings(node.endpoint(), LONG, MAX_BYTES);
        result(load);
        result(meetings);

        // The answer is neither a load nor a list, but it has come
        assertThat(observed).containsExactlyInAnyOrder("load UNREADABLE", "getMeetings UNREADABLE");
    }

    @ParameterizedTest
    @EnumSource(
            value = ApiCall.class,
            names = {"JOIN", "SEND_CHAT_MESSAGE", "INSERT_DOCUMENT"})
    void what_must_not_be_done_twice_never_goes_on_a_kept_connection(ApiCall once) throws Exception {
        keep(2);
        node.endKeptOnes(Ending.CLOSED);

        assertThat(call(once)).isInstanceOf(NodeReply.Answered.class);
        assertThat(call(once)).isInstanceOf(NodeReply.Answered.class);

        assertThat(node.requests()).hasSize(2);
        assertThat(node.connections()).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(
            value = ApiCall.class,
            names = {"CREATE", "GET_MEETING_INFO", "END", "SEND_CHAT_MESSAGE"})
    void a_new_connection_that_is_closed_without_an_answer_is_a_failure(ApiCall call) throws Exception {
        node.endNewOnes(Ending.CLOSED);

        assertThat(failure(call(call)).kind()).isEqualTo(NodeFailure.Kind.CONNECTION_LOST);

        assertThat(node.requests()).hasSize(1);
    }

    @Test
    void a_node_that_closes_the_new_connection_too_has_failed() throws Exception {
        keep(2);
        node.endKeptOnes(Ending.CLOSED);
        node.endNewOnes(Ending.CLOSED);

        assertThat(failure(call(ApiCall.CREATE)).kind()).isEqualTo(NodeFailure.Kind.CONNECTION_LOST);

        assertThat(observed).containsExactly("create CONNECTION_LOST");
        assertThat(node.requests()).hasSize(2);
        assertThat(call(ApiCall.CREATE)).isInstanceOf(NodeReply.Failed.class);
        assertThat(node.requests()).hasSize(3);
    }

    @Test
    void nothing_is_repeated_when_an_answer_had_begun() throws Exception {
        keep(2);
        node.endKeptOnes(Ending.CLOSED_WITHIN_THE_ANSWER);

        assertThat(call(ApiCall.CREATE)).isInstanceOf(NodeReply.Failed.class);

        assertThat(node.requests()).hasSize(1);
    }

    @Test
    void both_tries_together_have_the_time_of_one() throws Exception {
        keep(1);
        node.endKeptOnes(Ending.CLOSED);
        node.answerTogether(2); // and nobody else comes
        long start = System.nanoTime();

        NodeReply reply = result(client.call(node.endpoint(), running(), SHORT));

        assertThat(failure(reply).kind()).isEqualTo(NodeFailure.Kind.TIMEOUT);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG.dividedBy(2));
        assertThat(node.requests()).hasSize(2);
    }

    @Test
    void there_is_no_doubt_about_a_node_that_has_not_answered_for_long_or_has_ended_a_new_connection() {
        AtomicLong now = new AtomicLong(Long.MAX_VALUE);
        KeptConnections kept = new KeptConnections(now::get);
        URI one = URI.create("http://one.example:80/a");
        URI other = URI.create("http://other.example/");
        kept.keep(one);
        now.addAndGet(Duration.ofSeconds(20).toNanos());
        kept.keep(other);
        assertThat(kept.mayBe(URI.create("http://one.example:80/b?c"))).isTrue();

        now.addAndGet(Duration.ofSeconds(11).toNanos());
        assertThat(kept.mayBe(one)).isFalse();
        assertThat(kept.mayBe(other)).isTrue();

        kept.forget(other);
        assertThat(kept.mayBe(other)).isFalse();
    }
}
