package dev.b3lb.operations;

import dev.b3lb.branding.AssetCheck;
import dev.b3lb.branding.AssetFile;
import dev.b3lb.branding.AssetKind;
import dev.b3lb.branding.AssetName;
import dev.b3lb.branding.AssetStore;
import dev.b3lb.branding.AssetVerdict;
import dev.b3lb.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Tenants' slides, logos and style sheets. */
@ApplicationScoped
public class AssetOperations implements OperationGroup {

    private final ConfigurationFinder finder;
    private final ChangeLog changes;
    private final Transactions transactions;
    private final AssetStore store;
    private final AssetReports reports;
    private final AssetCheck check = new AssetCheck();

    @Inject
    AssetOperations(
            ConfigurationFinder finder,
            ChangeLog changes,
            Transactions transactions,
            AssetStore store,
            AssetReports reports) {
        this.finder = finder;
        this.changes = changes;
        this.transactions = transactions;
        this.store = store;
        this.reports = reports;
    }

    @Override
    public Map<String, Function<OperationCall, JsonValue>> operations() {
        return Map.of(
                "setasset", this::setAsset,
                "removeasset", call -> transactions.inOne(() -> removeAsset(call)),
                "assets", call -> transactions.inOne(() -> assets(call)),
                "checkslides", call -> reports.badSlides());
    }

    /** A file whose type has been found to be right. */
    private record Upload(AssetKind kind, String name, String mediaType, byte[] content) {}

    private JsonValue setAsset(OperationCall call) {
        Upload upload = checked(call.arguments());
        return transactions.inOne(() -> store(call, upload));
    }

    private Upload checked(Arguments arguments) {
        AssetKind kind = AssetKind.ofWord(arguments.text("kind"));
        String fileName = name(arguments.text("file-name"));
        byte[] content = Base64Text.decode("file", arguments.text("file"), kind.mostBytes())
                .orElseThrow(() -> new RefusedException("%s is too large; a %s may have %s at most."
                        .formatted(fileName, kind.word(), kind.mostInWords())));
        AssetVerdict verdict = check.check(kind, fileName, content);
        if (verdict instanceof AssetVerdict.Fine fine) {
            return new Upload(kind, shownName(arguments, fileName), fine.mediaType(), content);
        }
        throw new RefusedException(((AssetVerdict.Refused) verdict).sentence());
    }

    private static String shownName(Arguments arguments, String fileName) {
        return arguments
                .optional("name")
                .filter(wish -> !wish.isBlank())
                .map(wish -> name(AssetName.shown(name(wish), fileName)))
                .orElse(fileName);
    }

    private static String name(String text) {
        return AssetName.of(text)
                .orElseThrow(() -> new RefusedException("A file's name has 1 to 255 printable characters."));
    }

    private JsonValue store(OperationCall call, Upload upload) {
        Tenant tenant = tenant(call);
        Optional<AssetFile> there = store.locked(tenant.getId(), upload.kind());
        ConfigurationFinder.requireVersion(call, there.map(AssetFile::version));
        JsonObject before = audited(there);
        AssetFile stored =
                store.put(tenant.getId(), upload.kind(), upload.name(), upload.mediaType(), upload.content());
        changes.record(call, subject(upload.kind(), tenant), before, AssetReports.audited(stored));
        return reports.json(tenant.getSlug(), stored);
    }

    private JsonValue removeAsset(OperationCall call) {
        Tenant tenant = tenant(call);
        AssetKind kind = AssetKind.ofWord(call.arguments().text("kind"));
        AssetFile file = store.locked(tenant.getId(), kind)
                .orElseThrow(
                        () -> RefusedException.absent("Tenant " + tenant.getSlug() + " has no " + kind.word() + "."));
        ConfigurationFinder.requireVersion(call, file.version());
        UUID tenantId = tenant.getId();
        store.remove(tenantId, kind);
        changes.record(call, subject(kind, tenant), AssetReports.audited(file), JsonValue.EMPTY_JSON_OBJECT);
        return Json.createObjectBuilder()
                .add("tenant-slug", tenant.getSlug())
                .add("kind", kind.word())
                .add("removed", file.fileName())
                .build();
    }

    private JsonValue assets(OperationCall call) {
        Optional<AssetKind> kind = call.arguments().optional("kind").map(AssetKind::ofWord);
        return reports.assets(tenantSlug(call), kind, Page.of(call.arguments()));
    }

    private Tenant tenant(OperationCall call) {
        return finder.tenant(call.arguments().text("tenant-slug"));
    }

    private Optional<String> tenantSlug(OperationCall call) {
        return call.arguments().optional("tenant-slug").map(slug -> finder.tenant(slug)
                .getSlug());
    }

    private static JsonObject audited(Optional<AssetFile> file) {
        return file.map(AssetReports::audited).orElse(JsonValue.EMPTY_JSON_OBJECT);
    }

    private static String subject(AssetKind kind, Tenant tenant) {
        return kind.word() + " of tenant " + tenant.getSlug();
    }
}
