package dev.b3lb.operations;

import dev.b3lb.management.OperationRefused;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What operations take, which is texts by name, from JSON, which REST clients and documents hold. */
public final class JsonArguments {

    private JsonArguments() {}

    /**
     * The fields of an object as arguments. A list becomes its values with commas between, and null an empty text, which
     * takes a value away.
     *
     * @throws OperationRefused when a value is an object, or a list of something else than single values
     */
    public static Map<String, String> of(JsonObject body) throws OperationRefused {
        Map<String, String> arguments = new TreeMap<>();
        for (Map.Entry<String, JsonValue> field : body.entrySet()) {
            arguments.put(field.getKey(), text(field.getKey(), field.getValue()));
        }
        return arguments;
    }

    /** One field as an argument, as {@link #of} makes it. */
    public static String text(String name, JsonValue value) throws OperationRefused {
        return value instanceof JsonArray list ? joined(name, list) : single(name, value);
    }

    private static String joined(String name, JsonArray list) throws OperationRefused {
        List<String> texts = new ArrayList<>();
        for (JsonValue value : list) {
            String text = single(name, value);
            if (text.indexOf(',') >= 0) {
                throw new OperationRefused(
                        "A value in the list " + name + " has a comma in it, which parts the values.");
            }
            texts.add(text);
        }
        return String.join(",", texts);
    }

    private static String single(String name, JsonValue value) throws OperationRefused {
        return switch (value.getValueType()) {
            case STRING -> ((JsonString) value).getString();
            // Not written out: 1e999999999 would have as many digits
            case NUMBER -> value.toString();
            case TRUE -> "true";
            case FALSE -> "false";
            case NULL -> "";
            case OBJECT, ARRAY -> throw new OperationRefused(name + " must be one value, or a list of single values.");
        };
    }
}
