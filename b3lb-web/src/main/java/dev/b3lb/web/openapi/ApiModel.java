package dev.b3lb.web.openapi;

import static dev.b3lb.web.openapi.Schemas.BUILDERS;

import dev.b3lb.management.Catalogue;
import dev.b3lb.management.Chapter;
import dev.b3lb.management.Collection;
import dev.b3lb.management.Operation;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Describes the REST API as OpenAPI 3.1 wants it, from the catalogue of operations. */
final class ApiModel {

    /** Where the API is. */
    private static final String ROOT = "/admin/api/v1/";

    private static final String BASIC = "basic";
    private static final String BEARER = "bearer";

    private final Catalogue catalogue;

    ApiModel(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The whole document. */
    JsonObject document() {
        return BUILDERS.createObjectBuilder()
                .add("openapi", "3.1.0")
                .add("info", info())
                .add(
                        "security",
                        BUILDERS.createArrayBuilder().add(requirement(BASIC)).add(requirement(BEARER)))
                .add("tags", tags())
                .add("paths", paths())
                .add("components", components())
                .build();
    }

    private static JsonObjectBuilder info() {
        return BUILDERS.createObjectBuilder()
                .add("title", "b3lb administration")
                .add("version", "v1")
                .add(
                        "description",
                        "What an operator can ask of a running b3lb. Each operation can be called by its name, and is the"
                                + " same in the WildFly management CLI and in b3lb.sh; what can be listed is a resource"
                                + " with the usual verbs besides.");
    }

    private static JsonObjectBuilder requirement(String scheme) {
        return BUILDERS.createObjectBuilder().add(scheme, BUILDERS.createArrayBuilder());
    }

    private JsonArrayBuilder tags() {
        JsonArrayBuilder tags = BUILDERS.createArrayBuilder();
        catalogue
                .chapters()
                .forEach(chapter -> tags.add(BUILDERS.createObjectBuilder().add("name", chapter.title())));
        return tags;
    }

    private static JsonObjectBuilder components() {
        return BUILDERS.createObjectBuilder()
                .add(
                        "securitySchemes",
                        BUILDERS.createObjectBuilder()
                                .add(BASIC, scheme(BASIC, "Name and password of an admin user."))
                                .add(BEARER, scheme(BEARER, "A token of an admin user, made by addtoken.")))
                .add("schemas", BUILDERS.createObjectBuilder().add(Schemas.PROBLEM, Schemas.problem()))
                .add("responses", ProblemAnswers.components());
    }

    private static JsonObjectBuilder scheme(String scheme, String description) {
        return BUILDERS.createObjectBuilder()
                .add("type", "http")
                .add("scheme", scheme)
                .add("description", description);
    }

    private JsonObjectBuilder paths() {
        JsonObjectBuilder paths = BUILDERS.createObjectBuilder()
                .add(ROOT + "me", reading("me", "Who is logged in, with which roles.", Schemas.object("The user.")))
                .add(
                        ROOT + "operations",
                        reading("operations", "What can be asked for.", Schemas.list("All operations.")));
        for (Chapter chapter : catalogue.chapters()) {
            Described described = new Described(chapter.title());
            for (Collection collection : chapter.collections()) {
                paths.add(ROOT + collection.path(), list(described, collection));
                paths.add(ROOT + collection.path() + "/{" + collection.key() + "}", one(described, collection));
            }
            for (Operation operation : chapter.operations()) {
                paths.add(
                        ROOT + "operations/" + operation.name(),
                        BUILDERS.createObjectBuilder().add("post", described.operation(operation)));
            }
        }
        return paths;
    }

    private static JsonObjectBuilder reading(String id, String text, JsonObjectBuilder reply) {
        return BUILDERS.createObjectBuilder().add("get", Described.reading(id, text, reply));
    }

    private JsonObjectBuilder list(Described described, Collection collection) {
        JsonObjectBuilder item =
                BUILDERS.createObjectBuilder().add("get", described.page(operation(collection.list()), collection));
        optional(collection.add()).ifPresent(add -> item.add("post", described.addition(add, collection)));
        return item;
    }

    private JsonObjectBuilder one(Described described, Collection collection) {
        JsonObjectBuilder item =
                BUILDERS.createObjectBuilder().add("get", described.thing(operation(collection.list()), collection));
        optional(collection.set()).ifPresent(set -> item.add("patch", described.change(set, collection)));
        optional(collection.remove()).ifPresent(remove -> item.add("delete", described.removal(remove, collection)));
        return item;
    }

    private Optional<Operation> optional(Optional<String> name) {
        return name.map(this::operation);
    }

    private Operation operation(String name) {
        return catalogue.operation(name).orElseThrow();
    }

    /** Parameters of a collection's operations that stand in its paths. */
    static List<String> inPath(Collection collection, boolean oneThing) {
        return oneThing
                ? Stream.concat(collection.pathParameters().stream(), Stream.of(collection.key()))
                        .toList()
                : collection.pathParameters();
    }
}
