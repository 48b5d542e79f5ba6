package dev.b3lb.node;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.NodeAnswers;
import dev.b3lb.bbb.NodeFailure;
import dev.b3lb.bbb.NodeReply;
import dev.b3lb.bbb.NodeRequest;
import dev.b3lb.bbb.UnreadableAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Nodes that answer each call as a test has told them, and remember what they were asked. */
public final class ScriptedCalls extends NodeCalls {

    private final Map<String, Deque<Function<NodeRequest, CompletionStage<NodeReply>>>> script = new HashMap<>();
    private final List<Asked> asked = new ArrayList<>();

    /** One question to a node. */
    public record Asked(String node, NodeRequest request, Duration limit) {

        /** The node and the call's name. */
        public String words() {
            return node + " " + request.call().wireName();
        }

        /** A parameter of the question, or an empty text. */
        public String parameter(String name) {
            return request.parameters().first(name).orElse("");
        }
    }

    /** Nodes that have not been told anything yet. */
    public ScriptedCalls() {
        super(null, null, null);
    }

    /** The next call of that kind to the node is answered like this. */
    public ScriptedCalls on(PoolNode node, ApiCall call, Function<NodeRequest, CompletionStage<NodeReply>> answer) {
        script.computeIfAbsent(key(node, call), key -> new ArrayDeque<>()).add(answer);
        return this;
    }

    /** The next call of that kind to the node is answered with that. */
    public ScriptedCalls on(PoolNode node, ApiCall call, NodeReply answer) {
        return on(node, call, request -> CompletableFuture.completedStage(answer));
    }

    @Override
    public CompletionStage<NodeReply> call(PoolNode node, NodeRequest request, Duration limit) {
        asked.add(new Asked(node.slug(), request, limit));
        Deque<Function<NodeRequest, CompletionStage<NodeReply>>> answers =
                script.getOrDefault(key(node, request.call()), new ArrayDeque<>());
        if (answers.isEmpty()) {
            throw new AssertionError("Nobody has said what " + key(node, request.call()) + " is answered with");
        }
        return answers.size() == 1
                ? answers.peek().apply(request)
                : answers.poll().apply(request);
    }

    /** What was asked, in order. */
    public List<Asked> asked() {
        return asked;
    }

    /** What was asked in short: node and call. */
    public List<String> words() {
        return asked.stream().map(Asked::words).toList();
    }

    private static String key(PoolNode node, ApiCall call) {
        return node.slug() + " " + call.wireName();
    }

    /** An answer in XML. */
    public static NodeReply answer(String content) {
        try {
            return new NodeReply.Answered(
                    new NodeAnswers().parse(("<response>" + content + "</response>").getBytes(StandardCharsets.UTF_8)));
        } catch (UnreadableAnswer wrong) {
            throw new AssertionError(wrong);
        }
    }

    /** An error of BBB. */
    public static NodeReply failed(String messageKey) {
        return answer(
                "<returncode>FAILED</returncode><messageKey>" + messageKey + "</messageKey><message>No.</message>");
    }

    /** No answer. */
    public static NodeReply failure(NodeFailure.Kind kind) {
        return new NodeReply.Failed(NodeFailure.of(kind));
    }
}
