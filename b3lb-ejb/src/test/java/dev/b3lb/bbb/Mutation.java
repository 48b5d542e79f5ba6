package dev.b3lb.bbb;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A small change of the bytes of a text.
 *
 * @param kind what is done
 * @param place where, counted round
 * @param value the byte that comes in
 */
record Mutation(Kind kind, int place, byte value) {

    /** What can be done to a byte. */
    enum Kind {
        REPLACE,
        FLIP_A_BIT,
        DELETE,
        INSERT,
        SWAP_WITH_NEXT
    }

    /** Any; bytes that mean something in queries come up often. */
    static Arbitrary<Mutation> any() {
        Arbitrary<Byte> values = Arbitraries.oneOf(
                Arbitraries.bytes(),
                Arbitraries.of((byte) '&', (byte) '=', (byte) '%', (byte) '+', (byte) ' ', (byte) 0));
        return Combinators.combine(
                        Arbitraries.of(Kind.class), Arbitraries.integers().between(0, 400), values)
                .as(Mutation::new);
    }

    /** The changed text; bytes that are no UTF-8 any more become U+FFFD as they do on their way in. */
    String of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int at = place % (bytes.length + 1);
        byte[] head = Arrays.copyOf(bytes, at);
        byte[] tail = Arrays.copyOfRange(bytes, at, bytes.length);
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        changed.writeBytes(head);
        changed.writeBytes(changed(tail));
        return changed.toString(StandardCharsets.UTF_8);
    }

    private byte[] changed(byte[] tail) {
        if (kind == Kind.INSERT || tail.length == 0) {
            byte[] longer = new byte[tail.length + 1];
            System.arraycopy(tail, 0, longer, 1, tail.length);
            longer[0] = value;
            return longer;
        }
        byte[] same = tail.clone();
        switch (kind) {
            case FLIP_A_BIT -> same[0] ^= (byte) (1 << (value & 7));
            case SWAP_WITH_NEXT -> {
                same[0] = tail[Math.min(1, tail.length - 1)];
                same[Math.min(1, tail.length - 1)] = tail[0];
            }
            default -> same[0] = value;
        }
        return kind == Kind.DELETE ? Arrays.copyOfRange(tail, 1, tail.length) : same;
    }
}
