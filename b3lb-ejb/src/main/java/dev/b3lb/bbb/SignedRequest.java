package dev.b3lb.bbb;

import java.util.Optional;

/**
 * A client's request as far as its checksum matters, exactly as received.
 *
 * @param call which call it is
 * @param rawQuery the undecoded query string, empty when there is none
 * @param form the body if it is a form; other bodies are never part of a checksum
 */
public record SignedRequest(ApiCall call, String rawQuery, Optional<SentForm> form) {

    /** @param rawQuery null, as servlets give it, is none */
    public static SignedRequest of(ApiCall call, String rawQuery, Optional<SentForm> form) {
        return new SignedRequest(call, rawQuery == null ? "" : rawQuery, form);
    }

    /** The call only. */
    @Override
    public String toString() {
        return "SignedRequest[" + call.wireName() + "]";
    }
}
