package dev.b3lb.web.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.memory.Purse;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BodyReaderTest {

    private static final int MOST = 100_000;

    private final Purse purse = new Purse(400_000, 400_000);
    private final Coming body = new Coming();
    private int hungUp;

    /** A body of which so much has come as a test lets come, a few bytes with each read. */
    private static final class Coming extends ServletInputStream {

        private long there;
        private int atOnce = Integer.MAX_VALUE;
        private boolean complete;

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            int read = (int) Math.min(Math.min(length, atOnce), there);
            Arrays.fill(bytes, offset, offset + read, (byte) 'a');
            there -= read;
            return read;
        }

        @Override
        public int available() {
            return (int) Math.min(there, atOnce);
        }

        @Override
        public boolean isFinished() {
            return complete && there == 0;
        }

        @Override
        public boolean isReady() {
            return there > 0;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void a_body_that_is_there_is_read_at_once() throws IOException {
        BodyReader reader = reader(4);
        come(5_000, true);

        assertThat(reader.readsAllAtOnce()).isTrue();

        Received received = result(reader).join();
        assertThat(received.length()).isEqualTo(5_000);
        assertThat(received.text()).isEqualTo("a".repeat(5_000));
        assertThat(received.open()).hasContent("a".repeat(5_000));
        received.close();
        assertThat(purse.used()).isZero();
    }

    @Test
    void bytes_that_come_one_by_one_take_no_more_than_is_counted() throws IOException {
        body.atOnce = 1;
        BodyReader reader = reader(1);
        come(50_000, true);
        reader.onDataAvailable();
        reader.onAllDataRead();

        assertThat(result(reader).join().text()).hasSize(50_000);
        assertThat(purse.used()).isBetween(50_000L, 70_000L);
    }

    @Test
    void a_thread_of_the_application_reads_only_so_much_however_fast_it_comes() throws IOException {
        BodyReader reader = reader(1);
        come(90_000, false);

        assertThat(reader.readsAllAtOnce()).isFalse();

        assertThat(body.there).isPositive();
    }

    @Test
    void a_body_that_is_too_large_is_refused_when_its_client_is_through() throws IOException {
        BodyReader reader = reader(1);
        come(MOST + 1, false);
        reader.onDataAvailable();

        assertThat(reader.refused().toCompletableFuture()).isDone();
        assertThat(purse.used()).isZero();
        assertThat(result(reader)).isNotDone();

        reader.onAllDataRead();

        assertThat(refusal(reader).reason()).isEqualTo(BodyRefused.Cause.CONTENT);
        assertThat(hungUp).isZero();
    }

    @Test
    void whoever_goes_on_without_end_after_a_refusal_is_cut_off() throws IOException {
        BodyReader reader = reader(1);
        come(MOST + 1, false);
        reader.onDataAvailable();
        come(2 * MOST, false);
        reader.onDataAvailable();

        assertThat(hungUp).isPositive();
    }

    @Test
    void a_body_without_room_gives_back_what_it_had() throws IOException {
        BodyReader reader = reader(8);
        come(90_000, false);
        reader.onDataAvailable();
        reader.onAllDataRead();

        assertThat(refusal(reader).reason()).isEqualTo(BodyRefused.Cause.NO_ROOM);
        assertThat(purse.used()).isZero();
    }

    @Test
    void a_client_that_goes_away_leaves_nothing_behind() throws IOException {
        BodyReader reader = reader(1);
        come(10_000, false);
        reader.onDataAvailable();
        assertThat(purse.used()).isPositive();

        reader.onError(new IOException("gone"));

        assertThat(refusal(reader).reason()).isEqualTo(BodyRefused.Cause.BROKEN);
        assertThat(purse.used()).isZero();
    }

    private BodyReader reader(int weight) {
        return new BodyReader(body, MOST, new Received(purse.open("ACME"), weight), () -> hungUp++);
    }

    private void come(int bytes, boolean all) {
        body.there += bytes;
        body.complete = all;
    }

    private static CompletableFuture<Received> result(BodyReader reader) {
        return reader.result().toCompletableFuture();
    }

    private static BodyRefused refusal(BodyReader reader) {
        return (BodyRefused) result(reader).handle((none, cause) -> cause).join();
    }
}
