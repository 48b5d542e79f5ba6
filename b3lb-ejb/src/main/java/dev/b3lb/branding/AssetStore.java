package dev.b3lb.branding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Tenants' files in the database. */
@ApplicationScoped
public class AssetStore {

    private static final String COLUMNS = "kind, file_name, media_type, size, digest, changed_at, version";

    /** A file of some tenant, without its content; public because Jdbi builds it. */
    public record TenantFile(
            UUID tenantId, String tenantSlug, @Nested AssetFile file) {}

    private final Jdbi jdbi;

    @Inject
    AssetStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The file of a kind with its content, as it is now. */
    public Optional<StoredAsset> read(UUID tenantId, AssetKind kind) {
        return one(StoredAsset.class, COLUMNS + ", content", tenantId, kind, "");
    }

    /** The file of a kind without its content, as it stays until the end of the transaction. */
    @Transactional(TxType.MANDATORY)
    public Optional<AssetFile> locked(UUID tenantId, AssetKind kind) {
        return one(AssetFile.class, COLUMNS, tenantId, kind, " for update");
    }

    private <T> Optional<T> one(Class<T> type, String columns, UUID tenantId, AssetKind kind, String lock) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + columns + " from asset where tenant_id = :tenant and kind = :kind" + lock)
                .bind("tenant", tenantId)
                .bind("kind", kind.name())
                .map(ConstructorMapper.of(type))
                .findOne());
    }

    /**
     * Files without their contents, by tenant and kind.
     *
     * @param tenantSlug only this tenant's
     * @param kind only those of this kind
     * @param offset how many are left out before the first
     * @param most how many at the most
     */
    public List<TenantFile> files(Optional<String> tenantSlug, Optional<AssetKind> kind, int offset, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select tenant_id, t.slug as tenant_slug, kind, file_name, media_type, size, digest, changed_at,
                            asset.version
                        from asset join tenant t on t.id = tenant_id
                        where (cast(:slug as text) is null or t.slug = :slug)
                          and (cast(:kind as text) is null or kind = :kind)
                        order by t.slug, kind offset :offset limit :most""")
                .bind("slug", tenantSlug.orElse(null))
                .bind("kind", kind.map(Enum::name).orElse(null))
                .bind("offset", offset)
                .bind("most", most)
                .map(ConstructorMapper.of(TenantFile.class))
                .list());
    }

    /** How large all contents are together, in bytes. */
    public long bytes() {
        return jdbi.withHandle(handle -> handle.createQuery("select coalesce(sum(size), 0) from asset")
                .mapTo(Long.class)
                .one());
    }

    /** Stores a file in place of the one of that kind, if there is one. */
    @Transactional(TxType.MANDATORY)
    public AssetFile put(UUID tenantId, AssetKind kind, String fileName, String mediaType, byte[] content) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        insert into asset (id, version, tenant_id, kind, file_name, media_type, content, size, digest)
                        values (:id, 0, :tenant, :kind, :file_name, :media_type, :content, :size, :digest)
                        on conflict (tenant_id, kind) do update
                        set version = asset.version + 1, file_name = excluded.file_name,
                            media_type = excluded.media_type, content = excluded.content, size = excluded.size,
                            digest = excluded.digest, changed_at = now()
                        returning kind, file_name, media_type, size, digest, changed_at, version""")
                .bind("id", UUID.randomUUID())
                .bind("tenant", tenantId)
                .bind("kind", kind.name())
                .bind("file_name", fileName)
                .bind("media_type", mediaType)
                .bind("content", content)
                .bind("size", content.length)
                .bind("digest", digest(content))
                .map(ConstructorMapper.of(AssetFile.class))
                .one());
    }

    /** Takes a file away. */
    @Transactional(TxType.MANDATORY)
    public void remove(UUID tenantId, AssetKind kind) {
        jdbi.useHandle(
                handle -> handle.execute("delete from asset where tenant_id = ? and kind = ?", tenantId, kind.name()));
    }

    /** SHA-256 in hex. */
    public static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
