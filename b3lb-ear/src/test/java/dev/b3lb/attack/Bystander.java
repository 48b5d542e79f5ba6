package dev.b3lb.attack;

import dev.b3lb.testbed.BbbClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Somebody of another tenant who goes on joining a meeting, over one connection, as a proxy keeps them open. */
final class Bystander implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration IN_TIME = Duration.ofSeconds(1);
    private static final int FOUND = 302;

    /** A hundred joins a second are enough to see each pause, and leave the machine to the attack. */
    private static final Duration BETWEEN = Duration.ofMillis(10);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI join;
    private final Thread thread = new Thread(this::joinOn, "bystander");
    private final List<String> wrong = new ArrayList<>();
    private long slowestNanos;
    private int joins;
    private int late;
    private volatile boolean stopped;

    private Bystander(URI join) {
        this.join = join;
    }

    /** Begins to join. */
    static Bystander of(BbbClient client, String meetingId) {
        Bystander bystander = new Bystander(URI.create(
                client.url("join", Map.of("meetingID", meetingId, "fullName", "Bystander", "role", "VIEWER"))));
        bystander.thread.start();
        return bystander;
    }

    private void joinOn() {
        for (; !stopped; LockSupport.parkNanos(BETWEEN.toNanos())) {
            long begin = System.nanoTime();
            try {
                int status = http.send(
                                HttpRequest.newBuilder(join).timeout(LONGEST).build(),
                                HttpResponse.BodyHandlers.discarding())
                        .statusCode();
                joined(System.nanoTime() - begin, status == FOUND ? "" : "status " + status);
            } catch (IOException failed) {
                joined(System.nanoTime() - begin, failed.toString());
            } catch (InterruptedException end) {
                return;
            }
        }
    }

    private synchronized void joined(long nanos, String fault) {
        joins++;
        slowestNanos = Math.max(slowestNanos, nanos);
        if (nanos > IN_TIME.toNanos()) {
            late++;
        }
        if (!fault.isEmpty()) {
            wrong.add(fault);
        }
    }

    /** How many joins there have been. */
    synchronized int joins() {
        return joins;
    }

    /** How many of them took longer than a second. */
    synchronized int late() {
        return late;
    }

    /** The longest that one took. */
    synchronized Duration slowest() {
        return Duration.ofNanos(slowestNanos);
    }

    /** What went wrong with joins. */
    synchronized List<String> wrong() {
        return List.copyOf(wrong);
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join(TimeUnit.MINUTES.toMillis(1));
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
