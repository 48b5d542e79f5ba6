package dev.b3lb.operations.document;

import dev.b3lb.operations.document.DocumentChange.Kind;
import dev.b3lb.operations.document.DocumentItem.Identity;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What has to be done so that the configuration becomes what a document says.
 *
 * @param changes what has to be done, in an order in which it can be: what is made before what needs it, what is taken
 *     away after what needed it
 * @param unchanged how many things are as the document says already
 */
record DocumentDifference(List<DocumentChange> changes, int unchanged) {

    /**
     * Compares.
     *
     * @param current the configuration as it is
     * @param wanted what the document says; fields that it leaves out stay as they are
     * @param deleteMissing whether things go that the document leaves out of a list that it has
     */
    static DocumentDifference between(DocumentItems current, DocumentItems wanted, boolean deleteMissing) {
        List<DocumentChange> changes = new ArrayList<>();
        int unchanged = 0;
        for (DocumentItem item : ordered(wanted)) {
            DocumentItem there = current.all().get(item.identity());
            if (there == null) {
                changes.add(new DocumentChange(Kind.ADD, item, Map.of()));
                continue;
            }
            Map<String, JsonValue> different = different(there, item);
            if (different.isEmpty()) {
                unchanged++;
            } else {
                DocumentItem changed = new DocumentItem(item.section(), item.container(), item.key(), different);
                changes.add(new DocumentChange(Kind.CHANGE, changed, there.fields()));
            }
        }
        if (deleteMissing) {
            changes.addAll(removals(current, wanted));
        }
        return new DocumentDifference(List.copyOf(changes), unchanged);
    }

    /** How many things are to be treated so. */
    long count(Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }

    private static List<DocumentItem> ordered(DocumentItems items) {
        return items.all().values().stream()
                .sorted(Comparator.comparing(DocumentItem::section))
                .toList();
    }

    private static List<DocumentChange> removals(DocumentItems current, DocumentItems wanted) {
        List<DocumentItem> there = new ArrayList<>(ordered(current));
        Collections.reverse(there);
        return there.stream()
                .filter(item -> isMissing(item.identity(), wanted))
                .map(item -> new DocumentChange(Kind.REMOVE, item, Map.of()))
                .toList();
    }

    private static boolean isMissing(Identity thing, DocumentItems wanted) {
        return wanted.lists(thing) && !wanted.all().containsKey(thing);
    }

    private static Map<String, JsonValue> different(DocumentItem there, DocumentItem wanted) {
        Map<String, JsonValue> different = new LinkedHashMap<>();
        wanted.fields().forEach((name, value) -> {
            if (!plain(value).equals(plain(there.fields().getOrDefault(name, JsonValue.NULL)))) {
                different.put(name, value);
            }
        });
        return different;
    }

    /** Numbers in any spelling, lists in any order, and nothing as an empty text or none at all. */
    private static String plain(JsonValue value) {
        if (value instanceof JsonNumber number) {
            return number.bigDecimalValue().stripTrailingZeros().toString();
        }
        if (value instanceof JsonArray list) {
            return list.stream().map(DocumentDifference::plain).sorted().collect(Collectors.joining(","));
        }
        return DocumentItems.text("A field", value);
    }
}
