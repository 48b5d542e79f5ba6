package dev.b3lb.bbb;

/** Goes from pair to pair of an encoded query or form and builds nothing that it is not asked for. */
final class PairCursor {

    private final String text;
    private int start;
    private int end = -1;

    PairCursor(String text) {
        this.text = text;
    }

    /** How many pairs a text has, empty ones counted. */
    static int count(String text) {
        int count = 1;
        for (int at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
            count++;
        }
        return count;
    }

    /** Goes to the first pair, or to the next one; false behind the last one. */
    boolean next() {
        if (end == text.length()) {
            return false;
        }
        start = end + 1;
        int ampersand = text.indexOf('&', start);
        end = ampersand < 0 ? text.length() : ampersand;
        return true;
    }

    /** Whether the pair has a name; those without one are no parameters. */
    boolean hasName() {
        return endOfName() > start;
    }

    /** Whether that is the decoded name of the pair. */
    boolean isNamed(String name) {
        int length = endOfName() - start;
        return hasEscape(length) ? name().equals(name) : length == name.length() && text.startsWith(name, start);
    }

    /** The decoded name. */
    String name() {
        return FormDecoding.decode(text.substring(start, endOfName()));
    }

    /** The decoded value, empty if there is none. */
    String value() {
        int equals = endOfName();
        return equals == end ? "" : FormDecoding.decode(text.substring(equals + 1, end));
    }

    private int endOfName() {
        int at = start;
        while (at < end && text.charAt(at) != '=') {
            at++;
        }
        return at;
    }

    private boolean hasEscape(int length) {
        for (int at = start; at < start + length; at++) {
            if (text.charAt(at) == '%' || text.charAt(at) == '+') {
                return true;
            }
        }
        return false;
    }
}
