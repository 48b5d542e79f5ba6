package dev.b3lb.web.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

class ContentTurnsTest {

    private static final byte[] SMALL = new byte[ContentTurns.SMALL_BYTES];
    private static final byte[] LARGE = new byte[ContentTurns.SMALL_BYTES + 1];

    private final ContentTurns turns = new ContentTurns(2);

    @Test
    void large_contents_wait_for_no_client_beyond_their_turns() throws IOException {
        StreamingOutput first = turns.take(LARGE).orElseThrow();
        assertThat(turns.take(LARGE)).isPresent();
        assertThat(turns.take(LARGE)).isEmpty();

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        first.write(out);

        assertThat(out.toByteArray()).isEqualTo(LARGE);
        assertThat(turns.take(LARGE)).isPresent();
        assertThat(turns.take(LARGE)).isEmpty();
    }

    @Test
    void small_contents_need_no_turn() throws IOException {
        turns.take(LARGE);
        turns.take(LARGE);

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        turns.take(SMALL).orElseThrow().write(out);

        assertThat(out.toByteArray()).isEqualTo(SMALL);
    }

    @Test
    void a_client_that_has_gone_away_frees_its_turn() {
        turns.take(LARGE);
        StreamingOutput broken = turns.take(LARGE).orElseThrow();

        assertThatThrownBy(() -> broken.write(new Gone())).isInstanceOf(IOException.class);

        assertThat(turns.take(LARGE)).isPresent();
    }

    private static final class Gone extends OutputStream {
        @Override
        public void write(int each) throws IOException {
            throw new IOException("gone");
        }
    }
}
