package dev.b3lb.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class AnswerTurnsTest {

    private final AnswerTurns turns = new AnswerTurns(2);

    private static Supplier<StreamingOutput> text(String text) {
        return () -> out -> out.write(text.getBytes());
    }

    private static String write(Optional<StreamingOutput> body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        body.orElseThrow().write(out);
        return out.toString();
    }

    @Test
    void more_than_so_many_are_refused_before_anything_is_collected_until_one_is_written() throws IOException {
        Optional<StreamingOutput> first = turns.take(text("first"));
        turns.take(text("second"));

        assertThat(turns.take(() -> {
                    throw new AssertionError("collected");
                }))
                .isEmpty();
        assertThat(write(first)).isEqualTo("first");
        assertThat(write(turns.take(text("third")))).isEqualTo("third");
    }

    @Test
    void who_goes_away_while_reading_makes_room() {
        for (int i = 0; i < 3; i++) {
            Optional<StreamingOutput> broken = turns.take(() -> out -> {
                throw new IOException("gone");
            });
            assertThatThrownBy(() -> write(broken)).hasMessage("gone");
        }
        assertThat(turns.take(text("next"))).isPresent();
    }

    @Test
    void figures_that_cannot_be_collected_take_no_turn() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> turns.take(() -> {
                        throw new IllegalStateException("no figures");
                    }))
                    .hasMessage("no figures");
        }
        assertThat(turns.take(text("next"))).isPresent();
    }
}
