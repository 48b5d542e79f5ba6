package dev.b3lb.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.b3lb.web.api.RequestBodies.BodyRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BodyTurnsTest {

    private final AtomicLong clock = new AtomicLong();
    private final BodyTurns turns = new BodyTurns(1, Duration.ofSeconds(60), clock::get);
    private final HttpServletRequest there =
            FakeRequest.post("text/xml", "<a/>").asServlet();
    private final HttpServletRequest slow =
            FakeRequest.post("text/xml", "<a/>").announcing(1_000).asServlet();

    @Test
    void a_body_that_is_all_there_needs_no_turn() throws IOException {
        byte[] bytes = turns.read(slow, first -> turns.read(there, InputStream::readAllBytes));
        assertThat(bytes).asString().isEqualTo("<a/>");
    }

    @Test
    void of_those_that_are_slow_only_so_many_are_read_at_a_time() throws IOException {
        turns.read(slow, first -> {
            assertThatExceptionOfType(BodyRefused.class)
                    .isThrownBy(() -> turns.read(slow, InputStream::readAllBytes))
                    .withMessageContaining("Too many");
            return null;
        });
        assertThat(turns.read(slow, InputStream::readAllBytes)).asString().isEqualTo("<a/>");
    }

    @Test
    void whoever_takes_too_long_is_given_up_and_leaves_its_turn() throws IOException {
        assertThatExceptionOfType(BodyRefused.class)
                .isThrownBy(() -> turns.read(slow, body -> {
                    clock.addAndGet(Duration.ofSeconds(61).toNanos());
                    return body.read();
                }))
                .withMessageContaining("too slowly");
        assertThat(turns.read(slow, InputStream::readAllBytes)).asString().isEqualTo("<a/>");
    }
}
