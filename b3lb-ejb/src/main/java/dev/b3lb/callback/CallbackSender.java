package dev.b3lb.callback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.concurrent.DefaultThreadFactory;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.Timeout;

/**
 * Calls addresses that tenants chose, over HTTP/1.1. Each hop of a call goes only where {@link AddressGuard} allows. No
 * cookies, no passwords, no proxy, no connection that is kept for the next call.
 */
public final class CallbackSender implements AutoCloseable {

    private static final String USER_AGENT = "b3lb";
    private static final int MAX_LINE = 16_384;
    private static final int MAX_HEADERS = 100;

    /**
     * What a call may cost.
     *
     * @param connect time for a connection
     * @param total time for the whole call, redirects and name look-ups included
     * @param atOnce calls under way at the same time; more wait for their turn within their own time
     */
    public record Limits(Duration connect, Duration total, int atOnce) {}

    private final CloseableHttpAsyncClient client;
    private final ThreadPoolExecutor lookups;
    private final Duration total;

    /**
     * A sender with its own threads.
     *
     * @param names looks up host names; IP addresses in any spelling come through it as well
     * @param guard decides about the addresses that names have
     */
    public CallbackSender(DnsResolver names, AddressGuard guard, Limits limits) {
        this.total = limits.total();
        this.lookups = lookups(limits.atOnce());
        this.client = client(connections(new GuardedResolver(names, guard), limits), limits);
        client.start();
    }

    /** Name look-ups can neither be given a time limit nor be stopped, so they have threads that nobody else needs. */
    private static ThreadPoolExecutor lookups(int threads) {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                threads,
                threads,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(threads * 10),
                new DefaultThreadFactory("b3lb-callback-lookup", true));
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    private static PoolingAsyncClientConnectionManager connections(DnsResolver resolver, Limits limits) {
        return PoolingAsyncClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setTlsStrategy(
                        ClientTlsStrategyBuilder.create().useSystemProperties().buildAsync())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                        .setHandshakeTimeout(timeout(limits.total()))
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout(limits.connect()))
                        .setSocketTimeout(timeout(limits.total()))
                        .build())
                .setMaxConnPerRoute(limits.atOnce())
                .setMaxConnTotal(2 * limits.atOnce()) // a connection may still be closing when its call is over
                .build();
    }

    private static CloseableHttpAsyncClient client(PoolingAsyncClientConnectionManager connections, Limits limits) {
        return HttpAsyncClients.custom()
                .setConnectionManager(connections)
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setIOReactorConfig(IOReactorConfig.custom()
                        .setIoThreadCount(1)
                        .setSoTimeout(timeout(limits.total()))
                        .build())
                .setThreadFactory(new DefaultThreadFactory("b3lb-callback", true))
                .setHttp1Config(Http1Config.custom()
                        .setMaxLineLength(MAX_LINE)
                        .setMaxHeaderCount(MAX_HEADERS)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout(limits.total()))
                        .setResponseTimeout(timeout(limits.total()))
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent(USER_AGENT)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.of(duration);
    }

    /**
     * Calls an address.
     *
     * @param url any text
     * @param form a form body for a POST; without one the call is a GET
     * @return how it came out; never completes exceptionally
     */
    public CompletionStage<CallbackOutcome> send(String url, Optional<String> form) {
        CallbackCall call = new CallbackCall(client, (Executor) lookups);
        try {
            call.start(CallbackUrl.parse(url), form);
        } catch (IllegalArgumentException notCallable) {
            return CompletableFuture.completedStage(new CallbackOutcome.Failed(notCallable.getMessage()));
        } catch (RejectedExecutionException tooMany) {
            return CompletableFuture.completedStage(new CallbackOutcome.Failed("too many calls at once"));
        }
        return call.within(total);
    }

    /** Breaks off what is under way. */
    @Override
    public void close() {
        lookups.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
        try {
            client.close();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
