package dev.b3lb.metrics;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;

import dev.b3lb.configuration.Configuration;
import dev.b3lb.configuration.Configurations;
import dev.b3lb.meeting.PlacedMeeting;
import dev.b3lb.meter.Meters;
import dev.b3lb.tenant.Account;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The families that are told to scrapers, from memory alone. What is told of secrets and nodes is the same on every
 * server; what is a server's own carries its name as a label.
 */
@ApplicationScoped
public class Metrics {

    private final Configurations configurations;
    private final RunningMeetings meetings;
    private final SecretRows rows;
    private final PoolFamilies pool;
    private final ServerFamilies server;
    private final Meters meters;

    @Inject
    Metrics(
            Configurations configurations,
            RunningMeetings meetings,
            SecretRows rows,
            PoolFamilies pool,
            ServerFamilies server,
            Meters meters) {
        this.configurations = configurations;
        this.meetings = meetings;
        this.rows = rows;
        this.pool = pool;
        this.server = server;
        this.meters = meters;
    }

    /** Everything. Takes time for each open meeting, secret and node once. */
    public MetricSnapshots global() {
        Configuration current = configurations.current();
        Map<UUID, Figures> figures = meetings.all()
                .collect(groupingBy(
                        PlacedMeeting::secretId,
                        reducing(Figures.NONE, meeting -> Figures.of(meeting.presence()), Figures::plus)));
        return snapshots(Stream.of(
                        SecretFamilies.of(rows.all(current, figures)),
                        pool.of(current),
                        server.families(),
                        meters.snapshots().stream())
                .flatMap(families -> families));
    }

    /** What a tenant is told of all its secrets together. */
    public MetricSnapshots ofTenant(UUID tenantId) {
        List<Account> accounts = configurations.current().accountsOfTenant(tenantId);
        return snapshots(SecretFamilies.of(List.of(rows.ofTenant(tenantId, accounts, figures(accounts)))));
    }

    /** What a tenant is told of one secret. */
    public MetricSnapshots ofSecret(Account account) {
        return snapshots(SecretFamilies.of(List.of(rows.of(account, Labels.EMPTY, figures(List.of(account))))));
    }

    private Figures figures(List<Account> accounts) {
        return accounts.stream()
                .flatMap(account -> meetings.of(account.id()))
                .map(meeting -> Figures.of(meeting.presence()))
                .reduce(Figures.NONE, Figures::plus);
    }

    private static MetricSnapshots snapshots(Stream<MetricSnapshot> families) {
        return new MetricSnapshots(families.toList());
    }
}
