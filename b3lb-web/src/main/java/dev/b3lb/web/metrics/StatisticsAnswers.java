package dev.b3lb.web.metrics;

import dev.b3lb.metrics.Figures;
import dev.b3lb.metrics.Statistics;
import dev.b3lb.web.metrics.Admission.Decision;
import dev.b3lb.web.metrics.Admission.Everything;
import dev.b3lb.web.metrics.Admission.OneSecret;
import dev.b3lb.web.metrics.Admission.Refused;
import dev.b3lb.web.metrics.Admission.WholeTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.SortedMap;

/** Answers requests for statistics, in the JSON that B3LB has for them. */
@ApplicationScoped
public class StatisticsAnswers {

    private final Statistics statistics;
    private final Answers answers;

    @Inject
    StatisticsAnswers(Statistics statistics, Answers answers) {
        this.statistics = statistics;
        this.answers = answers;
    }

    /** What the decision allows. */
    Response of(Decision decision, HttpServletRequest request) {
        if (decision instanceof Refused refused) {
            return refused.refusal().response();
        }
        if (decision instanceof Everything) {
            return answers.large(request, MediaType.APPLICATION_JSON, this::ofEverything);
        }
        return answers.small(request, MediaType.APPLICATION_JSON, () -> ofTenant(decision));
    }

    private StreamingOutput ofEverything() {
        var tenants = statistics.global();
        return out -> StatisticsJson.writeTenants(tenants, out);
    }

    private StreamingOutput ofTenant(Decision decision) {
        SortedMap<String, SortedMap<String, Figures>> servers = decision instanceof OneSecret one
                ? statistics.ofSecret(one.account())
                : statistics.ofTenant(((WholeTenant) decision).tenantId());
        return out -> StatisticsJson.writeServers(servers, out);
    }
}
