package dev.b3lb.bbb;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Query strings as clients send them, good and bad. */
final class QueryStrings {

    private QueryStrings() {}

    /** Any text at all without lone surrogates, rich in what matters to a parser. */
    static Arbitrary<String> any() {
        return token().list().ofMaxSize(30).map(tokens -> String.join("", tokens));
    }

    /** One parameter as some client would encode it; no ampersand, not empty, nothing that gets trimmed. */
    static Arbitrary<String> parameter() {
        Arbitrary<String> name = Arbitraries.of("name", "meetingID", "meta_a", "%6Eame", "n%C3%A4me", "x[]", "");
        Arbitrary<String> value = valueToken().list().ofMaxSize(12).map(tokens -> String.join("", tokens));
        return Combinators.combine(name, value).as((n, v) -> n + "=" + v);
    }

    private static Arbitrary<String> valueToken() {
        return Arbitraries.oneOf(
                Arbitraries.of("+", "%20", "%7E", "~", "*", "%2A", "%2a", "%", "%zz", "=", "ü", "😀", "%F0%9F%98%80"),
                Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(6));
    }

    private static Arbitrary<String> token() {
        return Arbitraries.oneOf(
                Arbitraries.of("&", "=", "+", ";", "%", "%4", "%C3", "%A9", "%ff", "%00", "%26", "%3D", "%E2%82"),
                Arbitraries.of("checksum=", "&checksum=ab", "a", "é", "€", "😀", " ", "\u0000", "\u0085", "?"),
                Arbitraries.strings().ascii().ofMaxLength(4));
    }
}
