package dev.b3lb.user;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * From which networks names have logged in with their passwords within the last seven days: of each name the last eight.
 * Nobody gets a network in here without the right password.
 */
final class FamiliarNetworks {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final int MOST_NETWORKS = 8;
    private static final int MOST_NAMES = 10_000;

    private final Ticker ticker;
    private final Cache<String, List<Seen>> byName;

    FamiliarNetworks(Ticker ticker) {
        this.ticker = ticker;
        this.byName = Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterWrite(KEPT)
                .maximumSize(MOST_NAMES)
                .build();
    }

    /** A network, and when it was used last. */
    private record Seen(String network, long at) {

        private boolean isOld(long now) {
            return now - at >= KEPT.toNanos();
        }
    }

    /** A name has logged in from a network. */
    void note(String name, String network) {
        long now = ticker.read();
        byName.asMap().compute(name, (same, known) -> withFirst(new Seen(network, now), known));
    }

    private static List<Seen> withFirst(Seen newest, List<Seen> known) {
        Stream<Seen> others = known == null
                ? Stream.empty()
                : known.stream().filter(seen -> !seen.network().equals(newest.network()) && !seen.isOld(newest.at()));
        return Stream.concat(Stream.of(newest), others).limit(MOST_NETWORKS).toList();
    }

    /** Whether it has done so of late. */
    boolean holds(String name, String network) {
        long now = ticker.read();
        List<Seen> known = byName.getIfPresent(name);
        return known != null && known.stream().anyMatch(seen -> seen.network().equals(network) && !seen.isOld(now));
    }
}
