package dev.b3lb.web.body;

import dev.b3lb.bbb.BodyContent;
import dev.b3lb.memory.Share;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A body in memory, in the pieces in which it came. It is counted from its first byte until it is closed, which has to
 * happen as soon as nobody needs it any more.
 */
public final class Received implements AutoCloseable {

    private final List<byte[]> pieces = new ArrayList<>();
    private final Share share;
    private final int weight;
    private long length;

    /**
     * @param share in which it is counted
     * @param weight how many bytes of memory it takes, until it is closed, for each of its own
     */
    Received(Share share, int weight) {
        this.share = share;
        this.weight = weight;
    }

    /** Takes in one more piece, which nobody may change any more; false when there is no memory for it. */
    boolean add(byte[] piece) {
        if (!share.take((long) piece.length * weight)) {
            return false;
        }
        pieces.add(piece);
        length += piece.length;
        return true;
    }

    /** How many bytes it has. */
    public long length() {
        return length;
    }

    /** Reads it from the beginning. */
    public InputStream open() {
        return content().open();
    }

    /** The body without a copy. */
    public BodyContent content() {
        return BodyContent.of(pieces);
    }

    /** The body as a text in UTF-8. */
    public String text() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) length);
        pieces.forEach(bytes::writeBytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Gives back its memory. */
    @Override
    public void close() {
        share.close();
    }

    /** Its size only. */
    @Override
    public String toString() {
        return "Received[" + length + " bytes]";
    }
}
