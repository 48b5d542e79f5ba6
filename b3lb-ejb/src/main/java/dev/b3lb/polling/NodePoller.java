package dev.b3lb.polling;

import dev.b3lb.bbb.LoadReply;
import dev.b3lb.bbb.MeetingsReply;
import dev.b3lb.bbb.NodeClient;
import dev.b3lb.bbb.NodeFailure;
import dev.b3lb.node.PoolNode;
import dev.b3lb.server.Lane;
import dev.b3lb.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Asks one node for its load and its meetings, both at the same time. Answers are read, and what follows is done, a few
 * at a time, so that polls leave threads and connections to the database to clients.
 */
@ApplicationScoped
public class NodePoller {

    private static final int FEWEST_AT_ONCE = 2;
    private static final int MOST_AT_ONCE = 8;

    private final Lane lane;
    private final NodeClient client;
    private final Duration limit;
    private final int maxBytes;

    @Inject
    NodePoller(NodeClient client, Executor executor, Settings settings) {
        this.lane = new Lane(executor, answersAtOnce(Runtime.getRuntime().availableProcessors()));
        this.client = client.on(lane);
        this.limit = settings.get(Settings.POLL_TIMEOUT);
        this.maxBytes = (int) Math.min(Integer.MAX_VALUE, settings.get(Settings.NODE_MAX_RESPONSE));
    }

    /** Reading keeps a processor busy, so more at once would only take the processors from clients. */
    private static int answersAtOnce(int processors) {
        return Math.max(FEWEST_AT_ONCE, Math.min(MOST_AT_ONCE, processors));
    }

    /** How many answers of nodes wait to be read. */
    int backlog() {
        return lane.backlog();
    }

    /**
     * Polls a node. Never completes exceptionally because of the node.
     *
     * @param versionWanted whether the node is to be asked for its version too
     */
    CompletionStage<PollResult> poll(PoolNode node, boolean versionWanted) {
        CompletionStage<OptionalInt> cpu = client.load(node.endpoint(), limit).thenApply(NodePoller::cpu);
        CompletionStage<Optional<String>> version = versionWanted
                ? client.version(node.endpoint(), limit)
                : CompletableFuture.completedStage(Optional.empty());
        return client.meetings(node.endpoint(), limit, maxBytes)
                .thenCombine(cpu, Answers::new)
                .thenCombine(version, Answers::result);
    }

    private record Answers(MeetingsReply meetings, OptionalInt cpu) {

        PollResult result(Optional<String> version) {
            return meetings instanceof MeetingsReply.Listed listed
                    ? new PollResult.Good(cpu, version, listed.list())
                    : bad(((MeetingsReply.Failed) meetings).failure());
        }

        private PollResult bad(NodeFailure failure) {
            return new PollResult.Bad(cpu, failure.words(), failure.kind() == NodeFailure.Kind.TOO_LARGE);
        }
    }

    /** Without a load the node is judged by its meetings alone. */
    private static OptionalInt cpu(LoadReply reply) {
        return reply instanceof LoadReply.Measured measured ? OptionalInt.of(measured.cpu()) : OptionalInt.empty();
    }
}
