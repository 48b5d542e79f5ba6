package dev.b3lb.bbb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;

/** A client, and short words for calling nodes with it. */
abstract class NodeClientFixture {

    static final Duration LONG = Duration.ofSeconds(30);
    static final Duration SHORT = Duration.ofMillis(300);
    static final int MAX_BYTES = 100_000;
    static final int CALLS_PER_NODE = 3;
    static final String RUNNING = BbbXml.running(true);

    final ExecutorService transport = Executors.newCachedThreadPool();
    final ExecutorService replies = Executors.newFixedThreadPool(2, task -> new Thread(task, "replies of nodes"));
    /** Calls that are over, with their outcome. */
    final List<String> observed = new CopyOnWriteArrayList<>();

    final NodeClient client = new NodeClient(
            NodeClient.httpClient(Duration.ofSeconds(5), transport),
            replies,
            new MeetingListParser(name -> false),
            new NodeClient.Limits(MAX_BYTES, CALLS_PER_NODE, MAX_BYTES, MAX_BYTES),
            (call, failure, took) ->
                    observed.add(call + " " + failure.map(Enum::name).orElse("answered")),
            cause());

    /** On whose behalf nodes are called. */
    Cause cause() {
        return Cause.NONE;
    }

    @AfterEach
    void stop() {
        transport.shutdownNow();
        replies.shutdownNow();
    }

    NodeReply call(ScriptedNode node) throws Exception {
        return call(node, running());
    }

    NodeReply call(ScriptedNode node, NodeRequest request) throws Exception {
        return result(client.call(node.endpoint(), request, LONG));
    }

    static NodeRequest running() {
        return NodeRequest.of(ApiCall.IS_MEETING_RUNNING, QueryParameters.parse("meetingID=ab"));
    }

    static NodeEndpoint endpoint(String root) {
        return new NodeEndpoint(
                URI.create(root + "/bigbluebutton/api/"), URI.create(root + "/b3lb/load"), "s", ChecksumAlgorithm.SHA1);
    }

    static <T> T result(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(LONG.toSeconds(), TimeUnit.SECONDS);
    }

    static NodeFailure failure(NodeReply reply) {
        assertThat(reply).isInstanceOf(NodeReply.Failed.class);
        return ((NodeReply.Failed) reply).failure();
    }

    static void hold(CountDownLatch open) throws IOException {
        waited(open, LONG.toMillis());
    }

    static boolean waited(CountDownLatch latch, long milliseconds) throws IOException {
        try {
            return latch.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
