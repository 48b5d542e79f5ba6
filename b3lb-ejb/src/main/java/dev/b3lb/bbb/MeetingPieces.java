package dev.b3lb.bbb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts a node's answer to getMeetings into its meetings where an XML parser gives up, so that a meeting with something
 * odd in it does not touch the others. What belongs to no meeting is kept for a parser to judge.
 */
final class MeetingPieces {

    private static final String LIST = "meetings";
    private static final String MEETING = "meeting";

    /** What every BBB begins a meeting with, and what metadata called "meeting" cannot begin with. */
    private static final String FIRST_IN_MEETING = "meetingName";

    private static final int LARGEST_FRAME = 256 << 10;

    /** No meeting of thousands of people comes near it. */
    private static final int LARGEST_MEETING = 4 << 20;

    private final MarkupScanner tags;
    private final ByteArrayOutputStream frame = new ByteArrayOutputStream();

    /** The beginning of the piece that comes next. */
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

    /** How many meetings that beginning is in: none if it is something odd. */
    private int begunDepth = 1;

    private boolean inList;

    MeetingPieces(InputStream utf8) {
        tags = new MarkupScanner(utf8);
    }

    /**
     * The next meeting as it is written, well-formed or not, with all that follows up to the next one; none after the
     * last one.
     *
     * @throws UnreadableAnswer if there is far more in one meeting, or around all of them, than any node sends
     */
    Optional<byte[]> next() throws IOException, UnreadableAnswer {
        return begun.size() > 0 || toList() ? Optional.of(piece()) : Optional.empty();
    }

    /** The answer without its meetings. */
    byte[] frame() {
        return frame.toByteArray();
    }

    /** Goes on to the first thing in a list; whether there is one. */
    private boolean toList() throws IOException, UnreadableAnswer {
        for (MarkupScanner.Tag tag = tags.next(); ; tag = tags.next()) {
            if (inList && !isEndOf(LIST, tag) && !tag.isLast()) {
                begun.writeBytes(tag.text());
                begun.writeBytes(tag.tag());
                begunDepth = begins(MEETING, tag) ? 1 : 0;
                return true;
            }
            frame.writeBytes(tag.text());
            frame.writeBytes(tag.tag());
            if (tag.isLast()) {
                return false;
            }
            inList = tag.name().equals(LIST) && !tag.isWhole();
            if (frame.size() > LARGEST_FRAME) {
                throw new UnreadableAnswer("the answer holds too much beside its meetings");
            }
        }
    }

    /** All up to the next meeting's beginning or to the end of the list. */
    private byte[] piece() throws IOException, UnreadableAnswer {
        ByteArrayOutputStream piece = new ByteArrayOutputStream();
        begun.writeTo(piece);
        begun.reset();
        int depth = begunDepth;
        begunDepth = 1;
        int lists = 0;
        int inner = 0;
        for (MarkupScanner.Tag tag = tags.next(); ; tag = tags.next()) {
            if (piece.size() > LARGEST_MEETING) {
                throw new UnreadableAnswer("a meeting in the answer is too large");
            }
            if (inner > 0 && tag.name().equals(FIRST_IN_MEETING) && tag.followsAtOnce()) {
                return without(piece.toByteArray(), inner, tag);
            }
            inner = 0;
            piece.writeBytes(tag.text());
            if (tag.isLast() || isEndOf(LIST, tag) && lists-- == 0) {
                frame.writeBytes(tag.tag());
                inList = false;
                return piece.toByteArray();
            }
            if (tag.name().equals(MEETING) && depth <= 0) {
                begun.writeBytes(tag.tag());
                begunDepth = begins(MEETING, tag) ? 1 : 0;
                return piece.toByteArray();
            }
            if (begins(MEETING, tag)) {
                inner = piece.size();
                depth++;
            } else if (isEndOf(MEETING, tag)) {
                depth--;
            } else if (begins(LIST, tag)) {
                lists++;
            }
            piece.writeBytes(tag.tag());
        }
    }

    /** A meeting that has no end is over where the next one begins. */
    private byte[] without(byte[] both, int next, MarkupScanner.Tag tag) {
        begun.write(both, next, both.length - next);
        begun.writeBytes(tag.text());
        begun.writeBytes(tag.tag());
        return Arrays.copyOf(both, next);
    }

    private static boolean begins(String name, MarkupScanner.Tag tag) {
        return tag.name().equals(name) && !tag.isWhole();
    }

    private static boolean isEndOf(String name, MarkupScanner.Tag tag) {
        return tag.name().equals("/" + name);
    }
}
