package dev.b3lb.web.body;

import dev.b3lb.bbb.BodyContent;
import dev.b3lb.memory.Share;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A body in memory. It is counted from its first byte until it is closed, which has to
 * happen as soon as nobody needs it any more.
 */
public final class Received implements AutoCloseable {

    private static final int LARGEST_BLOCK = 16 << 10;
    private static final int FIRST_BLOCK = 1 << 10;

    private final List<byte[]> blocks = new ArrayList<>();
    private final Share share;
    private final int weight;
    private int free;
    private long length;

    /**
     * @param share in which it is counted
     * @param weight how many bytes of memory it takes, until it is closed, for each of its own
     */
    Received(Share share, int weight) {
        this.share = share;
        this.weight = weight;
    }

    /**
     * Takes in some bytes; false when there is no memory for them. They go into blocks, since clients can send them one by
     * one.
     */
    boolean add(byte[] bytes, int count) {
        for (int done = 0; done < count; ) {
            if (free == 0 && !addBlock()) {
                return false;
            }
            byte[] block = blocks.get(blocks.size() - 1);
            int part = Math.min(free, count - done);
            System.arraycopy(bytes, done, block, block.length - free, part);
            free -= part;
            done += part;
        }
        length += count;
        return true;
    }

    private boolean addBlock() {
        int size = (int) Math.min(LARGEST_BLOCK, FIRST_BLOCK + length);
        if (!share.take((long) size * weight)) {
            return false;
        }
        blocks.add(new byte[size]);
        free = size;
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
        List<byte[]> all = new ArrayList<>(blocks);
        if (free > 0) {
            byte[] last = all.remove(all.size() - 1);
            all.add(Arrays.copyOf(last, last.length - free));
        }
        return BodyContent.of(all);
    }

    /** The body as a text in UTF-8. */
    public String text() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) length);
        for (byte[] block : blocks) {
            bytes.write(block, 0, (int) Math.min(block.length, length - bytes.size()));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Gives back its memory. */
    @Override
    public void close() {
        blocks.clear();
        free = 0;
        length = 0;
        share.close();
    }

    /** Its size only. */
    @Override
    public String toString() {
        return "Received[" + length + " bytes]";
    }
}
