package dev.b3lb.web.openapi;

import dev.b3lb.management.Operation;
import dev.b3lb.management.Parameter;
import dev.b3lb.web.rest.Listing;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;

/** What is sent and answered, as JSON Schema. */
final class Schemas {

    /** Makes all parts of the document; the class {@code Json} would look for an implementation for each. */
    static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

    /** The name of the schema of errors. */
    static final String PROBLEM = "Problem";

    private static final String OBJECT = "object";
    private static final String ARRAY = "array";
    private static final String INTEGER = "integer";
    private static final String STRING = "string";

    private Schemas() {}

    static JsonObjectBuilder problem() {
        return object("What went wrong.")
                .add(
                        "properties",
                        BUILDERS.createObjectBuilder()
                                .add("type", of(STRING, "Always about:blank."))
                                .add("title", of(STRING, "The name of the status."))
                                .add("status", of(INTEGER, "The HTTP status."))
                                .add("detail", of(STRING, "What is wrong and what to do.")));
    }

    /** The arguments of an operation but those that stand elsewhere. */
    static JsonObjectBuilder arguments(Operation operation, List<String> elsewhere) {
        List<Parameter> here = operation.parameters().stream()
                .filter(parameter -> !elsewhere.contains(parameter.name()))
                .toList();
        JsonObjectBuilder properties = BUILDERS.createObjectBuilder();
        here.forEach(parameter -> properties.add(parameter.name(), of(parameter)));
        JsonObjectBuilder schema = object("The arguments.").add("properties", properties);
        List<String> required =
                here.stream().filter(Parameter::required).map(Parameter::name).toList();
        return required.isEmpty() ? schema : schema.add("required", BUILDERS.createArrayBuilder(required));
    }

    static JsonObjectBuilder of(Parameter parameter) {
        JsonObjectBuilder schema = of(type(parameter.type()), parameter.text());
        if (!parameter.allowed().isEmpty()) {
            schema.add("enum", BUILDERS.createArrayBuilder(parameter.allowed()));
        }
        if (parameter.secret()) {
            schema.add("writeOnly", true).add("format", "password");
        }
        if (parameter.type() == Parameter.Type.FILE) {
            schema.add("contentEncoding", "base64");
        }
        if (parameter.type() == Parameter.Type.INT) {
            bound(schema, parameter.range());
        }
        return schema;
    }

    private static void bound(JsonObjectBuilder schema, Parameter.Range range) {
        if (range.least() != Integer.MIN_VALUE) {
            schema.add("minimum", range.least());
        }
        if (range.most() != Integer.MAX_VALUE) {
            schema.add("maximum", range.most());
        }
    }

    /** Whether a parameter says which part of a list is wanted, of which REST has its own idea. */
    static boolean isOfPage(Parameter parameter) {
        return parameter.name().equals("limit") || parameter.name().equals("offset");
    }

    static JsonObjectBuilder ofPage(Parameter parameter) {
        return parameter.name().equals("limit")
                ? of(INTEGER, "How many at the most; 100 when left out.")
                        .add("minimum", 1)
                        .add("maximum", Listing.HIGHEST_LIMIT)
                : of(INTEGER, "How many to leave out before the first; 0 when left out.")
                        .add("minimum", 0);
    }

    static JsonObjectBuilder page(Operation list) {
        return object("A page of them.")
                .add(
                        "properties",
                        BUILDERS.createObjectBuilder()
                                .add("items", reply(list))
                                .add("offset", of(INTEGER, "How many were left out before the first."))
                                .add("next-offset", of(INTEGER, "Where the next page begins; absent on the last.")));
    }

    static JsonObjectBuilder list(String description) {
        return of(ARRAY, description).add("items", object("One of them."));
    }

    static JsonObjectBuilder reply(Operation operation) {
        return switch (operation.reply()) {
            case OBJECT -> object(operation.replyText());
            case LIST -> list(operation.replyText());
        };
    }

    static JsonObjectBuilder object(String description) {
        return of(OBJECT, description);
    }

    private static JsonObjectBuilder of(String type, String description) {
        return BUILDERS.createObjectBuilder().add("type", type).add("description", description);
    }

    private static String type(Parameter.Type type) {
        return switch (type) {
            case STRING, FILE -> STRING;
            case INT -> INTEGER;
            case DOUBLE -> "number";
            case BOOLEAN -> "boolean";
        };
    }
}
