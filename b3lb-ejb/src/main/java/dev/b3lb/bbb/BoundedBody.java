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
 * Collects an answer's body in memory up to a limit, and asks for more only while there is room. At the first byte over
 * the limit the connection is given up, so that an endless body costs no more than that; no thread waits for the bytes
 * of a slow one.
 */
final class BoundedBody implements BodySubscriber<BoundedBody.Content> {

    /** What every answer may have without asking, so that small ones never wait for large ones of other nodes. */
    static final int FREE_BYTES = 64 << 10;

    private final int maxBytes;
    private final AnswerMemory.Share share;
    private final CompletableFuture<Content> content = new CompletableFuture<>();
    private final Bytes bytes = new Bytes();
    private Flow.Subscription subscription;

    /**
     * @param maxBytes how many are taken
     * @param share what they are taken from; closed by whoever has read them
     */
    BoundedBody(int maxBytes, AnswerMemory.Share share) {
        this.maxBytes = maxBytes;
        this.share = share;
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
        subscription.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        int before = bytes.size();
        for (ByteBuffer buffer : buffers) {
            if (!content.isDone()) {
                take(buffer);
            }
        }
        if (!content.isDone()) {
            goOn(counted(bytes.size()) - counted(before));
        }
    }

    private void goOn(int taken) {
        if (taken == 0) {
            subscription.request(1);
        } else {
            share.take(taken, () -> subscription.request(1));
        }
    }

    private static int counted(int size) {
        return Math.max(0, size - FREE_BYTES);
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
