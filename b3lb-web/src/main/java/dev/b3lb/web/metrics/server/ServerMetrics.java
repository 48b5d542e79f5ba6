package dev.b3lb.web.metrics.server;

import dev.b3lb.bbb.QueryParameters;
import dev.b3lb.web.login.Refusal;
import dev.b3lb.web.metrics.Admission;
import dev.b3lb.web.metrics.Answers;
import io.smallrye.metrics.MetricsRequestHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code /b3lb/metrics/server}: what MicroProfile Metrics tells of this server alone, in Prometheus' text. As its
 * specification has it, the parameters {@code scope} and {@code name} ask for less.
 */
@Path("b3lb/metrics/server")
@ApplicationScoped
public class ServerMetrics {

    private static final String PATH = "/metrics";
    private static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    /** What scopes and metrics may be called; the library logs others as they come. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

    @Inject
    private Admission admission;

    @Inject
    private Answers answers;

    @Inject
    private PoolMetrics pools;

    @Inject
    private MetricsRequestHandler library;

    /** They, or why they are not told; HEAD is the same without them. */
    @GET
    public Response get(@Context HttpServletRequest request) {
        return admission.objection(request).map(Refusal::response).orElseGet(() -> figures(request));
    }

    private Response figures(HttpServletRequest request) {
        Text text = text(parameters(request));
        return text.status() == Response.Status.OK.getStatusCode()
                ? answers.small(
                        request,
                        CONTENT_TYPE,
                        () -> out -> out.write(text.content().getBytes(StandardCharsets.UTF_8)))
                : new Refusal.Absent("There are no such scope and metric.").response();
    }

    private record Text(int status, String content) {}

    private Text text(Map<String, String[]> parameters) {
        pools.refresh();
        Text[] answer = new Text[1];
        try {
            library.handleRequest(
                    PATH,
                    PATH,
                    "GET",
                    Stream.of("text/plain"),
                    parameters,
                    (status, content, headers) -> answer[0] = new Text(status, content));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return answer[0];
    }

    private static Map<String, String[]> parameters(HttpServletRequest request) {
        QueryParameters query = QueryParameters.read(request.getQueryString()).orElseGet(QueryParameters::none);
        return Stream.of("scope", "name")
                .filter(name -> query.first(name).isPresent())
                .collect(Collectors.toMap(name -> name, name ->
                        new String[] {readable(query.first(name).orElseThrow())}));
    }

    private static String readable(String value) {
        return NAME.matcher(value).matches() ? value : "-";
    }
}
