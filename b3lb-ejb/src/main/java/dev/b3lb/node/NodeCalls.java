package dev.b3lb.node;

import dev.b3lb.bbb.NodeAnswer;
import dev.b3lb.bbb.NodeClient;
import dev.b3lb.bbb.NodeFailure;
import dev.b3lb.bbb.NodeReply;
import dev.b3lb.bbb.NodeRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/**
 * Calls that are made for clients. A node that cannot be reached is SUSPECT at once, not only after its next poll. What
 * a client may bring about by an odd request, such as a status other than 200, is left to the polls to judge.
 */
@ApplicationScoped
public class NodeCalls {

    private static final Logger LOG = Logger.getLogger(NodeCalls.class);
    private static final String CHECKSUM_ERROR = "checksumError";
    private static final Set<NodeFailure.Kind> OF_THE_TRANSPORT = EnumSet.of(
            NodeFailure.Kind.NO_CONNECTION,
            NodeFailure.Kind.TIMEOUT,
            NodeFailure.Kind.CONNECTION_LOST,
            NodeFailure.Kind.TLS);

    private final NodeClient client;
    private final NodeStates states;
    private final NodeStateStore store;

    @Inject
    NodeCalls(NodeClient client, NodeStates states, NodeStateStore store) {
        this.client = client;
        this.states = states;
        this.store = store;
    }

    /**
     * Asks a node. Never completes exceptionally because of the node.
     *
     * @param limit time for the whole answer
     */
    public CompletionStage<NodeReply> call(PoolNode node, NodeRequest request, Duration limit) {
        return client.call(node.endpoint(), request, limit).thenApply(reply -> {
            if (reply instanceof NodeReply.Failed failed
                    && OF_THE_TRANSPORT.contains(failed.failure().kind())) {
                suspect(node, failed.failure().words());
            } else if (reply instanceof NodeReply.Answered answered && refusesOurSecret(answered.answer())) {
                suspect(node, "wrong secret");
            }
            return reply;
        });
    }

    /** Whether the node says that what we signed was signed with another secret. */
    public static boolean refusesOurSecret(NodeAnswer answer) {
        return !answer.successful()
                && answer.messageKey().filter(CHECKSUM_ERROR::equals).isPresent();
    }

    private void suspect(PoolNode node, String words) {
        boolean known = states.of(node.id())
                .filter(state -> state.health() != NodeHealth.ACTIVE)
                .isPresent();
        if (known) {
            return;
        }
        states.suspect(node.id());
        LOG.warnf("Node %s failed: it is SUSPECT, was ACTIVE: %s", node.slug(), words);
        try {
            store.suspect(node.id(), words);
        } catch (RuntimeException databaseAway) {
            LOG.warnf("Node %s could not be marked: %s", node.slug(), databaseAway.getMessage());
        }
    }
}
