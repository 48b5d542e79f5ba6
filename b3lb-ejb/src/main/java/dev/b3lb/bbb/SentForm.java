package dev.b3lb.bbb;

import java.util.Optional;

/**
 * The parameters that a POST carries in its body, before anything is known about its sender.
 *
 * @param text the body as it came; empty for a multipart body, whose text nobody signs
 * @param parameters what is in it, in order, a checksum among them
 */
public record SentForm(Optional<String> text, QueryParameters parameters) {

    /** A body of type {@code application/x-www-form-urlencoded}. */
    public static SentForm urlencoded(String body) {
        return new SentForm(Optional.of(body), QueryParameters.parse(RawQuery.sanitized(body)));
    }

    /** The fields of a body of type {@code multipart/form-data}. */
    public static SentForm multipart(QueryParameters fields) {
        return new SentForm(Optional.empty(), fields);
    }

    /** The names only. */
    @Override
    public String toString() {
        return "SentForm[" + parameters + "]";
    }
}
