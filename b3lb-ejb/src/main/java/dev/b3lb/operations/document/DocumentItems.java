package dev.b3lb.operations.document;

import dev.b3lb.bbb.SharedSecret;
import dev.b3lb.management.Catalogue;
import dev.b3lb.management.OperationRefused;
import dev.b3lb.operations.JsonArguments;
import dev.b3lb.operations.RefusedException;
import dev.b3lb.operations.document.DocumentItem.Identity;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The things of a document, each with its key and fields, and of which lists of things the document says all. */
final class DocumentItems {

    /** The field of the document that says which form it has. */
    static final String FORM = "b3lb";

    private static final Set<String> API_SECRETS = Set.of("secret", "secret2");

    private final Catalogue catalogue;
    private final Map<Identity, DocumentItem> items = new LinkedHashMap<>();
    private final Set<Container> listed = new HashSet<>();

    /** A list of things: those of a section in one thing, or in the document itself. */
    private record Container(DocumentSection section, String container) {}

    private DocumentItems(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Takes a document apart.
     *
     * @throws RefusedException with the place of what does not belong there, or is missing
     */
    static DocumentItems of(Catalogue catalogue, JsonObject document) {
        DocumentItems items = new DocumentItems(catalogue);
        items.takeSections(document, Optional.empty(), "", "the document", Set.of(FORM));
        return items;
    }

    Map<Identity, DocumentItem> all() {
        return items;
    }

    /** Whether the document says anything about tenants' files. */
    boolean hasFiles() {
        return listed.stream().anyMatch(list -> list.section() == DocumentSection.ASSETS);
    }

    /** Whether the document holds the list in which such a thing would stand. */
    boolean lists(Identity thing) {
        return listed.contains(new Container(thing.section(), thing.container()));
    }

    private void takeSections(
            JsonObject object, Optional<DocumentSection> parent, String container, String place, Set<String> others) {
        Set<String> unknown = new HashSet<>(object.keySet());
        unknown.removeAll(others);
        for (DocumentSection section : DocumentSection.within(parent)) {
            if (unknown.remove(section.title())) {
                takeList(section, container, object.get(section.title()), place + ", " + section.title());
            }
        }
        unknown.stream().sorted().findFirst().ifPresent(name -> {
            throw new RefusedException("There is no field " + name + " in " + place + "; nothing was changed.");
        });
    }

    private void takeList(DocumentSection section, String container, JsonValue list, String place) {
        if (!(list instanceof JsonArray things)) {
            throw new RefusedException(place + " must be a list; nothing was changed.");
        }
        listed.add(new Container(section, container));
        for (int i = 0; i < things.size(); i++) {
            String itsPlace = place + ", number " + (i + 1);
            if (!(things.get(i) instanceof JsonObject thing)) {
                throw new RefusedException(itsPlace + " must be an object; nothing was changed.");
            }
            take(section, container, thing, itsPlace);
        }
    }

    private void take(DocumentSection section, String container, JsonObject thing, String place) {
        String key = key(section, thing, place);
        Set<String> names = section.fields(catalogue);
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        names.stream().filter(thing::containsKey).forEach(name -> fields.put(name, field(name, thing.get(name))));
        DocumentItem item = new DocumentItem(section, container, key, fields);
        if (items.put(item.identity(), item) != null) {
            throw new RefusedException("The document has " + item.name() + " twice; nothing was changed.");
        }
        Set<String> own = new HashSet<>(names);
        own.add(section.key());
        takeSections(thing, Optional.of(section), key, item.name(), own);
    }

    /** A secret as it would be stored, or each import of the same document would find it changed. */
    private static JsonValue field(String name, JsonValue value) {
        return API_SECRETS.contains(name) && value instanceof JsonString text
                ? Json.createValue(SharedSecret.trimmed(text.getString()))
                : value;
    }

    private static String key(DocumentSection section, JsonObject thing, String place) {
        String key = thing.containsKey(section.key()) ? text(section.key(), thing.get(section.key())) : "";
        if (key.isBlank()) {
            throw new RefusedException(place + " has no " + section.key() + "; nothing was changed.");
        }
        return section.canonical(key)
                .orElseThrow(() -> new RefusedException(
                        place + " has a " + section.key() + " that is none; nothing was changed."));
    }

    /** A field as an argument of an operation. */
    static String text(String name, JsonValue value) {
        try {
            return JsonArguments.text(name, value);
        } catch (OperationRefused refused) {
            throw new RefusedException(refused.reason(), refused.getMessage());
        }
    }
}
