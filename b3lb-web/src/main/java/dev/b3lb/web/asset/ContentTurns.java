package dev.b3lb.web.asset;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Lets only so many large contents be under way to clients at a time. Each keeps one of the server's threads until its
 * client has read it, and files are for everybody: clients that hardly read must not take the threads of the API.
 */
final class ContentTurns {

    /** What fits into a connection's buffer, so that no thread waits for the client. */
    static final int SMALL_BYTES = 16 << 10;

    private final Semaphore free;

    /** @param most how many large contents at a time */
    ContentTurns(int most) {
        this.free = new Semaphore(most);
    }

    /** The content for an answer, which has to be written; empty if there is no turn for it now. */
    Optional<StreamingOutput> take(byte[] content) {
        if (content.length <= SMALL_BYTES) {
            return Optional.of(out -> out.write(content));
        }
        return free.tryAcquire() ? Optional.of(out -> writeAndFree(content, out)) : Optional.empty();
    }

    private void writeAndFree(byte[] content, OutputStream out) throws IOException {
        try {
            out.write(content);
            out.flush();
        } finally {
            free.release();
        }
    }
}
