package dev.b3lb.check;

import dev.b3lb.bbb.LoadReply;
import dev.b3lb.bbb.MeetingsReply;
import dev.b3lb.bbb.NodeClient;
import dev.b3lb.bbb.NodeFailure;
import dev.b3lb.bbb.NodeProbe;
import dev.b3lb.node.PoolNode;
import dev.b3lb.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/**
 * Looks at one node from this server, whatever its health, within about half a minute. What is found changes nothing of
 * what is known of the node: that is left to polls.
 */
@ApplicationScoped
public class NodeCheck {

    private static final Duration QUESTION_LIMIT = Duration.ofSeconds(5);
    private static final String WRONG_SECRET = "checksumError";

    private final NodeClient client;
    private final Executor executor;
    private final int maxBytes;

    @Inject
    NodeCheck(NodeClient client, Executor executor, Settings settings) {
        this.client = client;
        this.executor = executor;
        this.maxBytes = (int) Math.min(Integer.MAX_VALUE, settings.get(Settings.NODE_MAX_RESPONSE));
    }

    /** All findings: address, connection, tls, secret, load, version, clock, create, end. Holds the calling thread. */
    public List<Finding> of(PoolNode node) {
        List<Finding> findings =
                new ArrayList<>(new WayCheck(new NodeProbe(node.endpoint(), executor), Clock.systemUTC()).findings());
        boolean reached = findings.stream().allMatch(Finding::ok);
        findings.addAll(reached ? questions(node) : notTried("secret", "load", "version"));
        boolean mayCall = findings.stream()
                .filter(finding -> finding.check().equals("secret"))
                .allMatch(Finding::ok);
        findings.addAll(
                mayCall
                        ? new MeetingTrial(client, node.endpoint(), Clock.systemUTC()).findings()
                        : notTried("clock", "create", "end"));
        return findings;
    }

    private static List<Finding> notTried(String... checks) {
        return Stream.of(checks).map(Finding::notTried).toList();
    }

    /** All at the same time. */
    private List<Finding> questions(PoolNode node) {
        CompletableFuture<Finding> secret = client.meetings(node.endpoint(), QUESTION_LIMIT, maxBytes)
                .thenApply(reply -> secret(node, reply))
                .toCompletableFuture();
        CompletableFuture<Finding> load = client.load(node.endpoint(), QUESTION_LIMIT)
                .thenApply(reply -> load(node, reply))
                .toCompletableFuture();
        CompletableFuture<Finding> version = client.version(node.endpoint(), QUESTION_LIMIT)
                .thenApply(NodeCheck::version)
                .toCompletableFuture();
        return List.of(secret.join(), load.join(), version.join());
    }

    private static Finding secret(PoolNode node, MeetingsReply reply) {
        if (reply instanceof MeetingsReply.Listed listed) {
            return Finding.good(
                    "secret", "The secret is right; " + listed.list().meetings().size() + " meetings are on the node.");
        }
        NodeFailure failure = ((MeetingsReply.Failed) reply).failure();
        return switch (failure.kind()) {
            case FAILED ->
                Finding.bad(
                        "secret",
                        failure.words().contains(WRONG_SECRET)
                                ? "The secret is wrong, or the node does not take "
                                        + node.endpoint().algorithm().wireName()
                                        + "; 'bbb-conf --secret' on the node shows the secret, setnode changes it here."
                                : "The node does not list its meetings: " + failure.words() + ".");
            case STATUS, UNREADABLE ->
                Finding.bad(
                        "secret",
                        "What answers at " + node.endpoint().api() + " is not BBB's API: " + failure.words() + ".");
            default -> Finding.bad("secret", "The node does not list its meetings: " + failure.words() + ".");
        };
    }

    private static Finding load(PoolNode node, LoadReply reply) {
        if (reply instanceof LoadReply.Measured measured) {
            return Finding.good("load", "The CPU's load is " + measured.cpu() + " of 10000.");
        }
        String words = ((LoadReply.Failed) reply).failure().words();
        return node.cluster().cpuOrder() == 0
                ? Finding.good("load", "not told (" + words + "), and not needed: the cluster counts no CPU")
                : Finding.bad(
                        "load",
                        node.endpoint().load() + " tells no load: " + words
                                + ". The node gets meetings, but its load is counted without CPU.");
    }

    private static Finding version(Optional<String> version) {
        return Finding.good("version", version.orElse("unknown; most nodes do not tell it"));
    }
}
