package dev.b3lb.web.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** {@code /b3lb/t/{tenant}/stats}: the statistics of a tenant, or with a sub id of one of its secrets. */
@Path("b3lb/t/{tenant}/stats")
@ApplicationScoped
public class TenantStatistics {

    @Inject
    private Admission admission;

    @Inject
    private StatisticsAnswers statistics;

    /** They, or why they are not told; HEAD is the same without them. */
    @GET
    public Response get(@PathParam("tenant") String tenant, @Context HttpServletRequest request) {
        return statistics.of(admission.ofTenant(tenant, request), request);
    }
}
