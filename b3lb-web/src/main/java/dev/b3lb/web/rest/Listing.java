package dev.b3lb.web.rest;

import dev.b3lb.management.Operation;
import dev.b3lb.management.OperationRefused;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A page of a collection. One thing more than the page holds is asked for, which tells whether there is a next page.
 *
 * @param offset how many things come before the page
 * @param limit how many the page has at the most
 */
public record Listing(int offset, int limit) {

    static final String OFFSET = "offset";
    static final String LIMIT = "limit";

    private static final int USUAL_LIMIT = 100;
    /** How many things a page may have. */
    public static final int HIGHEST_LIMIT = 500;

    /** The page that the query asks for. */
    static Listing of(Map<String, String> query) throws OperationRefused {
        return new Listing(
                number(query, OFFSET, 0, 0, Integer.MAX_VALUE), number(query, LIMIT, USUAL_LIMIT, 1, HIGHEST_LIMIT));
    }

    private static int number(Map<String, String> query, String name, int usual, int least, int most)
            throws OperationRefused {
        String text = query.getOrDefault(name, Integer.toString(usual));
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new OperationRefused(name + " must be a whole number from " + least + " to " + most + ".");
        }
        return Integer.parseInt(text);
    }

    /** What the operation that lists is to be asked, with the filters of the query. */
    Map<String, String> arguments(Operation list, Map<String, String> filters) {
        Map<String, String> arguments = new TreeMap<>(filters);
        arguments.keySet().removeAll(Set.of(OFFSET, LIMIT));
        if (list.parameter(LIMIT).isPresent()) {
            arguments.put(LIMIT, Integer.toString(limit + 1));
        }
        if (list.parameter(OFFSET).isPresent()) {
            arguments.put(OFFSET, Integer.toString(offset));
        }
        return arguments;
    }

    /** The page as clients see it: the things, and the offset of the next page if there is one. */
    JsonObject page(Operation list, JsonArray found) {
        boolean paged = list.parameter(LIMIT).isPresent();
        int shown = paged ? Math.min(limit, found.size()) : found.size();
        JsonArrayBuilder items = Json.createArrayBuilder();
        found.subList(0, shown).forEach(items::add);
        JsonObjectBuilder page = Json.createObjectBuilder().add("items", items).add(OFFSET, paged ? offset : 0);
        if (found.size() > shown && list.parameter(OFFSET).isPresent()) {
            page.add("next-offset", offset + shown);
        }
        return page.build();
    }
}
