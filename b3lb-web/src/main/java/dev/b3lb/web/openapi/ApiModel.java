package dev.b3lb.web.openapi;

import dev.b3lb.management.Catalogue;
import dev.b3lb.management.Chapter;
import dev.b3lb.management.Collection;
import dev.b3lb.management.Operation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASModelReader;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Describes the REST API. The server asks for it once, when the application is deployed, since the file of settings
 * beside this class names it.
 */
public final class ApiModel implements OASModelReader {

    /** Where the API is. */
    private static final String ROOT = "/admin/api/v1/";

    private static final String BASIC = "basic";
    private static final String BEARER = "bearer";

    private final Catalogue catalogue = Catalogue.load();

    @Override
    public OpenAPI buildModel() {
        OpenAPI model = OASFactory.createOpenAPI()
                .openapi("3.1.0")
                .info(OASFactory.createInfo()
                        .title("b3lb administration")
                        .version("v1")
                        .description("What an operator can ask of a running b3lb. Each operation can be called by its"
                                + " name, and is the same in the WildFly management CLI and in b3lb.sh; what can be"
                                + " listed is a resource with the usual verbs besides."))
                .components(OASFactory.createComponents()
                        .addSecurityScheme(BASIC, scheme("basic", "Name and password of an admin user."))
                        .addSecurityScheme(BEARER, scheme("bearer", "A token of an admin user, made by addtoken."))
                        .addSchema(Schemas.PROBLEM, Schemas.problem()))
                .addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(BASIC))
                .addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(BEARER));
        catalogue
                .chapters()
                .forEach(chapter -> model.addTag(OASFactory.createTag().name(chapter.title())));
        return model.paths(paths());
    }

    private static SecurityScheme scheme(String scheme, String description) {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme(scheme)
                .description(description);
    }

    private Paths paths() {
        Paths paths = OASFactory.createPaths()
                .addPathItem(
                        ROOT + "me",
                        OASFactory.createPathItem()
                                .GET(Described.reading(
                                        "me", "Who is logged in, with which roles.", Schemas.object("The user."))))
                .addPathItem(
                        ROOT + "operations",
                        OASFactory.createPathItem()
                                .GET(Described.reading(
                                        "operations", "What can be asked for.", Schemas.list("All operations."))));
        for (Chapter chapter : catalogue.chapters()) {
            Described described = new Described(chapter.title());
            for (Collection collection : chapter.collections()) {
                paths.addPathItem(ROOT + collection.path(), list(described, collection));
                paths.addPathItem(ROOT + collection.path() + "/{" + collection.key() + "}", one(described, collection));
            }
            for (Operation operation : chapter.operations()) {
                paths.addPathItem(
                        ROOT + "operations/" + operation.name(),
                        OASFactory.createPathItem().POST(described.operation(operation)));
            }
        }
        return paths;
    }

    private PathItem list(Described described, Collection collection) {
        PathItem item = OASFactory.createPathItem().GET(described.page(operation(collection.list()), collection));
        optional(collection.add()).ifPresent(add -> item.POST(described.addition(add, collection)));
        return item;
    }

    private PathItem one(Described described, Collection collection) {
        PathItem item = OASFactory.createPathItem().GET(described.thing(operation(collection.list()), collection));
        optional(collection.set()).ifPresent(set -> item.PATCH(described.change(set, collection)));
        optional(collection.remove()).ifPresent(remove -> item.DELETE(described.removal(remove, collection)));
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
