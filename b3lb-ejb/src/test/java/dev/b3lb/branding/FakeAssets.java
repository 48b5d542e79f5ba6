package dev.b3lb.branding;

import dev.b3lb.meter.SomeMeters;
import dev.b3lb.settings.SomeSettings;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tenants' files in memory, in place of a configuration and a database. */
public final class FakeAssets extends AssetStore implements Brandings {

    private final Map<UUID, Map<AssetKind, StoredAsset>> assets = new HashMap<>();
    private boolean away;
    private int reads;

    /** No files at all. */
    public FakeAssets() {
        super(null);
    }

    /** Gives a tenant a file, in place of the one that it has. */
    public AssetFile put(UUID tenantId, AssetKind kind, String fileName, byte[] content) {
        AssetFile file = new AssetFile(
                kind, fileName, "application/x", content.length, digest(content), Instant.ofEpochSecond(1_000), 0);
        assets.computeIfAbsent(tenantId, id -> new HashMap<>()).put(kind, new StoredAsset(file, content));
        return file;
    }

    /** From now on contents cannot be read. */
    public void away() {
        away = true;
    }

    /** How often a content was read. */
    public int reads() {
        return reads;
    }

    /** What calls ask, over these files. */
    public Brand brand() {
        return new Brand(
                this,
                new AssetLinks(SomeSettings.with()),
                new SlideModules(new AssetContents(this, SomeMeters.meters()), SomeMeters.meters()));
    }

    @Override
    public Branding branding(UUID tenantId) {
        return new Branding(assets.getOrDefault(tenantId, Map.of()).values().stream()
                .map(StoredAsset::file)
                .toList());
    }

    @Override
    public Optional<StoredAsset> read(UUID tenantId, AssetKind kind) {
        reads++;
        if (away) {
            throw new IllegalStateException("no database");
        }
        return Optional.ofNullable(assets.getOrDefault(tenantId, Map.of()).get(kind));
    }
}
