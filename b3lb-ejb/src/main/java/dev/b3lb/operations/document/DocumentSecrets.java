package dev.b3lb.operations.document;

import static jakarta.json.stream.JsonCollectors.toJsonArray;

import dev.b3lb.management.Catalogue;
import dev.b3lb.management.Parameter;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Documents without what must stay secret, for those who keep them where others can read them. */
final class DocumentSecrets {

    private final Set<String> secrets;

    private DocumentSecrets(Catalogue catalogue) {
        this.secrets = Arrays.stream(DocumentSection.values())
                .flatMap(section -> Stream.concat(Stream.of(section.add(catalogue)), section.set(catalogue).stream()))
                .flatMap(operation -> operation.parameters().stream())
                .filter(Parameter::secret)
                .map(Parameter::name)
                .collect(Collectors.toSet());
    }

    /** The document without them. An import of it leaves those alone that are there, and makes no new thing that needs one. */
    static JsonObject removed(Catalogue catalogue, JsonObject document) {
        return new DocumentSecrets(catalogue).without(document).asJsonObject();
    }

    private JsonValue without(JsonValue value) {
        if (value instanceof JsonObject object) {
            JsonObjectBuilder left = Json.createObjectBuilder();
            object.forEach((name, field) -> {
                // A list of that name holds the things whose secrets they are
                if (field instanceof JsonArray || !secrets.contains(name)) {
                    left.add(name, without(field));
                }
            });
            return left.build();
        }
        return value instanceof JsonArray list
                ? list.stream().map(this::without).collect(toJsonArray())
                : value;
    }
}
