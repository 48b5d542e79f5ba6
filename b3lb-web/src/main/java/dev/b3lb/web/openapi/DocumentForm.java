package dev.b3lb.web.openapi;

import dev.b3lb.operations.document.DocumentText;
import dev.b3lb.web.negotiation.MediaPreference;
import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The forms in which the document is told. */
enum DocumentForm {
    /** What everybody gets who asks for nothing else. */
    YAML(DocumentText::yaml, "application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml"),
    /** For those who like it better than the other. */
    JSON(JsonObject::toString, "application/json");

    private final Function<JsonObject, String> writer;
    private final List<String> mediaTypes;

    DocumentForm(Function<JsonObject, String> writer, String... mediaTypes) {
        this.writer = writer;
        this.mediaTypes = List.of(mediaTypes);
    }

    /** The form of a name in any case; empty when there is none. */
    static Optional<DocumentForm> named(String name) {
        return Arrays.stream(values())
                .filter(form -> form.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The form that a client likes best. */
    static DocumentForm wanted(MediaPreference accepted) {
        return JSON.quality(accepted) > YAML.quality(accepted) ? JSON : YAML;
    }

    private double quality(MediaPreference accepted) {
        return mediaTypes.stream().mapToDouble(accepted::quality).max().orElse(0);
    }

    /** The media type of answers. */
    String mediaType() {
        return mediaTypes.get(0);
    }

    /** The document as a text. */
    String write(JsonObject document) {
        return writer.apply(document);
    }
}
