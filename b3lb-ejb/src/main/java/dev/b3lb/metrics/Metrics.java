package dev.b3lb.metrics;

import dev.b3lb.tenant.Account;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.UUID;

/** The families that are told to scrapers. */
public interface Metrics {

    /** Everything. */
    MetricSnapshots global();

    /** What a tenant is told of all its secrets together. */
    MetricSnapshots ofTenant(UUID tenantId);

    /** What a tenant is told of one secret. */
    MetricSnapshots ofSecret(Account account);
}
