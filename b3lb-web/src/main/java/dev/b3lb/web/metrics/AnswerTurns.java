package dev.b3lb.web.metrics;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets only so many large answers be under way at a time. Each takes memory from the moment its figures are collected,
 * and one of the server's threads until its client has read it; when figures are public, anybody may ask for them.
 */
final class AnswerTurns {

    private final Semaphore free;

    /** @param most how many large answers at a time */
    AnswerTurns(int most) {
        this.free = new Semaphore(most);
    }

    /**
     * The body for an answer, which has to be written; empty if there is no turn for it now.
     *
     * @param figures collects what is to be written, and is asked only when there is a turn
     */
    Optional<StreamingOutput> take(Supplier<StreamingOutput> figures) {
        if (!free.tryAcquire()) {
            return Optional.empty();
        }
        boolean handedOver = false;
        try {
            StreamingOutput body = figures.get();
            handedOver = true;
            return Optional.of(out -> writeAndFree(body, out));
        } finally {
            if (!handedOver) {
                free.release();
            }
        }
    }

    private void writeAndFree(StreamingOutput body, OutputStream out) throws IOException {
        try {
            body.write(out);
            out.flush();
        } finally {
            free.release();
        }
    }
}
