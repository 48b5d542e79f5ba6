package dev.b3lb.metrics;

import dev.b3lb.configuration.Configurations;
import dev.b3lb.meeting.PlacedMeeting;
import dev.b3lb.tenant.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** What is going on, by front end: the server's name and the kind of program that it tells when it creates a meeting. */
@ApplicationScoped
public class Statistics {

    private final Configurations configurations;
    private final RunningMeetings meetings;

    @Inject
    Statistics(Configurations configurations, RunningMeetings meetings) {
        this.configurations = configurations;
        this.meetings = meetings;
    }

    /** By the tenant's slug, then by {@code bbb-origin-server-name} and {@code bbb-origin}; also who has no meetings. */
    public SortedMap<String, SortedMap<String, SortedMap<String, Figures>>> global() {
        SortedMap<String, SortedMap<String, SortedMap<String, Figures>>> tenants = new TreeMap<>();
        configurations.current().tenants().forEach(tenant -> tenants.put(tenant.slug(), ofTenant(tenant.id())));
        return tenants;
    }

    /** Of all secrets of a tenant, by {@code bbb-origin-server-name} and {@code bbb-origin}. */
    public SortedMap<String, SortedMap<String, Figures>> ofTenant(UUID tenantId) {
        return of(configurations.current().accountsOfTenant(tenantId).stream());
    }

    /** Of one secret, by {@code bbb-origin-server-name} and {@code bbb-origin}. */
    public SortedMap<String, SortedMap<String, Figures>> ofSecret(Account account) {
        return of(Stream.of(account));
    }

    private SortedMap<String, SortedMap<String, Figures>> of(Stream<Account> accounts) {
        SortedMap<String, SortedMap<String, Figures>> servers = new TreeMap<>();
        accounts.flatMap(account -> meetings.of(account.id()))
                .map(PlacedMeeting::presence)
                .forEach(presence -> servers.computeIfAbsent(presence.originServerName(), name -> new TreeMap<>())
                        .merge(presence.origin(), Figures.of(presence), Figures::plus));
        return servers;
    }
}
