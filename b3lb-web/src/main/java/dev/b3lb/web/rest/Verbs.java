package dev.b3lb.web.rest;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be done at a place. */
final class Verbs {

    private Verbs() {}

    /** What is thrown when a place has no such verb; it tells those that it has. */
    static NotAllowedException refusal(CollectionPlace place) {
        return new NotAllowedException(Response.status(Response.Status.METHOD_NOT_ALLOWED)
                .header(HttpHeaders.ALLOW, allowed(place))
                .build());
    }

    private static String allowed(CollectionPlace place) {
        Stream<Optional<String>> verbs = place.key().isEmpty()
                ? Stream.of(place.collection().add().map(operation -> HttpMethod.POST))
                : Stream.of(
                        place.collection().set().map(operation -> HttpMethod.PATCH),
                        place.collection().remove().map(operation -> HttpMethod.DELETE));
        return Stream.concat(Stream.of(HttpMethod.GET), verbs.flatMap(Optional::stream))
                .collect(Collectors.joining(", "));
    }
}
