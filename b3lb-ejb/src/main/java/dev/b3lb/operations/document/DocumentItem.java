package dev.b3lb.operations.document;

import jakarta.json.JsonValue;
import java.util.Map;

/**
 * One thing of a document.
 *
 * @param section where it stands
 * @param container the key of the thing that it stands in; empty for things of the document itself
 * @param key its own key
 * @param fields what it is, by name; what is not there is not said
 */
record DocumentItem(DocumentSection section, String container, String key, Map<String, JsonValue> fields) {

    /** Which thing it is, apart from what it is like. */
    record Identity(DocumentSection section, String container, String key) {}

    Identity identity() {
        return new Identity(section, container, key);
    }

    /** What it is called, for people. */
    String name() {
        String own = section.words() + " " + key;
        return container.isEmpty() ? own : own + " of " + container;
    }

    /** The arguments by which its section's operations know it. */
    Map<String, String> keyArguments() {
        return container.isEmpty()
                ? Map.of(section.key(), key)
                : Map.of(section.key(), key, section.parentParameter(), container);
    }
}
