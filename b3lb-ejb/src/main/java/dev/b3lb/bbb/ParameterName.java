package dev.b3lb.bbb;

/** How names of parameters are read and told. */
public final class ParameterName {

    private static final int LONGEST_TOLD = 60;

    private ParameterName() {}

    /**
     * The name as BBB reads it: without control characters, and white space at the ends. User data is called
     * {@code userdata-…} whatever a client calls it, so that there is one name for what is the same to BBB.
     */
    public static String asRead(String sent) {
        String read = WireText.sanitized(sent);
        return UserDataName.ofParameter(read)
                .map(name -> UserDataName.PARAMETER_PREFIX + name)
                .orElse(read);
    }

    /** The name in a form that does no harm in a log or on a page, cut if it is long. */
    static String told(String name) {
        String read = WireText.sanitized(name);
        String safe = read.codePoints()
                .limit(LONGEST_TOLD)
                .map(c -> isPlain(c) ? c : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return read.codePointCount(0, read.length()) > LONGEST_TOLD ? safe + "..." : safe;
    }

    private static boolean isPlain(int c) {
        return c > ' ' && c < 0x7F && c != '\'' && c != '"' && c != '<' && c != '>' && c != '&';
    }
}
