package dev.b3lb.metrics;

import dev.b3lb.tally.Tally;
import dev.b3lb.tenant.Limits;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Optional;

/**
 * What is told of one secret, or of some together. What is empty is left out.
 *
 * @param labels that tell it from others
 * @param figures what is going on
 * @param tally what was counted
 * @param nearest the limits that it meets first
 * @param own its own limits
 * @param tenants its tenant's limits
 */
record SecretRow(
        Labels labels,
        Optional<Figures> figures,
        Optional<Tally> tally,
        Optional<Limits> nearest,
        Optional<Limits> own,
        Optional<Limits> tenants) {}
