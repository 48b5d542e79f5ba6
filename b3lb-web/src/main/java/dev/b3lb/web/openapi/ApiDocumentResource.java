package dev.b3lb.web.openapi;

import dev.b3lb.bbb.QueryParameters;
import dev.b3lb.web.negotiation.MediaPreference;
import dev.b3lb.web.negotiation.ReadableHeaders;
import dev.b3lb.web.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * {@code /admin/api/openapi}: the description of the REST API for tools, as YAML, or as JSON for those who say so by
 * Accept or {@code ?format=json}.
 */
@Path("admin/api/openapi")
@ApplicationScoped
public class ApiDocumentResource {

    @Inject
    private ApiDocument document;

    /** The document, with an entity tag that changes with it. */
    @GET
    public Response get(@Context HttpServletRequest http, @Context Request conditions) {
        return form(http).map(form -> answer(form, conditions)).orElseGet(ApiDocumentResource::noSuchForm);
    }

    private static Optional<DocumentForm> form(HttpServletRequest http) {
        Optional<String> name = QueryParameters.read(http.getQueryString()).flatMap(query -> query.first("format"));
        return name.isPresent()
                ? DocumentForm.named(name.get())
                : Optional.of(DocumentForm.wanted(MediaPreference.of(ReadableHeaders.sent(http, HttpHeaders.ACCEPT))));
    }

    private Response answer(DocumentForm form, Request conditions) {
        ApiDocument.Written written = document.in(form);
        return Optional.ofNullable(conditions.evaluatePreconditions(written.tag()))
                .orElseGet(() -> Response.ok(written.bytes(), form.mediaType()).tag(written.tag()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static Response noSuchForm() {
        return Problem.of(Response.Status.BAD_REQUEST, "format must be json or yaml.")
                .response()
                .build();
    }
}
