package dev.b3lb.web.rest;

import dev.b3lb.management.Operation;
import dev.b3lb.management.OperationRefused;
import dev.b3lb.management.OperationRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/** {@code /admin/api/v1/nodes}, {@code /tenants} and so on: the usual verbs, each of which is an operation. */
@Path("admin/api/v1/{path:.+}")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class CollectionsResource {

    /** A range of sub ids is no key. */
    private static final Pattern SINGLE_KEY = Pattern.compile("[0-9]+|[^0-9].*");

    @Inject
    private OperationDoor door;

    /** A page of a collection, or one thing of it with its entity tag. */
    @GET
    public Response get(
            @PathParam("path") List<PathSegment> path, @Context HttpServletRequest http, @Context Request conditions)
            throws OperationRefused {
        CollectionPlace place = place(path);
        Map<String, String> query = QueryArguments.of(http);
        if (place.key().isEmpty()) {
            return Answers.ok(page(place, query)).build();
        }
        JsonObject thing = thing(place, query);
        return EntityVersion.tag(thing)
                .map(conditions::evaluatePreconditions)
                .orElseGet(() -> Answers.ok(thing))
                .build();
    }

    private JsonObject page(CollectionPlace place, Map<String, String> query) throws OperationRefused {
        Listing listing = Listing.of(query);
        Operation list = door.catalogue().operation(place.collection().list()).orElseThrow();
        Map<String, String> arguments = listing.arguments(list, query);
        arguments.putAll(place.arguments());
        return listing.page(list, (JsonArray) door.run(door.caller(), list.name(), arguments));
    }

    private JsonObject thing(CollectionPlace place, Map<String, String> query) throws OperationRefused {
        Map<String, String> arguments = new TreeMap<>(query);
        arguments.putAll(place.allArguments());
        JsonArray found = (JsonArray) door.run(door.caller(), place.collection().list(), arguments);
        if (found.isEmpty()) {
            throw new OperationRefused(
                    Reason.ABSENT,
                    "There is no such thing in " + place.collection().path() + ".");
        }
        return found.getJsonObject(0);
    }

    /** Makes a thing; the answer says where it is. */
    @POST
    public CompletionStage<Response> add(@PathParam("path") List<PathSegment> path, @Context HttpServletRequest http)
            throws OperationRefused {
        CollectionPlace place = place(path);
        Optional<String> add = place.key().isEmpty() ? place.collection().add() : Optional.empty();
        Operation operation = door.allowed(existing(add, place));
        String collection = http.getRequestURI().replaceFirst("/+$", "");
        return door.answer(operation, http, (caller, arguments) -> {
            arguments.putAll(place.arguments());
            JsonValue added = door.run(caller, operation.name(), arguments);
            Response.ResponseBuilder response = Answers.of(Response.Status.CREATED, added);
            key(place, added, arguments)
                    .ifPresent(key -> response.header(HttpHeaders.LOCATION, below(collection, key)));
            return response.build();
        });
    }

    /** Where an operation makes several things at once, there is no place to name. */
    private static Optional<String> key(CollectionPlace place, JsonValue added, Map<String, String> arguments) {
        String name = place.collection().key();
        return added instanceof JsonObject thing && thing.containsKey(name)
                ? Optional.of(
                        thing.get(name) instanceof JsonString text
                                ? text.getString()
                                : thing.get(name).toString())
                : Optional.ofNullable(arguments.get(name)).filter(SINGLE_KEY.asMatchPredicate());
    }

    private static String below(String collection, String key) {
        return collection + "/" + URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Changes fields of a thing, with {@code If-Match} only if nobody else has changed it since. */
    @PATCH
    public CompletionStage<Response> set(
            @PathParam("path") List<PathSegment> path,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Context HttpServletRequest http)
            throws OperationRefused {
        CollectionPlace place = place(path);
        Operation operation = door.allowed(existing(ofThing(place.collection().set(), place), place));
        Optional<String> wanted = EntityVersion.wanted(ifMatch);
        return door.answer(operation, http, (caller, arguments) -> {
            wanted.ifPresent(version -> arguments.put(EntityVersion.NAME, version));
            arguments.putAll(place.allArguments());
            return Answers.ok(door.run(caller, operation.name(), arguments)).build();
        });
    }

    /** Takes a thing away, with {@code If-Match} only if nobody else has changed it since. */
    @DELETE
    public Response remove(
            @PathParam("path") List<PathSegment> path,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Context HttpServletRequest http)
            throws OperationRefused {
        CollectionPlace place = place(path);
        Map<String, String> arguments = new TreeMap<>(QueryArguments.of(http));
        EntityVersion.wanted(ifMatch).ifPresent(version -> arguments.put(EntityVersion.NAME, version));
        arguments.putAll(place.allArguments());
        return Answers.ok(door.run(
                        door.caller(), existing(ofThing(place.collection().remove(), place), place), arguments))
                .build();
    }

    private static Optional<String> ofThing(Optional<String> operation, CollectionPlace place) {
        return place.key().isPresent() ? operation : Optional.empty();
    }

    private CollectionPlace place(List<PathSegment> path) throws OperationRefused {
        List<String> segments = path.stream()
                .map(PathSegment::getPath)
                .filter(part -> !part.isEmpty())
                .toList();
        return CollectionPlace.of(door.catalogue(), segments)
                .orElseThrow(() -> new OperationRefused(
                        Reason.ABSENT, "There is nothing at this path; the OpenAPI document lists all paths."));
    }

    private static String existing(Optional<String> operation, CollectionPlace place) {
        return operation.orElseThrow(() -> Verbs.refusal(place));
    }
}
