package dev.b3lb.benchmark;

import dev.b3lb.testbed.BbbClient;
import dev.b3lb.testbed.HttpAnswer;
import dev.b3lb.testbed.RawHttp;
import dev.b3lb.testbed.Testbed;
import dev.b3lb.testbed.TestbedFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** What a scrape of everything costs beside a join, on a server that polls meanwhile. */
final class ScrapeReadings {

    private static final int WARM_UP = 10;
    private static final int TIMES = 50;
    private static final int JOINS = 500;

    /** As Prometheus asks, but for packing. */
    private static final List<String> HEADERS = List.of(
            "Host: " + Testbed.BASE_DOMAIN,
            "Accept: application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.3,*/*;q=0.1");

    private final RawHttp http;
    private final BbbClient client;
    private final PoolSize size;

    ScrapeReadings(int port, PoolSize size) {
        this.http = new RawHttp(port);
        this.client = BbbClient.byPath(
                port, Testbed.BASE_DOMAIN, PoolRows.tenant(0).toLowerCase(Locale.ROOT), PoolRows.secret());
        this.size = size;
    }

    private interface Request {
        HttpAnswer send() throws IOException;
    }

    void print(PrintStream console) {
        HttpAnswer first = expect(200, this::scrape);
        long[] scrapes = nanos(TIMES, 200, this::scrape);
        long[] joins = nanos(JOINS, 302, this::join);
        console.printf(
                "Scrape of %d nodes and %d secrets: %.1f ms, slowest %.1f ms, %d KiB%n",
                size.nodes(),
                size.tenants() * size.secrets(),
                median(scrapes) / 1e6,
                scrapes[scrapes.length - 1] / 1e6,
                first.body().length >> 10);
        console.printf(
                "Join: %.2f ms; a scrape costs as much as %.0f of them%n",
                median(joins) / 1e6, (double) median(scrapes) / median(joins));
    }

    private HttpAnswer scrape() throws IOException {
        return http.send("GET", "/b3lb/metrics", HEADERS, new byte[0]);
    }

    private HttpAnswer join() throws IOException {
        return client.send("GET", "join", "meetingID=" + size.meetingId(0, 0) + "&fullName=Eve&role=VIEWER");
    }

    /** In ascending order. */
    private static long[] nanos(int times, int status, Request request) {
        LongStream.range(0, WARM_UP).forEach(time -> expect(status, request));
        return LongStream.range(0, times)
                .map(time -> {
                    long start = System.nanoTime();
                    expect(status, request);
                    return System.nanoTime() - start;
                })
                .sorted()
                .toArray();
    }

    private static HttpAnswer expect(int status, Request request) {
        try {
            HttpAnswer answer = request.send();
            if (answer.status() != status) {
                throw new TestbedFailure("The server answered with status " + answer.status() + ".");
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long median(long[] sorted) {
        return sorted[sorted.length / 2];
    }
}
