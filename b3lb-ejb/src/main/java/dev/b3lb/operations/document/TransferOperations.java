package dev.b3lb.operations.document;

import static jakarta.json.stream.JsonCollectors.toJsonArray;

import dev.b3lb.branding.AssetStore;
import dev.b3lb.management.Catalogue;
import dev.b3lb.management.OperationRefused.Reason;
import dev.b3lb.management.Parameter;
import dev.b3lb.operations.Arguments;
import dev.b3lb.operations.Base64Text;
import dev.b3lb.operations.ChangeLog;
import dev.b3lb.operations.OperationCall;
import dev.b3lb.operations.OperationGroup;
import dev.b3lb.operations.RefusedException;
import dev.b3lb.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The whole configuration as one document: out, and in again, here or elsewhere. */
@ApplicationScoped
public class TransferOperations implements OperationGroup {

    /** Thousands of things are made one after the other. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** As base64 they still fit into a document that import takes. */
    private static final long MOST_BYTES_OF_FILES = 20L << 20;

    private final Catalogue catalogue = Catalogue.load();
    private final ConfigurationDocument document;
    private final DocumentApplication application;
    private final AssetStore assets;
    private final ChangeLog changes;
    private final LongTransactions transactions;
    private final NodeUrls urls;

    @Inject
    TransferOperations(
            ConfigurationDocument document,
            DocumentApplication application,
            AssetStore assets,
            ChangeLog changes,
            LongTransactions transactions,
            Settings settings) {
        this.document = document;
        this.application = application;
        this.assets = assets;
        this.changes = changes;
        this.transactions = transactions;
        this.urls = new NodeUrls(settings);
    }

    @Override
    public Map<String, Function<OperationCall, JsonValue>> operations() {
        return Map.of("export", this::export, "import", this::imported);
    }

    private JsonValue export(OperationCall call) {
        boolean withFiles = call.arguments().truth("assets").orElse(true);
        boolean withSecrets = call.arguments().truth("secrets").orElse(true);
        JsonObject whole = transactions.inOne(LONGEST, () -> {
            if (withFiles) {
                requireSmallFiles();
            }
            changes.recordReveal(
                    call,
                    "the configuration",
                    Json.createObjectBuilder()
                            .add("secrets", withSecrets)
                            .add("assets", withFiles)
                            .build());
            return document.read(withFiles);
        });
        JsonObject told = withSecrets ? whole : DocumentSecrets.removed(catalogue, whole);
        return call.arguments()
                .optional("format")
                .map(format -> (JsonValue) Json.createObjectBuilder()
                        .add("document", format.equals("yaml") ? DocumentText.yaml(told) : DocumentText.json(told))
                        .build())
                .orElse(told);
    }

    private void requireSmallFiles() {
        long bytes = assets.bytes();
        if (bytes > MOST_BYTES_OF_FILES) {
            throw RefusedException.conflict(
                    ("Tenants' slides, logos and style sheets have %,d bytes together; a document"
                                    + " holds %,d at the most. Give assets=false, and look after the files by themselves.")
                            .formatted(bytes, MOST_BYTES_OF_FILES));
        }
    }

    private JsonValue imported(OperationCall call) {
        Arguments arguments = call.arguments();
        JsonObject wanted = DocumentText.read(Base64Text.decode("file", arguments.text("file"), mostBytes(call))
                .orElseThrow(() -> new RefusedException("The document is too large; nothing was changed.")));
        requireForm(wanted);
        DocumentItems items = DocumentItems.of(catalogue, urls.asStored(wanted));
        boolean dryRun = arguments.truth("dry-run").orElse(false);
        return transactions.inOne(LONGEST, () -> {
            long version = dryRun ? changes.version() : changes.lockedVersion();
            requireVersion(arguments, version);
            if (items.hasFiles()) {
                requireSmallFiles();
            }
            DocumentDifference difference = DocumentDifference.between(
                    DocumentItems.of(catalogue, document.read(items.hasFiles())),
                    items,
                    arguments.truth("delete-missing").orElse(false));
            if (!dryRun) {
                application.apply(call, difference);
            }
            return told(difference, version, dryRun);
        });
    }

    private static int mostBytes(OperationCall call) {
        return call.operation()
                .parameter("file")
                .flatMap(Parameter::file)
                .map(Parameter.FileRule::mostBytes)
                .orElseThrow();
    }

    private static void requireForm(JsonObject wanted) {
        if (!wanted.containsKey(DocumentItems.FORM)
                || !wanted.get(DocumentItems.FORM).toString().equals(Integer.toString(ConfigurationDocument.FORM))) {
            throw new RefusedException("The document must say 'b3lb: " + ConfigurationDocument.FORM
                    + "', as those do that export makes; nothing was changed.");
        }
    }

    private static void requireVersion(Arguments arguments, long version) {
        arguments
                .optional("configuration-version")
                .filter(expected -> !expected.equals(Long.toString(version)))
                .ifPresent(expected -> {
                    throw new RefusedException(
                            Reason.STALE,
                            "The configuration has been changed since; look at the difference again. Nothing was changed.");
                });
    }

    private JsonObject told(DocumentDifference difference, long version, boolean dryRun) {
        return Json.createObjectBuilder()
                .add("applied", !dryRun)
                .add("added", difference.count(DocumentChange.Kind.ADD))
                .add("changed", difference.count(DocumentChange.Kind.CHANGE))
                .add("removed", difference.count(DocumentChange.Kind.REMOVE))
                .add("unchanged", difference.unchanged())
                .add("configuration-version", Long.toString(version))
                .add(
                        "differences",
                        difference.changes().stream()
                                .map(change -> (JsonValue) change.json(hidden(change)))
                                .collect(toJsonArray()))
                .build();
    }

    private Set<String> hidden(DocumentChange change) {
        return change.item().fields().keySet().stream()
                .filter(field -> change.item().section().isHidden(catalogue, field))
                .collect(Collectors.toSet());
    }
}
