package dev.b3lb.bbb;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Encodings of XML bodies in which ASCII is ASCII and no byte of ASCII is part of another character. Only in these can
 * markup be found, and put in, without decoding the body.
 */
final class XmlEncoding {

    private static final Pattern HOLDING_ASCII =
            Pattern.compile("utf-?8|(us-)?ascii|latin-?1|iso-8859-[0-9]{1,2}|windows-125[0-8]|koi8-[ru]");

    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*[\"']?([^\"';\\s]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DECLARED = Pattern.compile("encoding[^\"']*[\"']([^\"']*)");

    private XmlEncoding() {}

    /** Whether a Content-Type names such an encoding, or none. */
    static boolean holdsAscii(String mediaType) {
        return isKnown(CHARSET.matcher(mediaType));
    }

    /**
     * Whether an XML declaration names such an encoding, or none.
     *
     * @param declaration what is between {@code <?xml} and {@code ?>}
     */
    static boolean declaresAscii(String declaration) {
        return isKnown(DECLARED.matcher(declaration));
    }

    /** Receivers differ in which of two they believe, so each has to be one. */
    private static boolean isKnown(Matcher encoding) {
        return encoding.results()
                .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                .allMatch(name -> name.isEmpty() || HOLDING_ASCII.matcher(name).matches());
    }
}
