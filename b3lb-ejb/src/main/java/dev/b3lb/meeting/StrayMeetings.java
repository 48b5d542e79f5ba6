package dev.b3lb.meeting;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.NodeReply;
import dev.b3lb.bbb.NodeRequest;
import dev.b3lb.bbb.QueryParameters;
import dev.b3lb.node.NodeCalls;
import dev.b3lb.node.PoolNode;
import dev.b3lb.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Ends meetings on nodes where they are not meant to be (any more), or that nobody here has created. */
@ApplicationScoped
public class StrayMeetings {

    private static final Logger LOG = Logger.getLogger(StrayMeetings.class);

    private final NodeCalls calls;
    private final Duration limit;

    @Inject
    StrayMeetings(NodeCalls calls, Settings settings) {
        this.calls = calls;
        this.limit = settings.get(Settings.NODE_REQUEST_TIMEOUT);
    }

    /**
     * Asks the node to end a copy of a meeting of ours, without waiting. When that fails, the next poll finds it again.
     *
     * @param internalMeetingId the node's own id, which no other meeting can have; with a blank one nothing is done,
     *     since nodes take the beginning of an id for the whole
     */
    public void end(PoolNode node, String internalMeetingId) {
        end(node, internalMeetingId, "stray meeting");
    }

    /** The same for a meeting that nobody here has created. */
    public void endOrphan(PoolNode node, String internalMeetingId) {
        end(node, internalMeetingId, "orphaned meeting");
    }

    private void end(PoolNode node, String internalMeetingId, String kind) {
        if (internalMeetingId.isBlank()) {
            return;
        }
        LOG.infof("Ending %s %s on node %s", kind, internalMeetingId, node.slug());
        QueryParameters parameters = QueryParameters.none().with("meetingID", internalMeetingId);
        calls.call(node, NodeRequest.of(ApiCall.END, parameters), limit).thenAccept(reply -> {
            if (reply instanceof NodeReply.Failed failed) {
                LOG.warnf(
                        "%s on node %s, %s, was not ended: %s",
                        internalMeetingId, node.slug(), kind, failed.failure().words());
            }
        });
    }
}
