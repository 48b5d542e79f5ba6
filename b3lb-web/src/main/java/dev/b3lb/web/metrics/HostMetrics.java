package dev.b3lb.web.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** {@code /b3lb/metrics}: the metrics of everything, or on a tenant's host those of the tenant. */
@Path("b3lb/metrics")
@ApplicationScoped
public class HostMetrics {

    @Inject
    private Admission admission;

    @Inject
    private MetricsAnswers metrics;

    /** They, or why they are not told; HEAD is the same without them. */
    @GET
    public Response get(@Context HttpServletRequest request) {
        return metrics.of(admission.ofHost(request), request);
    }
}
