package dev.b3lb.user;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.b3lb.server.OneAtATime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jdbi.v3.core.Jdbi;

/** Notes when tokens were last used, about to the minute, and without ever holding up who uses one. */
@ApplicationScoped
public class TokenUses {

    private static final Duration EXACTNESS = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final Jdbi jdbi;
    private final Executor executor;
    private final OneAtATime writing = new OneAtATime("Noting uses of tokens");
    private final Set<UUID> unwritten = ConcurrentHashMap.newKeySet();
    private final Cache<UUID, Boolean> noted =
            Caffeine.newBuilder().expireAfterWrite(EXACTNESS).maximumSize(MOST).build();

    @Inject
    TokenUses(Jdbi jdbi, Executor executor) {
        this.jdbi = jdbi;
        this.executor = executor;
    }

    /** Notes that a token is used now. Returns at once. */
    void used(UUID token) {
        if (noted.asMap().putIfAbsent(token, true) == null) {
            unwritten.add(token);
            writing.run(executor, this::write);
        }
    }

    private void write() {
        while (!unwritten.isEmpty()) {
            UUID[] tokens = unwritten.toArray(UUID[]::new);
            jdbi.useHandle(handle -> handle.createUpdate("""
                            update admin_token set last_used_at = now()
                            where id = any(:tokens) and (last_used_at is null or last_used_at < now() - interval '50 s')""")
                    .bindArray("tokens", UUID.class, (Object[]) tokens)
                    .execute());
            unwritten.removeAll(Set.of(tokens));
        }
    }
}
