package dev.b3lb.web.api;

import dev.b3lb.web.api.RequestBodies.BodyRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/**
 * Lets only so many bodies be read at a time that are not there yet. Each keeps one of the server's threads until its
 * client has sent it, before anybody knows who that is: clients that hardly send must not take the threads of all
 * others. A body that came with its headers, as most do, needs no turn.
 */
final class BodyTurns {

    private final Semaphore free;
    private final Duration limit;
    private final LongSupplier nanoTime;

    /** Something that reads a body. */
    @FunctionalInterface
    interface Reading<T> {
        T of(InputStream body) throws IOException;
    }

    /**
     * @param most how many bodies at a time
     * @param limit for one whole body; a client that sends nothing at all is given up by the server's own limit
     */
    BodyTurns(int most, Duration limit, LongSupplier nanoTime) {
        this.free = new Semaphore(most);
        this.limit = limit;
        this.nanoTime = nanoTime;
    }

    /**
     * Reads a body.
     *
     * @throws BodyRefused when there is no turn, or when the body takes too long
     */
    <T> T read(HttpServletRequest http, Reading<T> reading) throws IOException {
        InputStream body = http.getInputStream();
        long length = http.getContentLengthLong();
        if (length >= 0 && body.available() >= length) {
            return reading.of(body);
        }
        if (!free.tryAcquire()) {
            throw BodyRefused.tooMany();
        }
        try {
            return reading.of(new Timely(body, nanoTime.getAsLong() + limit.toNanos()));
        } finally {
            free.release();
        }
    }

    /** A body of which nothing more is read after some time. */
    private final class Timely extends FilterInputStream {

        private final long end;

        Timely(InputStream body, long end) {
            super(body);
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            inTime();
            return super.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            inTime();
            return super.read(bytes, offset, length);
        }

        private void inTime() throws BodyRefused {
            if (nanoTime.getAsLong() - end > 0) {
                throw new BodyRefused("The body of the request came too slowly");
            }
        }
    }
}
