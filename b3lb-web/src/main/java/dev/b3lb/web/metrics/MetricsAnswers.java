package dev.b3lb.web.metrics;

import dev.b3lb.metrics.Metrics;
import dev.b3lb.settings.Settings;
import dev.b3lb.web.metrics.Admission.Decision;
import dev.b3lb.web.metrics.Admission.Everything;
import dev.b3lb.web.metrics.Admission.OneSecret;
import dev.b3lb.web.metrics.Admission.Refused;
import dev.b3lb.web.metrics.Admission.WholeTenant;
import dev.b3lb.web.negotiation.MediaPreference;
import dev.b3lb.web.negotiation.ReadableHeaders;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** Answers requests for metrics, in the form that the client wants; with the old names there is one form only. */
@ApplicationScoped
public class MetricsAnswers {

    private final Metrics metrics;
    private final Answers answers;
    private final boolean withOldNames;

    @Inject
    MetricsAnswers(Metrics metrics, Answers answers, Settings settings) {
        this.metrics = metrics;
        this.answers = answers;
        this.withOldNames = settings.get(Settings.METRICS_OLD_NAMES);
    }

    /** What the decision allows. */
    Response of(Decision decision, HttpServletRequest request) {
        if (decision instanceof Refused refused) {
            return refused.refusal().response();
        }
        MetricsForm form = form(request);
        if (decision instanceof Everything) {
            return answers.large(request, form.contentType(), () -> document(form, metrics.global()));
        }
        return answers.small(request, form.contentType(), () -> document(form, ofTenant(decision)));
    }

    private MetricSnapshots ofTenant(Decision decision) {
        return decision instanceof OneSecret one
                ? metrics.ofSecret(one.account())
                : metrics.ofTenant(((WholeTenant) decision).tenantId());
    }

    private MetricsForm form(HttpServletRequest request) {
        return withOldNames
                ? MetricsForm.PROMETHEUS
                : MetricsForm.wanted(MediaPreference.of(ReadableHeaders.sent(request, HttpHeaders.ACCEPT)));
    }

    private StreamingOutput document(MetricsForm form, MetricSnapshots families) {
        return out -> {
            form.write(families, out);
            if (withOldNames) {
                OldNames.write(families, out);
            }
        };
    }
}
