package dev.b3lb.metrics;

import dev.b3lb.tenant.Account;
import java.util.SortedMap;
import java.util.UUID;

/** What is going on, by front end. */
public interface Statistics {

    record Figures(int participants, int listeners, int voiceParticipants, int moderators, int videos, int meetings) {}

    /** By tenant slug, then bbb-origin-server-name, then bbb-origin; tenants without meetings have an empty object. */
    SortedMap<String, SortedMap<String, SortedMap<String, Figures>>> global();

    SortedMap<String, SortedMap<String, Figures>> ofTenant(UUID tenantId);

    SortedMap<String, SortedMap<String, Figures>> ofSecret(Account account);
}
