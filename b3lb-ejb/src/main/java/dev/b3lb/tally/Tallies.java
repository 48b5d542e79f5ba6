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

    private final Map<TallyKey, Tally> sums = new ConcurrentHashMap<>();

    /** What was counted for a key, if anything ever was. */
    public Optional<Tally> of(TallyKey key) {
        return Optional.ofNullable(sums.get(key));
    }

    /** What was counted for a tenant as a whole, with secrets that were removed: a sum does not shrink by that. */
    public Tally ofTenant(UUID tenantId) {
        return sums.entrySet().stream()
                .filter(entry -> entry.getKey().tenantId().equals(tenantId))
                .map(Map.Entry::getValue)
                .reduce(Tally.NONE, Tally::plus);
    }

    /** Takes in newer sums. */
    public void put(Collection<TallyStore.Stored> changed) {
        changed.forEach(stored -> sums.put(stored.key(), stored.tally()));
    }

    /** Forgets tenants that are not in the configuration any more. */
    public void retain(Set<UUID> tenants) {
        sums.keySet().removeIf(key -> !tenants.contains(key.tenantId()));
    }
}
