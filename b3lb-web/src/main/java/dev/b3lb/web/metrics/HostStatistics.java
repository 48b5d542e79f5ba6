package dev.b3lb.web.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** {@code /b3lb/stats}: the statistics of all tenants, or on a tenant's host those of the tenant. */
@Path("b3lb/stats")
@ApplicationScoped
public class HostStatistics {

    @Inject
    private Admission admission;

    @Inject
    private StatisticsAnswers statistics;

    /** They, or why they are not told; HEAD is the same without them. */
    @GET
    public Response get(@Context HttpServletRequest request) {
        return statistics.of(admission.ofHost(request), request);
    }
}
