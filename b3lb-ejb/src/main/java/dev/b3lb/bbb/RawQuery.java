package dev.b3lb.bbb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A raw, still encoded query string or form body as BBB reads it: without control characters and white space at its
 * ends. It is searched as it is; parameters are made of it once, when somebody wants them.
 */
final class RawQuery implements RequestPart {

    private final String text;
    private final List<String> checksums;
    private final boolean hasOthers;
    private QueryParameters others;

    private RawQuery(String text) {
        this.text = text;
        List<String> found = new ArrayList<>();
        boolean more = false;
        for (PairCursor pair = new PairCursor(text); pair.next(); ) {
            if (pair.isNamed(CHECKSUM)) {
                found.add(WireText.sanitized(pair.value()));
            } else {
                more |= pair.hasName();
            }
        }
        this.checksums = List.copyOf(found);
        this.hasOthers = more;
    }

    /**
     * Looks through a text; empty if it has more than {@link QueryParameters#MOST} parameters.
     *
     * @param raw null, as servlets give it, is the empty query
     */
    static Optional<RawQuery> of(String raw) {
        String sent = raw == null ? "" : raw;
        return PairCursor.count(sent) > QueryParameters.MOST
                ? Optional.empty()
                : Optional.of(new RawQuery(WireText.sanitized(sent)));
    }

    @Override
    public List<String> checksums() {
        return checksums;
    }

    @Override
    public boolean hasOthers() {
        return hasOthers;
    }

    @Override
    public Optional<String> first(String name) {
        for (PairCursor pair = new PairCursor(text); pair.next(); ) {
            if (pair.isNamed(name)) {
                return Optional.of(pair.value());
            }
        }
        return Optional.empty();
    }

    @Override
    public QueryParameters others() {
        if (others == null) {
            others = QueryParameters.parse(text).without(CHECKSUM::equals);
        }
        return others;
    }

    /**
     * What BBB hashes: the text with the checksum taken out as literal text: every {@code &checksum=v}, then every
     * {@code checksum=v&}, then every {@code checksum=v}, where v is the first checksum's decoded and trimmed value. A
     * checksum that is spelled in another way therefore stays in, and the request does not verify, as in BBB.
     */
    String withoutChecksum() {
        return literal()
                .map(checksum -> text.replace("&" + checksum, "")
                        .replace(checksum + "&", "")
                        .replace(checksum, ""))
                .orElse(text);
    }

    /**
     * Whether the checksum's text stands in the query more than once. Taking it out as literal text would then let
     * somebody cut a signed query into other parameters ({@code ro} + {@code checksum=v&} + {@code le=...}); no honest
     * client can produce that, since the text contains the hash of all the rest.
     */
    boolean repeatsChecksum() {
        return literal()
                .filter(checksum -> text.indexOf(checksum) != text.lastIndexOf(checksum))
                .isPresent();
    }

    private Optional<String> literal() {
        return checksums.stream().findFirst().map(checksum -> CHECKSUM + "=" + checksum);
    }

    /** Its size only; values may be passwords or checksums. */
    @Override
    public String toString() {
        return "RawQuery[" + text.length() + " characters]";
    }
}
