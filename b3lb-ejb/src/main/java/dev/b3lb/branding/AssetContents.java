package dev.b3lb.branding;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.b3lb.meter.CacheMeter;
import dev.b3lb.meter.CacheName;
import dev.b3lb.meter.Meters;
import dev.b3lb.server.Breaker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Contents of tenants' files, in memory up to a bound; the rest is read when it is asked for. */
@ApplicationScoped
public class AssetContents {

    private static final Logger LOG = Logger.getLogger(AssetContents.class);

    private static final long MOST_BYTES = 64L << 20;
    private static final int ENTRY_BYTES = 500;
    private static final Duration DATABASE_LEFT_ALONE = Duration.ofSeconds(2);

    /** What became of the wish for a content. */
    public sealed interface Answer {}

    /**
     * There it is.
     *
     * @param asset content and description of the same moment; the file may be newer than the one that was asked for
     */
    public record Found(StoredAsset asset) implements Answer {}

    /** The file was taken away meanwhile. */
    public record Gone() implements Answer {}

    /** It is not in memory, and the database does not answer. */
    public record Away() implements Answer {}

    /** One state of a tenant's file: a new content is another key, so that an old one is never given for it. */
    private record Key(UUID tenantId, AssetFile file) {}

    private final AssetStore store;
    private final CacheMeter meter;
    private final Breaker database = new Breaker(DATABASE_LEFT_ALONE, System::nanoTime);
    private final Cache<Key, StoredAsset> cache = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Key key, StoredAsset asset) -> ENTRY_BYTES + asset.content().length)
            .build();

    @Inject
    AssetContents(AssetStore store, Meters meters) {
        this.store = store;
        this.meter = meters.cache(CacheName.ASSETS);
    }

    /** The content of a file as the configuration describes it. Costs no SQL when it is in memory. */
    public Answer of(UUID tenantId, AssetFile file) {
        Key key = new Key(tenantId, file);
        StoredAsset held = cache.getIfPresent(key);
        meter.asked(held != null);
        return held == null ? read(key) : new Found(held);
    }

    private Answer read(Key key) {
        if (!database.mayTry()) {
            return new Away();
        }
        try {
            // Those who want the same wait for one of them to read it
            StoredAsset read = cache.get(
                    key, wanted -> store.read(wanted.tenantId(), wanted.file().kind())
                            .orElse(null));
            database.succeeded();
            return read == null ? new Gone() : new Found(read);
        } catch (RuntimeException away) {
            if (database.failed()) {
                LOG.warnf("Files of tenants cannot be read from the database: %s", away.toString());
            }
            return new Away();
        }
    }
}
