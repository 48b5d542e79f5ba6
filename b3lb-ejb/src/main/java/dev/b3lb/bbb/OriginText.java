package dev.b3lb.bbb;

/**
 * What a front end says of itself, {@code bbb-origin} and {@code bbb-origin-server-name}. Every server keeps it in memory
 * for each open meeting, so its length is bounded; what real front ends say is far shorter.
 */
public final class OriginText {

    /** UTF-16 units; host names have 253 at the most. */
    static final int LONGEST = 255;

    private OriginText() {}

    /** The text as it is kept: in one line, and cut where it is too long, but through no character. */
    public static String of(String text) {
        String line = WireText.sanitized(text);
        if (line.length() <= LONGEST) {
            return line;
        }
        return line.substring(0, Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }
}
