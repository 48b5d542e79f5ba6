package dev.b3lb.meeting;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.NodeReply;
import dev.b3lb.bbb.NodeRequest;
import dev.b3lb.bbb.QueryParameters;
import dev.b3lb.node.NodeCalls;
import dev.b3lb.node.PoolNode;
import dev.b3lb.settings.Settings;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Asks nodes whose a meeting is. An equal id proves nothing, only our mark does. */
final class Marks {

    /** Whose a meeting on a node is. */
    enum Mark {
        /** It carries the mark that was looked for. */
        OURS,
        /** It is another one, or there is none. */
        FOREIGN,
        /** The node did not tell in time. */
        UNKNOWN
    }

    private final NodeCalls calls;
    private final Duration limit;

    Marks(NodeCalls calls, Settings settings) {
        this.calls = calls;
        this.limit = settings.get(Settings.NODE_REQUEST_TIMEOUT);
    }

    /**
     * Whose a meeting is. With hardly any time left the node is not asked: it would be blamed for being late.
     *
     * @param idOnNode the client's id or the node's own
     * @param meeting our own id of the meeting that it should be
     */
    CompletionStage<Mark> of(PoolNode node, String idOnNode, UUID meeting, Deadline deadline) {
        if (deadline.near()) {
            return CompletableFuture.completedStage(Mark.UNKNOWN);
        }
        NodeRequest question =
                NodeRequest.of(ApiCall.GET_MEETING_INFO, QueryParameters.none().with("meetingID", idOnNode));
        return calls.call(node, question, deadline.leftOf(limit)).thenApply(reply -> mark(reply, meeting));
    }

    private static Mark mark(NodeReply reply, UUID meeting) {
        if (!(reply instanceof NodeReply.Answered answered) || NodeCalls.refusesOurSecret(answered.answer())) {
            return Mark.UNKNOWN;
        }
        return OwnMetadata.marked(answered.answer(), meeting) ? Mark.OURS : Mark.FOREIGN;
    }
}
