package dev.b3lb.web.rest;

import dev.b3lb.management.Catalogue;
import dev.b3lb.management.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a path is about: a collection, or one of the things in it.
 *
 * @param collection the collection
 * @param arguments the parameters that the path holds
 * @param key the thing in the collection; empty for the collection itself
 */
record CollectionPlace(Collection collection, Map<String, String> arguments, Optional<String> key) {

    /** The place of a path below the API's root, by its decoded segments; empty when there is none. */
    static Optional<CollectionPlace> of(Catalogue catalogue, List<String> segments) {
        return catalogue.collections().stream()
                .flatMap(collection -> matched(collection, segments).stream())
                .findFirst();
    }

    private static Optional<CollectionPlace> matched(Collection collection, List<String> segments) {
        List<String> template = List.of(collection.path().split("/"));
        int beyond = segments.size() - template.size();
        if (beyond < 0 || beyond > 1) {
            return Optional.empty();
        }
        Map<String, String> arguments = new LinkedHashMap<>();
        for (int i = 0; i < template.size(); i++) {
            String part = template.get(i);
            if (part.startsWith("{")) {
                arguments.put(part.substring(1, part.length() - 1), segments.get(i));
            } else if (!part.equals(segments.get(i))) {
                return Optional.empty();
            }
        }
        Optional<String> key = beyond == 0 ? Optional.empty() : Optional.of(segments.get(segments.size() - 1));
        return Optional.of(new CollectionPlace(collection, arguments, key));
    }

    /** The arguments of the path and, when it is about one thing, its key. */
    Map<String, String> allArguments() {
        Map<String, String> all = new LinkedHashMap<>(arguments);
        key.ifPresent(value -> all.put(collection.key(), value));
        return all;
    }
}
