package dev.b3lb.web.body;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Reads one body as it comes. What comes after a refusal is thrown away, and only when the client is through the refusal
 * is told: clients look at the answer no sooner, and the server would hold a thread to read the rest of the body.
 */
final class BodyReader implements ReadListener {

    private static final int PIECE = 16 << 10;

    /** More than that is not read on a thread of the application, however fast it comes. */
    private static final int AT_ONCE = 64 << 10;

    private final ServletInputStream body;
    private final int most;
    private final Received received;
    private final Runnable tooMuch;
    private final CompletableFuture<BodyRefused> refused = new CompletableFuture<>();
    private final CompletableFuture<Received> result = new CompletableFuture<>();
    private long come;

    /**
     * @param tooMuch ends the connection of a client that goes on sending as if it had not been refused
     */
    BodyReader(ServletInputStream body, int most, Received received, Runnable tooMuch) {
        this.body = body;
        this.most = most;
        this.received = received;
        this.tooMuch = tooMuch;
    }

    /** The whole body, or a {@link BodyRefused}. */
    CompletionStage<Received> result() {
        return result;
    }

    /** Completed as soon as the body is not wanted any more, which may be long before its end. */
    CompletionStage<BodyRefused> refused() {
        return refused;
    }

    /** Reads what is there already; whether that is all. */
    boolean readsAllAtOnce() throws IOException {
        byte[] piece = new byte[PIECE];
        for (int left = AT_ONCE; left > 0 && !body.isFinished() && body.available() > 0; left--) {
            int length = body.read(piece, 0, Math.min(piece.length, body.available()));
            take(piece, length);
            left -= length;
        }
        if (body.isFinished()) {
            onAllDataRead();
        }
        return result.isDone();
    }

    @Override
    public void onDataAvailable() throws IOException {
        byte[] piece = new byte[PIECE];
        while (!result.isDone() && body.isReady() && !body.isFinished()) {
            take(piece, body.read(piece));
        }
    }

    @Override
    public void onAllDataRead() {
        if (refused.isDone()) {
            result.completeExceptionally(refused.join());
        } else if (!result.complete(received)) {
            received.close();
        }
    }

    @Override
    public void onError(Throwable failure) {
        giveUp(BodyRefused.broken());
    }

    /** Nothing more will come of it. */
    void giveUp(BodyRefused reason) {
        if (result.completeExceptionally(reason)) {
            received.close();
        }
    }

    private void take(byte[] piece, int length) {
        if (length <= 0 || result.isDone()) {
            return;
        }
        come += length;
        if (refused.isDone()) {
            if (come > 2L * most) {
                tooMuch.run();
            }
        } else if (come > most) {
            refuse(BodyRefused.largerThan(most));
        } else if (!received.add(piece, length)) {
            refuse(BodyRefused.noRoom());
        }
    }

    private void refuse(BodyRefused reason) {
        received.close();
        refused.complete(reason);
    }
}
