package dev.b3lb.web.api;

import dev.b3lb.bbb.NodeRequest;
import dev.b3lb.bbb.QueryParameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads bodies of requests into memory, each up to a bound, and XML bodies up to a bound together: they are held from
 * being read until their call is answered.
 */
@ApplicationScoped
public class RequestBodies {

    private static final int MOST_FORM_BYTES = 1 << 20;

    /** What BBB's own web server takes is 30 MB. */
    private static final int MOST_XML_BYTES = 32 << 20;

    private static final long MOST_BYTES_TOGETHER = 256L << 20;

    /** Fewer than the server has threads, and as long as 32 MiB take over a slow line. */
    private static final int SLOW_BODIES = 24;

    private static final Duration BODY_LIMIT = Duration.ofSeconds(60);

    private final AtomicLong held = new AtomicLong();
    private final BodyTurns turns = new BodyTurns(SLOW_BODIES, BODY_LIMIT, System::nanoTime);

    /** A body that is not read, or not to its end. */
    static final class BodyRefused extends IOException {

        private static final long serialVersionUID = 1L;

        BodyRefused(String sentence) {
            super(sentence);
        }

        static BodyRefused tooMany() {
            return new BodyRefused("Too many large requests at once, try again later");
        }

        static BodyRefused largerThan(int most) {
            return new BodyRefused("The body of the request is larger than " + (most >> 20) + " MiB");
        }
    }

    /** The text of a form. */
    String form(HttpServletRequest http) throws IOException {
        return new String(read(http, MOST_FORM_BYTES), StandardCharsets.UTF_8);
    }

    /** The fields of a multipart form. */
    QueryParameters fields(HttpServletRequest http) throws IOException {
        return turns.read(http, body -> MultipartForm.fields(http, body, MOST_FORM_BYTES));
    }

    /** XML that came as the text of a form; {@link #release} has to follow when it is not needed any more. */
    NodeRequest.Body xml(String form) throws IOException {
        byte[] bytes = form.getBytes(StandardCharsets.UTF_8);
        hold(bytes.length);
        return new NodeRequest.Body("text/xml; charset=UTF-8", bytes);
    }

    /** An XML body as it came; {@link #release} has to follow when it is not needed any more. */
    NodeRequest.Body xml(HttpServletRequest http) throws IOException {
        long announced = http.getContentLengthLong();
        long expected = announced >= 0 ? Math.min(announced, MOST_XML_BYTES) : MOST_XML_BYTES;
        hold(expected);
        byte[] bytes = new byte[0];
        try {
            bytes = read(http, MOST_XML_BYTES);
        } finally {
            held.addAndGet(bytes.length - expected);
        }
        return new NodeRequest.Body(http.getContentType(), bytes);
    }

    /** Makes room for others. */
    void release(Optional<NodeRequest.Body> body) {
        body.ifPresent(done -> held.addAndGet(-done.content().held()));
    }

    private void hold(long bytes) throws BodyRefused {
        if (held.addAndGet(bytes) > MOST_BYTES_TOGETHER) {
            held.addAndGet(-bytes);
            throw BodyRefused.tooMany();
        }
    }

    private byte[] read(HttpServletRequest http, int most) throws IOException {
        boolean announcedTooLarge = http.getContentLengthLong() > most;
        byte[] bytes = announcedTooLarge ? new byte[0] : turns.read(http, body -> body.readNBytes(most + 1));
        if (announcedTooLarge || bytes.length > most) {
            throw BodyRefused.largerThan(most);
        }
        return bytes;
    }
}
