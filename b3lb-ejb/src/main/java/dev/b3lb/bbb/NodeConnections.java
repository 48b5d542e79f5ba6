package dev.b3lb.bbb;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Sends requests to nodes, on connections that are kept where that does no harm. A node may end a kept connection just
 * when the next request comes, which says nothing about the node: what may be repeated is then sent once more, on a new
 * connection; what may not has a new one from the start. Such a request asks the node to close the connection, and the
 * node's answer must say that it does (RFC 9112, 9.6), or the next request may get that connection in the moment before
 * it is closed. The HTTP client must repeat nothing by itself: system property
 * {@code jdk.httpclient.redirects.retrylimit=1}.
 */
final class NodeConnections {

    /** Needs the system property {@code jdk.httpclient.allowRestrictedHeaders=connection}. */
    private static final String CONNECTION = "Connection";

    private static final String CLOSE = "close";

    private final HttpClient keeping;
    private final HttpClient closing;
    private final KeptConnections kept = new KeptConnections(System::nanoTime);

    /** @param http as {@link NodeClient#httpClient} makes it */
    NodeConnections(HttpClient http) {
        if (http.followRedirects() != Redirect.NEVER) {
            throw new IllegalArgumentException("Redirects of nodes must not be followed.");
        }
        if (http.connectTimeout().isEmpty()) {
            throw new IllegalArgumentException("Calls to nodes need a connect timeout.");
        }
        this.keeping = http;
        this.closing = twin(http);
    }

    /** The same with connections of its own, so that none of those that are kept is among them. */
    private static HttpClient twin(HttpClient http) {
        HttpClient.Builder twin = HttpClient.newBuilder()
                .connectTimeout(http.connectTimeout().orElseThrow())
                .followRedirects(Redirect.NEVER)
                .sslContext(http.sslContext())
                .version(Version.HTTP_1_1);
        http.executor().ifPresent(twin::executor);
        return twin.build();
    }

    /**
     * Sends a request.
     *
     * @param repeatable whether the node may get it twice
     * @param body receives an answer's body, in each attempt another one
     * @param attempts what is under way, for whoever gives it up
     */
    CompletableFuture<HttpResponse<BoundedBody.Content>> send(
            HttpRequest.Builder request,
            boolean repeatable,
            HttpResponse.BodyHandler<BoundedBody.Content> body,
            Attempts<HttpResponse<BoundedBody.Content>> attempts) {
        if (!repeatable) {
            return attempts.begin(() -> sendOnNew(request, body));
        }
        HttpRequest first = request.version(Version.HTTP_1_1).build();
        return attempts.begin(() -> keeping.sendAsync(first, head -> {
                    noteKept(first.uri(), head);
                    return body.apply(head);
                }))
                .handle((answer, failure) -> {
                    if (failure == null) {
                        return CompletableFuture.completedFuture(answer);
                    }
                    return TransportFailure.beforeAnyAnswer(failure) && kept.mayBe(first.uri())
                            ? attempts.begin(() -> sendAgain(first.uri(), request, body))
                            : CompletableFuture.<HttpResponse<BoundedBody.Content>>failedFuture(failure);
                })
                .thenCompose(Function.identity());
    }

    private CompletableFuture<HttpResponse<BoundedBody.Content>> sendAgain(
            URI node, HttpRequest.Builder request, HttpResponse.BodyHandler<BoundedBody.Content> body) {
        CompletableFuture<HttpResponse<BoundedBody.Content>> answer = sendOnNew(request, body);
        answer.whenComplete((arrived, failure) -> {
            if (failure != null) {
                kept.forget(node);
            }
        });
        return answer;
    }

    private CompletableFuture<HttpResponse<BoundedBody.Content>> sendOnNew(
            HttpRequest.Builder request, HttpResponse.BodyHandler<BoundedBody.Content> body) {
        return closing.sendAsync(
                request.version(Version.HTTP_1_1).setHeader(CONNECTION, CLOSE).build(), body);
    }

    /** Already at the answer's head: when its last byte is there, the connection may serve the next request at once. */
    private void noteKept(URI node, HttpResponse.ResponseInfo head) {
        if (head.headers()
                .firstValue(CONNECTION)
                .filter(CLOSE::equalsIgnoreCase)
                .isEmpty()) {
            kept.keep(node);
        }
    }
}
