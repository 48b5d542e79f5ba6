package dev.b3lb.operations;

import static jakarta.json.stream.JsonCollectors.toJsonArray;

import dev.b3lb.configuration.Configurations;
import dev.b3lb.polling.Orphan;
import dev.b3lb.polling.OrphanedMeetings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Looking at meetings that were not created here. */
@ApplicationScoped
public class OrphanOperations implements OperationGroup {

    private final OrphanedMeetings orphans;
    private final Configurations configurations;

    @Inject
    OrphanOperations(OrphanedMeetings orphans, Configurations configurations) {
        this.orphans = orphans;
        this.configurations = configurations;
    }

    @Override
    public Map<String, Function<OperationCall, JsonValue>> operations() {
        return Map.of("orphans", this::orphans);
    }

    private JsonValue orphans(OperationCall call) {
        Page page = Page.of(call.arguments());
        Optional<String> node = call.arguments().optional("node");
        node.filter(slug -> !isNode(slug)).ifPresent(slug -> {
            throw RefusedException.absent("There is no node " + slug + "; servers lists all.");
        });
        return orphans.oldest(node, call.arguments().optional("internal-id"), page.offset(), page.limit()).stream()
                .map(orphan -> (JsonValue) json(orphan))
                .collect(toJsonArray());
    }

    private boolean isNode(String slug) {
        return configurations.current().nodes().stream()
                .anyMatch(node -> node.slug().equals(slug));
    }

    private static JsonObject json(Orphan orphan) {
        return Json.createObjectBuilder()
                .add("node", orphan.node())
                .add("meeting-id", orphan.meetingId())
                .add("internal-id", orphan.internalMeetingId())
                .add("name", orphan.name())
                .add("attendees", orphan.attendees())
                .add("since", orphan.firstSeenAt().toString())
                .build();
    }
}
