package dev.b3lb.web.body;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Reads one body as it comes. What comes after a refusal is thrown away, so that the client, which may look at the answer
 * only when it is through, gets it.
 */
final class BodyReader implements ReadListener {

    private static final int PIECE = 16 << 10;

    private final ServletInputStream body;
    private final int most;
    private final Received received;
    private final CompletableFuture<Received> result = new CompletableFuture<>();

    BodyReader(ServletInputStream body, int most, Received received) {
        this.body = body;
        this.most = most;
        this.received = received;
    }

    /** The whole body, or a {@link BodyRefused}. */
    CompletionStage<Received> result() {
        return result;
    }

    /** Reads what is there already; whether that is all. */
    boolean readsAllAtOnce() throws IOException {
        byte[] piece = new byte[PIECE];
        while (!body.isFinished() && body.available() > 0) {
            take(piece, body.read(piece, 0, Math.min(piece.length, body.available())));
        }
        if (body.isFinished()) {
            onAllDataRead();
        }
        return result.isDone();
    }

    @Override
    public void onDataAvailable() throws IOException {
        byte[] piece = new byte[PIECE];
        while (body.isReady() && !body.isFinished()) {
            take(piece, body.read(piece));
        }
    }

    @Override
    public void onAllDataRead() {
        if (!result.complete(received)) {
            received.close();
        }
    }

    @Override
    public void onError(Throwable failure) {
        refuse(BodyRefused.broken());
    }

    /** Nothing of it is wanted any more. */
    void refuse(BodyRefused reason) {
        if (result.completeExceptionally(reason)) {
            received.close();
        }
    }

    private void take(byte[] piece, int length) {
        if (length <= 0 || result.isDone()) {
            return;
        }
        if (received.length() + length > most) {
            refuse(BodyRefused.largerThan(most));
        } else if (!received.add(Arrays.copyOf(piece, length))) {
            refuse(BodyRefused.noRoom());
        }
    }
}
