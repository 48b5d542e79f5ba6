package dev.b3lb.web.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.memory.Purse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.xnio.conduits.StreamSinkConduit;

class UnsentQueueTest {

    private final Purse purse = new Purse(10, 10);
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private int room;
    private Optional<SharedContent> shared = Optional.empty();
    private final UnsentQueue queue = new UnsentQueue(purse::open, () -> shared);

    @Test
    void what_is_kept_is_counted_until_it_is_sent_in_its_order() throws IOException {
        assertThat(queue.keep(bytes("abc"))).isTrue();
        assertThat(queue.keep(bytes("defg"))).isTrue();
        assertThat(purse.used()).isEqualTo(7);

        room = 5;
        assertThat(queue.writeTo(connection())).isEqualTo(3);
        assertThat(purse.used()).isEqualTo(4);
        assertThat(queue.writeTo(connection())).isEqualTo(2);
        assertThat(queue.writeTo(connection())).isZero();
        assertThat(queue.isEmpty()).isFalse();

        room = 5;
        queue.writeTo(connection());
        assertThat(queue.isEmpty()).isTrue();
        assertThat(purse.used()).isZero();
        assertThat(sent).hasToString("abcdefg");
    }

    @Test
    void what_there_is_no_memory_for_is_not_kept() {
        assertThat(queue.keep(bytes("0123456789"))).isTrue();
        assertThat(queue.keep(bytes("x"))).isFalse();
    }

    @Test
    void what_is_shared_costs_nothing_for_one_more_client() throws IOException {
        shares("0123456789abcdef");
        queue.passed(4);

        assertThat(queue.keep(bytes("456789abcdef"))).isTrue();

        assertThat(purse.used()).isZero();
        room = 100;
        queue.writeTo(connection());
        assertThat(sent).hasToString("456789abcdef");
    }

    @Test
    void an_answer_that_is_not_what_was_announced_is_sent_as_it_is() throws IOException {
        shares("0123456789abcdef");

        assertThat(queue.keep(bytes("sorry"))).isTrue();

        assertThat(purse.used()).isEqualTo(5);
        room = 100;
        queue.writeTo(connection());
        assertThat(sent).hasToString("sorry");
    }

    @Test
    void nothing_is_held_for_a_client_that_has_gone() {
        queue.keep(bytes("abc"));

        queue.clear();

        assertThat(queue.isEmpty()).isTrue();
        assertThat(purse.used()).isZero();
        assertThat(queue.keep(bytes("abc"))).isFalse();
    }

    private void shares(String text) {
        shared = Optional.of(new SharedContent(text.getBytes(StandardCharsets.US_ASCII), () -> {}));
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Takes as many bytes as there is room for. */
    private StreamSinkConduit connection() {
        return (StreamSinkConduit) Proxy.newProxyInstance(
                StreamSinkConduit.class.getClassLoader(),
                new Class<?>[] {StreamSinkConduit.class},
                (proxy, called, arguments) -> {
                    ByteBuffer source = (ByteBuffer) arguments[0];
                    int taken = Math.min(room, source.remaining());
                    for (int i = 0; i < taken; i++) {
                        sent.write(source.get());
                    }
                    room -= taken;
                    return taken;
                });
    }
}
