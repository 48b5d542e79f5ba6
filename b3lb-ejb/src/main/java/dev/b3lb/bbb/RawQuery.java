package dev.b3lb.bbb;

/** The part of a raw, still encoded query string (or form body) that a checksum covers. */
public final class RawQuery {

    /** The parameter that carries the checksum. */
    public static final String CHECKSUM = "checksum";

    private RawQuery() {}

    /**
     * What BBB hashes: the text as received, without control characters and white space at its ends,
     * with the checksum taken out as literal text: every {@code &checksum=v}, then every {@code checksum=v&}, then
     * every {@code checksum=v}, where v is the first checksum's decoded and trimmed value. A checksum that is spelled
     * in another way therefore stays in, and the request does not verify, as in BBB.
     *
     * @param rawQuery null, as servlets give it, is the empty query
     */
    public static String withoutChecksum(String rawQuery) {
        String query = sanitized(rawQuery);
        return QueryParameters.parse(query)
                .first(CHECKSUM)
                .map(WireText::sanitized)
                .map(checksum -> remove(query, CHECKSUM + "=" + checksum))
                .orElse(query);
    }

    /** The raw text as BBB reads it; parameters must be parsed from this, so that nothing unsigned gets in. */
    static String sanitized(String rawQuery) {
        return rawQuery == null ? "" : WireText.sanitized(rawQuery);
    }

    /**
     * Whether the checksum's text stands in the query more than once. Taking it out as literal text would then let
     * somebody cut a signed query into other parameters ({@code ro} + {@code checksum=v&} + {@code le=...}); no honest
     * client can produce that, since the text contains the hash of all the rest.
     */
    static boolean repeatsChecksum(String query) {
        return QueryParameters.parse(query)
                .first(CHECKSUM)
                .map(WireText::sanitized)
                .map(checksum -> CHECKSUM + "=" + checksum)
                .filter(text -> query.indexOf(text) != query.lastIndexOf(text))
                .isPresent();
    }

    private static String remove(String query, String checksum) {
        return query.replace("&" + checksum, "").replace(checksum + "&", "").replace(checksum, "");
    }
}
