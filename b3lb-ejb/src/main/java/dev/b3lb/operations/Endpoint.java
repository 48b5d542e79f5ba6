package dev.b3lb.operations;

import java.util.Locale;

/**
 * Where a tenant's secret is used.
 *
 * @param label its name in results: {@code ACME-000}
 * @param hostname the host name of its API
 * @param path the path of its API on the base domain
 */
record Endpoint(String label, String hostname, String path) {

    /** Sub id 0 is left out of addresses. */
    static Endpoint of(String tenantSlug, int subId, String baseDomain) {
        String label = "%s-%03d".formatted(tenantSlug, subId);
        String name = (subId == 0 ? tenantSlug : label).toLowerCase(Locale.ROOT);
        return new Endpoint(label, name + "." + baseDomain, "/b3lb/t/" + name + "/bbb/");
    }
}
