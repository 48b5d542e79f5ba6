package dev.b3lb.meeting;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.BbbError;
import dev.b3lb.bbb.NodeAnswer;
import dev.b3lb.bbb.NodeReply;
import dev.b3lb.bbb.NodeRequest;
import dev.b3lb.bbb.QueryParameters;
import dev.b3lb.configuration.Configurations;
import dev.b3lb.node.NodeCalls;
import dev.b3lb.node.PoolNode;
import dev.b3lb.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Asks nodes to end meetings by the ids that they gave them, which no other meeting can have. */
@ApplicationScoped
public class EndQuestions {

    private static final String NOT_FOUND = BbbError.NOT_FOUND.messageKey();

    private final Configurations configurations;
    private final NodeCalls calls;
    private final Duration limit;

    @Inject
    EndQuestions(Configurations configurations, NodeCalls calls, Settings settings) {
        this.configurations = configurations;
        this.calls = calls;
        this.limit = settings.get(Settings.NODE_REQUEST_TIMEOUT);
    }

    /** Asks a meeting's node, within the time limit of clients' calls; changes nothing here. */
    public CompletionStage<EndReply> ask(PlacedMeeting meeting) {
        Optional<String> internalId = meeting.internalMeetingId().filter(id -> !id.isBlank());
        if (internalId.isEmpty()) {
            return CompletableFuture.completedStage(EndReply.BEING_CREATED);
        }
        Optional<PoolNode> node = configurations.current().node(meeting.nodeId());
        if (node.isEmpty()) {
            return CompletableFuture.completedStage(EndReply.NO_NODE);
        }
        QueryParameters parameters = QueryParameters.none().with("meetingID", internalId.get());
        return calls.call(node.get(), NodeRequest.of(ApiCall.END, parameters), limit)
                .thenApply(EndQuestions::read);
    }

    private static EndReply read(NodeReply reply) {
        if (reply instanceof NodeReply.Failed failed) {
            return new EndReply(EndReply.Kind.SILENT, failed.failure().words());
        }
        NodeAnswer answer = ((NodeReply.Answered) reply).answer();
        String key = answer.messageKey().orElse(answer.returncode());
        if (answer.successful()) {
            return new EndReply(EndReply.Kind.ENDED, key);
        }
        return new EndReply(key.equals(NOT_FOUND) ? EndReply.Kind.UNKNOWN : EndReply.Kind.REFUSED, key);
    }
}
