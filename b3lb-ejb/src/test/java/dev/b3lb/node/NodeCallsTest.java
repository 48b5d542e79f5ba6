package dev.b3lb.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.CallObserver;
import dev.b3lb.bbb.Cause;
import dev.b3lb.bbb.ChecksumAlgorithm;
import dev.b3lb.bbb.MeetingListParser;
import dev.b3lb.bbb.NodeClient;
import dev.b3lb.bbb.NodeEndpoint;
import dev.b3lb.bbb.NodeReply;
import dev.b3lb.bbb.NodeRequest;
import dev.b3lb.bbb.QueryParameters;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeCallsTest {

    /** Remembers what was noted. */
    private static final class Notes extends NodeStateStore {
        private final List<String> words = new ArrayList<>();
        private boolean away;

        Notes() {
            super(null);
        }

        @Override
        public void suspect(UUID nodeId, String why) {
            words.add(why);
            if (away) {
                throw new IllegalStateException("The database is away.");
            }
        }
    }

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final NodeStates states = new NodeStates();
    private final Notes notes = new Notes();
    private final NodeCalls calls = new NodeCalls(
            new NodeClient(
                    NodeClient.httpClient(Duration.ofSeconds(5), executor),
                    executor,
                    new MeetingListParser(name -> false),
                    new NodeClient.Limits(10_000, 10, 10_000, 10_000),
                    CallObserver.NONE,
                    Cause.NONE),
            states,
            notes);

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void a_node_that_cannot_be_reached_is_suspect_here_at_once_and_noted_once() throws Exception {
        PoolNode node = node(closedPort());
        states.put(List.of(SomeNodes.state(node, NodeHealth.ACTIVE, Duration.ZERO)));
        for (int i = 0; i < 3; i++) {
            assertThat(call(node)).isInstanceOf(NodeReply.Failed.class);
        }
        assertThat(notes.words).hasSize(1).first().asString().startsWith("no connection");
        assertThat(states.of(node.id())).map(NodeState::health).contains(NodeHealth.SUSPECT);
    }

    @Test
    void a_node_that_is_not_well_anyway_is_not_noted_again() throws Exception {
        PoolNode node = node(closedPort());
        states.put(List.of(SomeNodes.state(node, NodeHealth.DOWN, Duration.ZERO)));
        call(node);
        assertThat(notes.words).isEmpty();
        assertThat(states.of(node.id())).map(NodeState::health).contains(NodeHealth.DOWN);
    }

    @Test
    void the_answer_comes_although_the_database_is_away() throws Exception {
        PoolNode node = node(closedPort());
        notes.away = true;
        assertThat(call(node)).isInstanceOf(NodeReply.Failed.class);
    }

    @Test
    void a_node_that_refuses_our_secret_is_suspect() throws Exception {
        answering(200, failed("checksumError"), node -> {
            assertThat(call(node)).isInstanceOf(NodeReply.Answered.class);
            assertThat(notes.words).containsExactly("wrong secret");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"notFound", "idNotUnique", "internalError"})
    void an_error_of_one_request_is_never_the_nodes(String messageKey) throws Exception {
        answering(200, failed(messageKey), node -> {
            call(node);
            assertThat(notes.words).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 404, 413, 500})
    void a_client_cannot_make_a_node_suspect_with_a_request_that_it_does_not_take(int status) throws Exception {
        answering(status, "<html/>", node -> {
            assertThat(call(node)).isInstanceOf(NodeReply.Failed.class);
            assertThat(notes.words).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "", "<response/>"})
    void an_answer_that_is_none_is_left_to_the_polls(String body) throws Exception {
        answering(200, body, node -> {
            assertThat(call(node)).isInstanceOf(NodeReply.Failed.class);
            assertThat(notes.words).isEmpty();
        });
    }

    private interface Story {
        void with(PoolNode node) throws Exception;
    }

    private static void answering(int status, String body, Story story) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            story.with(node(server.getAddress().getPort()));
        } finally {
            server.stop(0);
        }
    }

    private static String failed(String messageKey) {
        return "<response><returncode>FAILED</returncode><messageKey>" + messageKey + "</messageKey></response>";
    }

    private NodeReply call(PoolNode node) throws Exception {
        return calls.call(
                        node, NodeRequest.of(ApiCall.GET_MEETING_INFO, QueryParameters.none()), Duration.ofSeconds(20))
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static PoolNode node(int port) {
        URI root = URI.create("http://127.0.0.1:" + port);
        NodeEndpoint endpoint = new NodeEndpoint(
                root.resolve("/bigbluebutton/api/"), root.resolve("/b3lb/load"), "s", ChecksumAlgorithm.SHA256);
        return new PoolNode(
                SomeNodes.id("a"), "a", "a.example", endpoint, SomeNodes.CLUSTER, 1, OptionalInt.empty(), "", false);
    }
}
