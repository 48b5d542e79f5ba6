package dev.b3lb.bbb;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Bodies of requests as tests look at them. */
public final class SomeBodies {

    private SomeBodies() {}

    /** All that is in a body. */
    public static byte[] bytes(NodeRequest.Body body) {
        try (InputStream content = body.content().open()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that is in a body, as UTF-8. */
    public static String text(NodeRequest.Body body) {
        return new String(bytes(body), StandardCharsets.UTF_8);
    }
}
