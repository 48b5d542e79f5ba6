package dev.b3lb.callback;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Keeps the head of an answer and reads past its body, so that the receiver can finish in peace; a body that is larger
 * than 64 KiB is broken off.
 */
final class DiscardingConsumer implements AsyncResponseConsumer<ResponseHead> {

    private static final int MAX_BODY_BYTES = 65_536;

    private final Consumer<ResponseHead> seen;
    private ResponseHead head;
    private FutureCallback<ResponseHead> ended;
    private int bytes;

    /** @param seen is told the head as soon as it is there, also when the body fails afterwards */
    DiscardingConsumer(Consumer<ResponseHead> seen) {
        this.seen = seen;
    }

    @Override
    public void consumeResponse(
            HttpResponse response, EntityDetails body, HttpContext context, FutureCallback<ResponseHead> callback) {
        head = ResponseHead.of(response);
        ended = callback;
        seen.accept(head);
        if (body == null) {
            callback.completed(head);
        }
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) {
        // The answer comes later
    }

    @Override
    public void updateCapacity(CapacityChannel channel) throws IOException {
        channel.update(Integer.MAX_VALUE);
    }

    @Override
    public void consume(ByteBuffer data) throws IOException {
        bytes += data.remaining();
        data.position(data.limit());
        if (bytes > MAX_BODY_BYTES) {
            throw new IOException("The answer is too large.");
        }
    }

    @Override
    public void streamEnd(List<? extends Header> trailers) {
        ended.completed(head);
    }

    @Override
    public void failed(Exception problem) {
        // The caller's callback is told
    }

    @Override
    public void releaseResources() {
        // There are none
    }
}
