package dev.b3lb.bbb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodePollTest extends NodeClientFixture {

    @Test
    void meetings_are_read_from_the_nodes_list() throws Exception {
        try (ScriptedNode node =
                ScriptedNode.answering("200 OK", Fixtures.meetings(Fixtures.MEETING, Fixtures.BREAKOUT))) {
            MeetingsReply reply = result(client.meetings(node.endpoint(), LONG, MAX_BYTES));
            assertThat(reply).isInstanceOfSatisfying(MeetingsReply.Listed.class, listed -> assertThat(
                            listed.list().meetings())
                    .hasSize(2));
            assertThat(node.received().get(0).query())
                    .isEqualTo("checksum=" + ChecksumAlgorithm.SHA256.hex("getMeetingssecret"));
        }
    }

    @Test
    void a_list_that_is_too_large_or_refused_is_a_failure() throws Exception {
        try (ScriptedNode node = ScriptedNode.answering("200 OK", Fixtures.meetings(Fixtures.MEETING))) {
            assertThat(result(client.meetings(node.endpoint(), LONG, 1000)))
                    .isEqualTo(new MeetingsReply.Failed(NodeFailure.of(NodeFailure.Kind.TOO_LARGE)));
        }
        try (ScriptedNode node = ScriptedNode.answering("200 OK", BbbXml.failed(BbbError.CHECKSUM_MISMATCH))) {
            assertThat(result(client.meetings(node.endpoint(), LONG, MAX_BYTES)))
                    .isEqualTo(new MeetingsReply.Failed(
                            NodeFailure.of(NodeFailure.Kind.FAILED, "checksumError (wrong secret)")));
        }
    }

    @Test
    void the_load_is_the_integer_on_the_first_line() throws Exception {
        try (ScriptedNode node = ScriptedNode.answering("200 OK", "5678\nmore\n")) {
            assertThat(result(client.load(node.endpoint(), LONG))).isEqualTo(new LoadReply.Measured(5678));
            assertThat(node.received().get(0).line()).isEqualTo("GET /b3lb/load HTTP/1.1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n12", "-1", "10001", "12.5", "<html/>", "١٢", "123456789012"})
    void anything_else_is_no_load(String body) throws Exception {
        try (ScriptedNode node = ScriptedNode.answering("200 OK", body)) {
            assertThat(result(client.load(node.endpoint(), LONG)))
                    .isInstanceOfSatisfying(
                            LoadReply.Failed.class,
                            failed -> assertThat(failed.failure().kind()).isEqualTo(NodeFailure.Kind.UNREADABLE));
        }
    }
}
