package dev.b3lb.operations;

import dev.b3lb.branding.AssetCheck;
import dev.b3lb.branding.AssetFile;
import dev.b3lb.branding.AssetKind;
import dev.b3lb.branding.AssetLinks;
import dev.b3lb.branding.AssetStore;
import dev.b3lb.branding.AssetVerdict;
import dev.b3lb.branding.StoredAsset;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Optional;

/** What operators are told about tenants' files; never their contents. */
@ApplicationScoped
public class AssetReports {

    private final AssetStore store;
    private final AssetLinks links;
    private final AssetCheck check = new AssetCheck();

    @Inject
    AssetReports(AssetStore store, AssetLinks links) {
        this.store = store;
        this.links = links;
    }

    JsonValue assets(Optional<String> tenantSlug, Optional<AssetKind> kind, Page page) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        store.files(tenantSlug, kind, page.offset(), page.limit())
                .forEach(row -> all.add(json(row.tenantSlug(), row.file())));
        return all.build();
    }

    JsonObject json(String tenantSlug, AssetFile file) {
        return Json.createObjectBuilder()
                .add("tenant-slug", tenantSlug)
                .add("kind", file.kind().word())
                .addAll(described(file))
                .add("changed-at", file.changedAt().toString())
                .add("version", file.version())
                .add("link", links.link(tenantSlug, file.kind()))
                .build();
    }

    /** For the record of a change. */
    static JsonObject audited(AssetFile file) {
        return described(file).build();
    }

    private static JsonObjectBuilder described(AssetFile file) {
        return Json.createObjectBuilder()
                .add("file-name", file.fileName())
                .add("media-type", file.mediaType())
                .add("size", file.size())
                .add("digest", file.digest());
    }

    /** The slides that no node could use. They are read one after the other, each as large as a slide may be. */
    JsonValue badSlides() {
        JsonArrayBuilder bad = Json.createArrayBuilder();
        store.files(Optional.empty(), Optional.of(AssetKind.SLIDE), 0, Integer.MAX_VALUE)
                .forEach(row -> problem(row)
                        .ifPresent(problem -> bad.add(Json.createObjectBuilder()
                                .add("tenant-slug", row.tenantSlug())
                                .add("file", row.file().fileName())
                                .add("problem", problem))));
        return bad.build();
    }

    private Optional<String> problem(AssetStore.TenantFile row) {
        Optional<String> size =
                check.size(AssetKind.SLIDE, row.file().fileName(), row.file().size());
        return size.isPresent()
                ? size
                : store.read(row.tenantId(), AssetKind.SLIDE).flatMap(this::problem);
    }

    private Optional<String> problem(StoredAsset slide) {
        if (!AssetStore.digest(slide.content()).equals(slide.file().digest())) {
            return Optional.of("Its content is not the one that was stored; set it anew.");
        }
        AssetVerdict verdict = check.check(AssetKind.SLIDE, slide.file().fileName(), slide.content());
        return verdict instanceof AssetVerdict.Refused refused ? Optional.of(refused.sentence()) : Optional.empty();
    }
}
