package dev.b3lb.tally;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sums as this server last read them. What it has counted itself is not in them before it is stored, so every server
 * tells the same, and what one has told is never taken back by another.
 */
@ApplicationScoped
public class Tallies {

    /** By tenant and sub id; only one thread writes. */
    private final Map<UUID, Map<Integer, Tally>> sums = new ConcurrentHashMap<>();

    /** What was counted for a key, if anything ever was. */
    public Optional<Tally> of(TallyKey key) {
        return Optional.ofNullable(ofSubIds(key.tenantId()).get(key.subId()));
    }

    /** What was counted for a tenant as a whole, with secrets that were removed: a sum does not shrink by that. */
    public Tally ofTenant(UUID tenantId) {
        return ofSubIds(tenantId).values().stream().reduce(Tally.NONE, Tally::plus);
    }

    private Map<Integer, Tally> ofSubIds(UUID tenantId) {
        return sums.getOrDefault(tenantId, Map.of());
    }

    /** Takes in newer sums. */
    public void put(Collection<TallyStore.Stored> changed) {
        changed.forEach(stored -> sums.computeIfAbsent(stored.key().tenantId(), tenant -> new ConcurrentHashMap<>())
                .put(stored.key().subId(), stored.tally()));
    }

    /** Forgets tenants that are not in the configuration any more. */
    public void retain(Set<UUID> tenants) {
        sums.keySet().retainAll(tenants);
    }
}
