package dev.b3lb.fakenode;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Tells the outside that a meeting ended, as BBB does: a GET to {@code meta_endCallbackUrl} with recordingmarks and
 * meetingID appended, and a plain GET to {@code meetingEndedURL}. Any 2xx will do; otherwise it is tried again after
 * each of the pauses. Breakout rooms have no callbacks.
 */
final class EndCallbacks {

    /** BBB's own pauses. */
    static final List<Duration> PAUSES =
            List.of(Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(120), Duration.ofSeconds(300));

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int KEPT = 1_000;

    private final NodeThreads threads;
    private final Clock clock;
    private final List<Duration> pauses;
    private final Deque<CallbackAttempt> attempts = new ArrayDeque<>();
    private volatile boolean closed;

    EndCallbacks(NodeThreads threads, Clock clock, List<Duration> pauses) {
        this.threads = threads;
        this.clock = clock;
        this.pauses = List.copyOf(pauses);
    }

    void meetingEnded(FakeMeeting meeting) {
        if (meeting.parent().isEmpty()) {
            Optional.ofNullable(meeting.metadata().get("endcallbackurl"))
                    .filter(url -> !url.isEmpty())
                    .ifPresent(url -> attempt(withMarks(url, meeting), 1));
            meeting.createParameters().text("meetingEndedURL").ifPresent(url -> attempt(url, 1));
        }
    }

    /** BBB appends both parameters even when the URL has a meetingID already. */
    private static String withMarks(String url, FakeMeeting meeting) {
        return url
                + (url.contains("?") ? "&" : "?")
                + "recordingmarks=" + meeting.hasRecordingMarks()
                + "&meetingID=" + URLEncoder.encode(meeting.externalId(), StandardCharsets.UTF_8);
    }

    private void attempt(String url, int number) {
        if (!closed) {
            request(url).ifPresentOrElse(request -> send(request, url, number), () -> failed(url, number));
        }
    }

    private static Optional<HttpRequest> request(String url) {
        try {
            return Optional.of(
                    HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT).build());
        } catch (IllegalArgumentException notHttp) {
            return Optional.empty();
        }
    }

    private void send(HttpRequest request, String url, int number) {
        threads.http()
                .sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .thenApply(response -> Optional.of(response.statusCode()))
                .exceptionally(nobodyAnswered -> Optional.empty())
                .thenAccept(status -> done(new CallbackAttempt(clock.instant(), url, number, status)));
    }

    private void failed(String url, int number) {
        done(new CallbackAttempt(clock.instant(), url, number, Optional.empty()));
    }

    private void done(CallbackAttempt attempt) {
        synchronized (attempts) {
            attempts.addLast(attempt);
            if (attempts.size() > KEPT) {
                attempts.removeFirst();
            }
        }
        if (!attempt.isDelivered() && attempt.number() <= pauses.size()) {
            threads.after(pauses.get(attempt.number() - 1), () -> attempt(attempt.url(), attempt.number() + 1));
        }
    }

    List<CallbackAttempt> attempts() {
        synchronized (attempts) {
            return List.copyOf(attempts);
        }
    }

    void close() {
        closed = true;
    }
}
