package dev.b3lb.operations;

import static jakarta.json.stream.JsonCollectors.toJsonArray;

import dev.b3lb.callback.CallbackState;
import dev.b3lb.callback.OutboxEntries;
import dev.b3lb.callback.OutboxEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Looking after calls to addresses that tenants chose. */
@ApplicationScoped
public class CallbackOperations implements OperationGroup {

    private final OutboxEntries entries;
    private final ConfigurationFinder finder;
    private final ChangeLog changes;
    private final Transactions transactions;

    @Inject
    CallbackOperations(
            OutboxEntries entries, ConfigurationFinder finder, ChangeLog changes, Transactions transactions) {
        this.entries = entries;
        this.finder = finder;
        this.changes = changes;
        this.transactions = transactions;
    }

    @Override
    public Map<String, Function<OperationCall, JsonValue>> operations() {
        return Map.of("callbacks", this::callbacks, "retrycallback", this::retry);
    }

    private JsonValue callbacks(OperationCall call) {
        Page page = Page.of(call.arguments());
        Optional<UUID> id = id(call);
        Optional<String> tenant = call.arguments()
                .optional("tenant-slug")
                .map(slug -> transactions.inOne(() -> finder.tenant(slug)).getSlug());
        Optional<CallbackState> state = call.arguments().optional("state").map(CallbackOperations::state);
        return entries.newest(new OutboxEntries.Filter(state, tenant, id), page.offset(), page.limit()).stream()
                .map(entry -> (JsonValue) json(entry))
                .collect(toJsonArray());
    }

    private JsonValue retry(OperationCall call) {
        UUID id = id(call).orElseThrow();
        return transactions.inOne(() -> {
            OutboxEntry before = locked(id);
            entries.putBack(id);
            OutboxEntry after = locked(id);
            changes.record(call, "callback " + id, json(before), json(after));
            return json(after);
        });
    }

    private OutboxEntry locked(UUID id) {
        return entries.locked(id)
                .orElseThrow(() -> RefusedException.absent("There is no callback " + id + "; callbacks lists them."));
    }

    private static Optional<UUID> id(OperationCall call) {
        return call.arguments().id("id", "a callback", "callbacks");
    }

    private static CallbackState state(String word) {
        return CallbackState.valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    private static String word(Enum<?> constant) {
        return constant.name().replace('_', '-').toLowerCase(Locale.ROOT);
    }

    private static JsonObject json(OutboxEntry entry) {
        return Json.createObjectBuilder()
                .add("id", entry.id().toString())
                .add("purpose", word(entry.purpose()))
                .add("tenant-slug", entry.tenant())
                .add("meeting-id", entry.meetingId())
                .add("host", entry.host())
                .add("state", word(entry.state()))
                .add("attempts", entry.attempts())
                .add("created", entry.createdAt().toString())
                .add("next-try", entry.state() == CallbackState.PENDING ? text(Optional.of(entry.nextTryAt())) : "")
                .add("over", text(entry.overAt()))
                .add("last-error", entry.lastError().orElse(""))
                .build();
    }

    private static String text(Optional<Instant> moment) {
        return moment.map(Instant::toString).orElse("");
    }
}
