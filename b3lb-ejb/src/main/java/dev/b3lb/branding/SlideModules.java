package dev.b3lb.branding;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.b3lb.bbb.PresentationModule;
import dev.b3lb.meter.CacheMeter;
import dev.b3lb.meter.CacheName;
import dev.b3lb.meter.Meters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Slides as creates carry them, ready in memory up to a bound. */
@ApplicationScoped
public class SlideModules {

    /** Larger slides are fetched by the node: BBB's web server and a create's time both have their limits. */
    static final int MOST_INLINE_BYTES = 768 << 10;

    private static final long MOST_BYTES = 32L << 20;
    private static final int ENTRY_BYTES = 500;

    /** One state of a tenant's slide. */
    private record Key(UUID tenantId, AssetFile file) {}

    private final AssetContents contents;
    private final CacheMeter meter;
    private final Cache<Key, PresentationModule> cache = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Key key, PresentationModule module) -> ENTRY_BYTES + module.size())
            .build();

    @Inject
    SlideModules(AssetContents contents, Meters meters) {
        this.contents = contents;
        this.meter = meters.cache(CacheName.SLIDES);
    }

    /** The slide with its content; empty if it is too large for that, or cannot be read now. */
    Optional<PresentationModule> inline(UUID tenantId, AssetFile slide) {
        if (slide.size() > MOST_INLINE_BYTES) {
            return Optional.empty();
        }
        Key key = new Key(tenantId, slide);
        PresentationModule held = cache.getIfPresent(key);
        meter.asked(held != null);
        return held == null ? build(key) : Optional.of(held);
    }

    private Optional<PresentationModule> build(Key key) {
        AssetContents.Answer answer = contents.of(key.tenantId(), key.file());
        if (answer instanceof AssetContents.Found found && found.asset().file().size() <= MOST_INLINE_BYTES) {
            StoredAsset asset = found.asset();
            PresentationModule module = PresentationModule.inline(asset.file().fileName(), asset.content());
            cache.put(key, module);
            return Optional.of(module);
        }
        return Optional.empty();
    }
}
