package dev.b3lb.bbb;

/** How BBB and XML 1.0 restrict text that came over the wire. */
public final class WireText {

    /** Stands in for every character that XML 1.0 does not allow. */
    private static final char REPLACEMENT = '\uFFFD';

    private WireText() {}

    /**
     * Cleans text the way BBB does before it validates parameters and checksums: control characters (Unicode category
     * Cc) are taken out, then white space at both ends.
     */
    public static String sanitized(String text) {
        if (text.chars().noneMatch(Character::isISOControl)) {
            return text.trim();
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.chars().filter(c -> !Character.isISOControl(c)).forEach(c -> kept.append((char) c));
        return kept.toString().trim();
    }

    /** The text with every character that XML 1.0 forbids, lone surrogates included, replaced by U+FFFD. */
    public static String xmlSafe(String text) {
        if (isXmlText(text)) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().map(c -> isXmlCharacter(c) ? c : REPLACEMENT).forEach(safe::appendCodePoint);
        return safe.toString();
    }

    /** Whether XML 1.0 can hold the text: it forbids most control characters, lone surrogates, U+FFFE and U+FFFF. */
    static boolean isXmlText(String text) {
        return isPlain(text) || text.codePoints().allMatch(WireText::isXmlCharacter);
    }

    /** Whether there is nothing that would have to be looked at more closely, which is the rule. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isXmlCharacter(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether BBB can use the text as the name of an XML element without doing harm. BBB writes the names of custom
     * user data ({@code userdata-name}) into its meeting lists as they came, so a name that is none breaks the whole
     * list of a node.
     */
    public static boolean isElementName(String text) {
        return !text.isEmpty() && isLetter(text.charAt(0)) && text.chars().allMatch(WireText::isNameCharacter);
    }

    /** The same for one UTF-16 unit of text that is known to hold surrogates in pairs only. */
    static char xmlSafe(char unit) {
        return Character.isSurrogate(unit) || isXmlCharacter(unit) ? unit : REPLACEMENT;
    }

    private static boolean isXmlCharacter(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    private static boolean isNameCharacter(int c) {
        return isLetter(c) || c >= '0' && c <= '9' || c == '-' || c == '.';
    }
}
