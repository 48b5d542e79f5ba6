package dev.b3lb.bbb;

import java.util.Optional;

/**
 * What a POST carries in its body as a form, before anything is known about its sender.
 *
 * @param text the body as it came; empty for a multipart body, whose text nobody signs
 * @param fields of a multipart body, in order, a checksum among them; the text is not taken apart yet
 */
public record SentForm(Optional<String> text, QueryParameters fields) {

    /** A body of type {@code application/x-www-form-urlencoded}. */
    public static SentForm urlencoded(String body) {
        return new SentForm(Optional.of(body), QueryParameters.none());
    }

    /** The fields of a body of type {@code multipart/form-data}. */
    public static SentForm multipart(QueryParameters fields) {
        return new SentForm(Optional.empty(), fields);
    }

    /** What it carries; empty if that is too much. */
    Optional<? extends RequestPart> part() {
        return text.isPresent() ? RawQuery.of(text.get()) : Optional.of(new FormFields(fields));
    }

    /** The names of fields, or that there is a text. */
    @Override
    public String toString() {
        return "SentForm[" + (text.isPresent() ? "a text" : fields) + "]";
    }
}
