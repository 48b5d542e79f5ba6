package dev.b3lb.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.NodeFailure;
import dev.b3lb.node.PoolNode;
import dev.b3lb.node.ScriptedCalls;
import dev.b3lb.node.SomeNodes;
import dev.b3lb.settings.SomeSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrayMeetingsTest {

    private final PoolNode node = SomeNodes.node("a");
    private final ScriptedCalls calls = new ScriptedCalls();
    private final StrayMeetings strays = new StrayMeetings(calls, SomeSettings.with());

    @Test
    void a_stray_is_ended_by_the_nodes_own_id() {
        calls.on(node, ApiCall.END, ScriptedCalls.answer("<returncode>SUCCESS</returncode>"));
        strays.end(node, "0123abc-17");
        assertThat(calls.words()).containsExactly("a end");
        assertThat(calls.asked().get(0).parameter("meetingID")).isEqualTo("0123abc-17");
    }

    @Test
    void so_is_a_meeting_that_nobody_here_has_created() {
        calls.on(node, ApiCall.END, ScriptedCalls.answer("<returncode>SUCCESS</returncode>"));
        strays.endOrphan(node, "0123abc-17");
        assertThat(calls.words()).containsExactly("a end");
        assertThat(calls.asked().get(0).parameter("meetingID")).isEqualTo("0123abc-17");
    }

    @Test
    void a_node_that_does_not_answer_is_left_to_the_next_poll() {
        calls.on(node, ApiCall.END, ScriptedCalls.failure(NodeFailure.Kind.TIMEOUT));
        strays.end(node, "0123abc-17");
        assertThat(calls.words()).containsExactly("a end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void no_id_could_be_the_beginning_of_any_id_so_nothing_is_ended(String blank) {
        strays.end(node, blank);
        strays.endOrphan(node, blank);
        assertThat(calls.asked()).isEmpty();
    }
}
