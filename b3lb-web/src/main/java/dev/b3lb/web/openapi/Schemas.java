package dev.b3lb.web.openapi;

import dev.b3lb.management.Operation;
import dev.b3lb.management.Parameter;
import dev.b3lb.web.rest.Listing;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** What is sent and answered, as schemas. */
final class Schemas {

    /** The name of the schema of errors. */
    static final String PROBLEM = "Problem";

    private Schemas() {}

    static Schema problem() {
        return object("What went wrong.")
                .addProperty("type", text("Always about:blank."))
                .addProperty("title", text("The name of the status."))
                .addProperty("status", of(SchemaType.INTEGER, "The HTTP status."))
                .addProperty("detail", text("What is wrong and what to do."));
    }

    /** The arguments of an operation but those that stand elsewhere. */
    static Schema arguments(Operation operation, List<String> elsewhere) {
        Schema schema = object("The arguments.");
        for (Parameter parameter : operation.parameters()) {
            if (!elsewhere.contains(parameter.name())) {
                schema.addProperty(parameter.name(), of(parameter));
                if (parameter.required()) {
                    schema.addRequired(parameter.name());
                }
            }
        }
        return schema;
    }

    static Schema of(Parameter parameter) {
        Schema schema = of(type(parameter.type()), parameter.text());
        parameter.allowed().forEach(schema::addEnumeration);
        if (parameter.secret()) {
            schema.writeOnly(true).format("password");
        }
        if (parameter.type() == Parameter.Type.FILE) {
            schema.setContentEncoding("base64");
        }
        if (parameter.type() == Parameter.Type.INT) {
            bound(schema, parameter.range());
        }
        return schema;
    }

    private static void bound(Schema schema, Parameter.Range range) {
        if (range.least() != Integer.MIN_VALUE) {
            schema.minimum(BigDecimal.valueOf(range.least()));
        }
        if (range.most() != Integer.MAX_VALUE) {
            schema.maximum(BigDecimal.valueOf(range.most()));
        }
    }

    /** Whether a parameter says which part of a list is wanted, of which REST has its own idea. */
    static boolean isOfPage(Parameter parameter) {
        return parameter.name().equals("limit") || parameter.name().equals("offset");
    }

    static Schema ofPage(Parameter parameter) {
        return parameter.name().equals("limit")
                ? of(SchemaType.INTEGER, "How many at the most; 100 when left out.")
                        .minimum(BigDecimal.ONE)
                        .maximum(BigDecimal.valueOf(Listing.HIGHEST_LIMIT))
                : of(SchemaType.INTEGER, "How many to leave out before the first; 0 when left out.")
                        .minimum(BigDecimal.ZERO);
    }

    static Schema page(Operation list) {
        return object("A page of them.")
                .addProperty("items", reply(list))
                .addProperty("offset", of(SchemaType.INTEGER, "How many were left out before the first."))
                .addProperty("next-offset", of(SchemaType.INTEGER, "Where the next page begins; absent on the last."));
    }

    static Schema list(String description) {
        return of(SchemaType.ARRAY, description).items(object("One of them."));
    }

    static Schema reply(Operation operation) {
        return switch (operation.reply()) {
            case OBJECT -> object(operation.replyText());
            case LIST -> of(SchemaType.ARRAY, operation.replyText()).items(of(SchemaType.OBJECT, "One of them."));
        };
    }

    static Schema object(String description) {
        return of(SchemaType.OBJECT, description);
    }

    private static Schema text(String description) {
        return of(SchemaType.STRING, description);
    }

    private static Schema of(SchemaType type, String description) {
        return OASFactory.createSchema().addType(type).description(description);
    }

    private static SchemaType type(Parameter.Type type) {
        return switch (type) {
            case STRING, FILE -> SchemaType.STRING;
            case INT -> SchemaType.INTEGER;
            case DOUBLE -> SchemaType.NUMBER;
            case BOOLEAN -> SchemaType.BOOLEAN;
        };
    }
}
