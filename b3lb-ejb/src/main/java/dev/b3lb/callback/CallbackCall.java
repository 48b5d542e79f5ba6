package dev.b3lb.callback;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HeaderElements;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;

/** One call with the redirects that it is led through. */
final class CallbackCall {

    private static final int MAX_REDIRECTS = 5;
    private static final String TOO_MANY_REDIRECTS = "more than " + MAX_REDIRECTS + " redirects";

    private final CloseableHttpAsyncClient client;
    private final Executor lookups;
    private final CompletableFuture<CallbackOutcome> over = new CompletableFuture<>();
    private volatile Optional<ResponseHead> head = Optional.empty();
    private volatile Optional<Future<?>> exchange = Optional.empty();
    private int redirects;

    CallbackCall(CloseableHttpAsyncClient client, Executor lookups) {
        this.client = client;
        this.lookups = lookups;
    }

    /** @throws RejectedExecutionException when there are too many calls */
    void start(CallbackUrl url, Optional<String> form) {
        lookups.execute(() -> hop(url, form));
    }

    /** How it comes out within the time. A status that has arrived by then counts, the rest of the answer does not. */
    CompletionStage<CallbackOutcome> within(Duration limit) {
        return over.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).handle((outcome, problem) -> {
            exchange.ifPresent(running -> running.cancel(true));
            return problem == null ? outcome : failure(problem, limit);
        });
    }

    private CallbackOutcome failure(Throwable problem, Duration limit) {
        if (head.isPresent() && !head.get().isRedirect()) {
            return outcome(head.get());
        }
        boolean late = problem instanceof TimeoutException
                || problem instanceof InterruptedIOException && !(problem instanceof ConnectTimeoutException);
        return new CallbackOutcome.Failed(late ? "took longer than " + limit.toSeconds() + " s" : words(problem));
    }

    private static String words(Throwable problem) {
        if (problem instanceof RefusedAddressException || problem instanceof IllegalArgumentException) {
            return problem.getMessage();
        }
        if (problem instanceof UnknownHostException) {
            return "the host has no address";
        }
        if (problem instanceof SSLException) {
            return "no TLS session";
        }
        boolean unconnected = problem instanceof ConnectTimeoutException
                || problem instanceof ConnectException
                || problem instanceof NoRouteToHostException;
        return unconnected ? "no connection" : "the connection broke";
    }

    /** Looks up a name, which may take long, and starts the exchange. */
    private void hop(CallbackUrl url, Optional<String> form) {
        if (over.isDone()) {
            return; // it waited too long for its turn
        }
        try {
            head = Optional.empty();
            HttpHost host = new HttpHost(url.scheme(), url.host(), url.port());
            BasicHttpRequest request = new BasicHttpRequest(form.isPresent() ? "POST" : "GET", host, url.target());
            request.setHeader(HttpHeaders.CONNECTION, HeaderElements.CLOSE);
            exchange = Optional.of(client.execute(
                    host,
                    new BasicRequestProducer(
                            request, form.map(CallbackCall::body).orElse(null)),
                    new DiscardingConsumer(seen -> head = Optional.of(seen)),
                    null,
                    null,
                    new Ending(url, form)));
            if (over.isDone()) {
                exchange.get().cancel(true);
            }
        } catch (RuntimeException problem) {
            over.completeExceptionally(problem);
        }
    }

    private static AsyncEntityProducer body(String form) {
        return new BasicAsyncEntityProducer(
                form, ContentType.APPLICATION_FORM_URLENCODED.withCharset(StandardCharsets.UTF_8));
    }

    private void answered(CallbackUrl url, Optional<String> form, ResponseHead answer) {
        if (!answer.isRedirect()) {
            over.complete(outcome(answer));
        } else if (redirects++ == MAX_REDIRECTS) {
            over.complete(new CallbackOutcome.Failed(TOO_MANY_REDIRECTS));
        } else {
            follow(url.redirectedTo(answer.location().orElseThrow()), answer.keepsMethod() ? form : Optional.empty());
        }
    }

    private void follow(CallbackUrl next, Optional<String> form) {
        lookups.execute(() -> hop(next, form));
    }

    private static CallbackOutcome outcome(ResponseHead answer) {
        return answer.isSuccess()
                ? new CallbackOutcome.Delivered()
                : new CallbackOutcome.Failed("status " + answer.status());
    }

    /** What one exchange leads to. */
    private final class Ending implements FutureCallback<ResponseHead> {

        private final CallbackUrl url;
        private final Optional<String> form;

        Ending(CallbackUrl url, Optional<String> form) {
            this.url = url;
            this.form = form;
        }

        @Override
        public void completed(ResponseHead answer) {
            try {
                answered(url, form, answer);
            } catch (RuntimeException problem) {
                over.completeExceptionally(problem);
            }
        }

        @Override
        public void failed(Exception problem) {
            over.completeExceptionally(problem);
        }

        @Override
        public void cancelled() {
            over.completeExceptionally(new InterruptedIOException("broken off"));
        }
    }
}
