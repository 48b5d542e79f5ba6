package dev.b3lb.bbb;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Raw texts of queries and forms. {@link #any()} mixes what clients send (parameters in the encodings of all known
 * clients), what nobody should send (broken and cut escapes, escapes of bytes that are no UTF-8, empty names, names
 * without {@code =}, {@code &&}, control characters raw and escaped, white space at the ends, parameters called nearly
 * like the checksum), any bytes read as UTF-8, and now and then thousands of characters.
 */
final class Texts {

    private static final int VERY_LONG = 8_000;

    private Texts() {}

    static Arbitrary<String> any() {
        return Arbitraries.frequencyOf(
                Tuple.of(12, decent()),
                Tuple.of(6, QueryStrings.any()),
                Tuple.of(6, pieces().list().ofMaxSize(8).map(parts -> String.join("&", parts))),
                Tuple.of(3, bytes()),
                Tuple.of(1, Arbitraries.just("")),
                Tuple.of(1, decent().map(text -> " " + text + "\n")),
                Tuple.of(1, decent().map(text -> text + "&welcome=" + "%c3%A4+x".repeat(VERY_LONG / 8))));
    }

    /** Parameters of a client that knows how to encode, in one of many ways. */
    static Arbitrary<String> decent() {
        return QueryStrings.parameter().list().ofMinSize(1).ofMaxSize(8).map(parts -> String.join("&", parts));
    }

    /** Any bytes at all as they become text on their way in. */
    static Arbitrary<String> bytes() {
        return Arbitraries.bytes()
                .array(byte[].class)
                .ofMaxSize(60)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static Arbitrary<String> pieces() {
        return Arbitraries.oneOf(
                QueryStrings.parameter(),
                Arbitraries.of(
                        "", "=", "=x", "name", "a=b=c", "a==", "==", "%00=1", "a=%0A%09", "%20a=1", "a=%", "%=%"),
                Arbitraries.of("a=%4", "a=%C3", "a=%ff%fe", "a=%ED%A0%80", "a=%F0%9F", "a=\u0000b", "\u007fa=\u009f"),
                Arbitraries.of("checksum2=ab", "Checksum=ab", "xchecksum=ab", "checksum%20=ab", "a=checksum=ab"),
                Arbitraries.of("meetingID=a", "meetingID=%61", "meetingID=%2541", "a=;b=2", "a=\u2028", "\uFEFFa=1"),
                Combinators.combine(bytes(), bytes()).as((name, value) -> name + "=" + value));
    }

    /** Names and values, any text without lone surrogates. */
    static Arbitrary<List<List<String>>> parameters() {
        Arbitrary<String> text = Arbitraries.strings()
                .withChars(" +&=%;?#/ü€\u0000\u0085\t~*'()!")
                .ascii()
                .withCharRange('\u00a0', '\u24ff')
                .ofMaxLength(20);
        Arbitrary<String> name = Arbitraries.oneOf(text, Arbitraries.of("meetingID", "name", "meta_a", "checksums"))
                .filter(candidate -> !candidate.isEmpty() && !candidate.equals("checksum"));
        Arbitrary<String> value = Arbitraries.oneOf(text, Arbitraries.of("", "😀", "checksum=ab", "&checksum=", "%41"));
        return Combinators.combine(name, value).as(List::of).list().ofMinSize(1).ofMaxSize(8);
    }

    /**
     * One of the encodings of a text, drawn by the seed: each character as it is, where that is possible, or escaped in
     * upper or lower case; a space as plus or escaped.
     */
    static String encoded(String text, Random random) {
        StringBuilder encoded = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean special = "&=%+ ".indexOf(c) >= 0 || Character.isISOControl(c);
            if (c == ' ' && random.nextBoolean()) {
                encoded.append('+');
            } else if (special || random.nextInt(3) == 0) {
                String escape = random.nextBoolean() ? "%%%02X" : "%%%02x";
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append(escape.formatted(b));
                }
            } else {
                encoded.appendCodePoint(c);
            }
        });
        return encoded.toString();
    }
}
