package dev.b3lb.bbb;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a body consists of: ranges of byte arrays, one after the other. Cutting and joining copies no byte, and the same
 * array may be in any number of contents; nobody may change it any more.
 */
public final class BodyContent {

    private final List<Range> ranges;

    /** Where each range begins, and where the last one ends. */
    private final long[] places;

    private BodyContent(List<Range> all) {
        this.ranges = all.stream().filter(range -> range.length() > 0).toList();
        this.places = new long[ranges.size() + 1];
        for (int i = 0; i < ranges.size(); i++) {
            places[i + 1] = places[i] + ranges.get(i).length();
        }
    }

    /** A part of an array; a shared one is in memory for others too, whether or not this content is. */
    private record Range(byte[] bytes, int start, int end, boolean shared) {

        static Range of(byte[] bytes, boolean shared) {
            return new Range(bytes, 0, bytes.length, shared);
        }

        int length() {
            return end - start;
        }

        byte at(int index) {
            return bytes[start + index];
        }

        Range part(long from, long to) {
            int first = (int) Math.min(length(), Math.max(0, from));
            int last = (int) Math.max(first, Math.min(length(), to));
            return new Range(bytes, start + first, start + last, shared);
        }

        InputStream open() {
            return new ByteArrayInputStream(bytes, start, length());
        }
    }

    /** All of an array that is kept for this content alone. */
    public static BodyContent of(byte[] bytes) {
        return new BodyContent(List.of(Range.of(bytes, false)));
    }

    /** All of some arrays that are kept for this content alone, one after the other. */
    public static BodyContent of(List<byte[]> pieces) {
        return new BodyContent(
                pieces.stream().map(piece -> Range.of(piece, false)).toList());
    }

    /** All of an array that is kept anyway, for many contents to use. */
    public static BodyContent shared(byte[] bytes) {
        return new BodyContent(List.of(Range.of(bytes, true)));
    }

    /** How many bytes it has. */
    public long length() {
        return places[ranges.size()];
    }

    /** How many of its bytes are in memory because of it; shared ones are not counted. */
    public long held() {
        return ranges.stream()
                .filter(range -> !range.shared())
                .mapToLong(Range::length)
                .sum();
    }

    /** Reads it from the beginning; can be called any number of times. */
    public InputStream open() {
        return new SequenceInputStream(
                Collections.enumeration(ranges.stream().map(Range::open).toList()));
    }

    /**
     * The byte at a place.
     *
     * @param index from 0 to less than the length
     */
    byte at(long index) {
        int found = Arrays.binarySearch(places, index);
        int range = found >= 0 ? found : -found - 2;
        return ranges.get(range).at((int) (index - places[range]));
    }

    /**
     * Copies bytes from a place on.
     *
     * @return how many, less than there is room for only at the end
     */
    int read(long from, byte[] target) {
        int count = 0;
        for (Range range : part(from, from + target.length).ranges) {
            System.arraycopy(range.bytes(), range.start(), target, count, range.length());
            count += range.length();
        }
        return count;
    }

    /** The part from one place to before another one. */
    BodyContent part(long from, long to) {
        return new BodyContent(IntStream.range(0, ranges.size())
                .mapToObj(i -> ranges.get(i).part(from - places[i], to - places[i]))
                .toList());
    }

    /** This content and another one behind it. */
    BodyContent then(BodyContent next) {
        return new BodyContent(
                Stream.concat(ranges.stream(), next.ranges.stream()).toList());
    }

    /** Its size only. */
    @Override
    public String toString() {
        return length() + " bytes";
    }
}
