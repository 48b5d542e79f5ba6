package dev.b3lb.bbb;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * Collects an answer's body in memory up to a limit. At the first byte over it the connection is given up, so that an
 * endless body costs no more than the limit; no thread waits for the bytes of a slow one.
 */
final class BoundedBody implements BodySubscriber<BoundedBody.Content> {

    private final int maxBytes;
    private final CompletableFuture<Content> content = new CompletableFuture<>();
    private final Bytes bytes = new Bytes();
    private Flow.Subscription subscription;

    /** @param maxBytes how many are taken */
    BoundedBody(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * What was received.
     *
     * @param complete false when there was more than is taken
     * @param bytes what was taken of it
     */
    record Content(boolean complete, InputStream bytes) {}

    @Override
    public CompletionStage<Content> getBody() {
        return content;
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        subscription = newSubscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (!content.isDone()) {
                take(buffer);
            }
        }
    }

    @Override
    public void onError(Throwable failure) {
        content.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        content.complete(new Content(true, bytes.read()));
    }

    private void take(ByteBuffer buffer) {
        if (buffer.remaining() > maxBytes - bytes.size()) {
            subscription.cancel();
            content.complete(new Content(false, InputStream.nullInputStream()));
            return;
        }
        byte[] chunk = new byte[buffer.remaining()];
        buffer.get(chunk);
        bytes.writeBytes(chunk);
    }

    /** Lets its content be read without another copy. */
    private static final class Bytes extends ByteArrayOutputStream {
        synchronized InputStream read() {
            return new ByteArrayInputStream(buf, 0, count);
        }
    }
}
