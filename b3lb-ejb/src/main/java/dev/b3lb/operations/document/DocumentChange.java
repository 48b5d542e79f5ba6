package dev.b3lb.operations.document;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Set;

/**
 * What an import does to one thing.
 *
 * @param kind what is done
 * @param item the thing; when it is changed, with those of its fields that become different
 * @param before what these fields were before
 */
record DocumentChange(Kind kind, DocumentItem item, Map<String, JsonValue> before) {

    private static final String HIDDEN = "(not shown)";

    /** What can be done. */
    enum Kind {
        ADD("add"),
        CHANGE("change"),
        REMOVE("remove");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /**
     * For people.
     *
     * @param hidden names of fields whose values must not be shown
     */
    JsonObject json(Set<String> hidden) {
        JsonObjectBuilder fields = Json.createObjectBuilder();
        if (kind != Kind.REMOVE) {
            item.fields().forEach((name, value) -> fields.add(name, field(name, value, hidden.contains(name))));
        }
        return Json.createObjectBuilder()
                .add("action", kind.word)
                .add("what", item.name())
                .add("fields", fields)
                .build();
    }

    private JsonValue field(String name, JsonValue after, boolean hidden) {
        JsonValue shownAfter = hidden ? Json.createValue(HIDDEN) : after;
        if (kind == Kind.ADD) {
            return shownAfter;
        }
        JsonValue was = before.getOrDefault(name, Json.createValue(""));
        return Json.createObjectBuilder()
                .add("before", hidden ? Json.createValue(HIDDEN) : was)
                .add("after", shownAfter)
                .build();
    }
}
