package dev.b3lb.bbb;

import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Calls nodes without holding a thread while they take their time. Every way in which a node or the network can fail is
 * a value, not an exception. Requests are built from scratch, redirects never followed, only status 200 is an answer.
 * Replies are given on the executor. Safe for use by several threads.
 */
public final class NodeClient {

    private static final int LOAD_BYTES = 16 * 1024;
    private static final int VERSION_BYTES = 16 * 1024;

    private final NodeHttp http;
    private final CallObserver observer;
    private final Limits limits;
    private final Bulkhead bulkhead;
    private final NodeAnswers answers = new NodeAnswers();
    private final MeetingListParser meetingLists;
    private final AnswerMemory listMemory;

    private final AnswerMemory otherMemory;

    /**
     * What calls may use up.
     *
     * @param maxAnswerBytes of an answer to a call
     * @param callsPerNode how many calls to one node run at once; further ones fail as BUSY
     * @param listMemory bytes of all lists of meetings that are read at a time; beyond it one after the other is read
     * @param answerMemory the same for all other answers
     */
    public record Limits(int maxAnswerBytes, int callsPerNode, long listMemory, long answerMemory) {}

    /**
     * @param http with a connect timeout and without redirects, as {@link #httpClient} makes it
     * @param executor reads answers and runs what is attached to replies
     * @param meetingLists reads answers to getMeetings
     * @param observer is told of every call
     * @param cause on whose behalf calls are made
     * @throws IllegalArgumentException if the HTTP client follows redirects or waits for connections for ever
     */
    public NodeClient(
            HttpClient http,
            Executor executor,
            MeetingListParser meetingLists,
            Limits limits,
            CallObserver observer,
            Cause cause) {
        this.http = new NodeHttp(http, executor, observer, cause);
        this.observer = observer;
        this.meetingLists = meetingLists;
        this.limits = limits;
        this.bulkhead = new Bulkhead(limits.callsPerNode());
        this.listMemory = new AnswerMemory(limits.listMemory());
        this.otherMemory = new AnswerMemory(limits.answerMemory());
    }

    private NodeClient(NodeClient other, Executor executor) {
        this.http = other.http.on(executor);
        this.observer = other.observer;
        this.limits = other.limits;
        this.bulkhead = other.bulkhead;
        this.meetingLists = other.meetingLists;
        this.listMemory = other.listMemory;
        this.otherMemory = other.otherMemory;
    }

    /** The same client, within the same limits, that gives its replies on another executor. */
    public NodeClient on(Executor executor) {
        return new NodeClient(this, executor);
    }

    /** An HTTP client as calls to nodes need it. */
    public static HttpClient httpClient(Duration connectTimeout, Executor executor) {
        return HttpClient.newBuilder()
                .connectTimeout(connectTimeout)
                .followRedirects(Redirect.NEVER)
                .version(Version.HTTP_1_1)
                .executor(executor)
                .build();
    }

    /**
     * Makes a call. A query over 6 KB sends its longest values in a form body where the call may be a POST. A node that
     * is busy is told at once; every other reply comes on the executor.
     *
     * @param limit for the whole answer, its last byte included; then the exchange is given up
     */
    public CompletionStage<NodeReply> call(NodeEndpoint node, NodeRequest request, Duration limit) {
        HttpRequest.Builder message = RequestLayout.request(node, request);
        String call = request.call().wireName();
        if (!bulkhead.enter(node.api())) {
            observer.called(call, Optional.of(NodeFailure.Kind.BUSY), Duration.ZERO);
            return CompletableFuture.completedFuture(new NodeReply.Failed(NodeFailure.of(NodeFailure.Kind.BUSY)));
        }
        // Composed, so that a fault while starting the exchange gives the permit back as well.
        return CompletableFuture.completedFuture(message)
                .thenCompose(ready -> http.exchange(
                        call,
                        ready,
                        limit,
                        limits.maxAnswerBytes(),
                        otherMemory,
                        bytes -> answered(answers.parse(bytes)),
                        NodeReply.Failed::new))
                .whenComplete((reply, failure) -> bulkhead.leave(node.api()));
    }

    private static NodeReply answered(NodeAnswer answer) {
        return new NodeReply.Answered(answer);
    }

    /** Asks a node for its CPU load. Does not count among the calls that may run at once. */
    public CompletionStage<LoadReply> load(NodeEndpoint node, Duration limit) {
        return http.exchange(
                "load",
                RequestLayout.get(node.load()),
                limit,
                LOAD_BYTES,
                otherMemory,
                bytes -> new LoadReply.Measured(LoadText.parse(bytes)),
                LoadReply.Failed::new);
    }

    /**
     * Asks a node for its version, which it tells without a checksum. Most nodes are set up not to tell it.
     *
     * @return BBB's version; empty when the node does not tell or does not answer
     */
    public CompletionStage<Optional<String>> version(NodeEndpoint node, Duration limit) {
        return http.exchange(
                "version",
                RequestLayout.get(node.api()),
                limit,
                VERSION_BYTES,
                otherMemory,
                bytes -> answers.parse(bytes).text("bbbVersion").filter(text -> !text.isBlank()),
                failure -> Optional.empty());
    }

    /**
     * Asks a node for its meetings. Does not count among the calls that may run at once, so that a poll gets through to
     * a busy node.
     *
     * @param maxBytes a larger answer is given up while it comes in
     */
    public CompletionStage<MeetingsReply> meetings(NodeEndpoint node, Duration limit, int maxBytes) {
        return http.exchange(
                ApiCall.GET_MEETINGS.wireName(),
                RequestLayout.request(node, NodeRequest.of(ApiCall.GET_MEETINGS, QueryParameters.none())),
                limit,
                maxBytes,
                listMemory,
                bytes -> new MeetingsReply.Listed(meetingLists.parse(bytes)),
                MeetingsReply.Failed::new);
    }
}
