package dev.b3lb.operations;

import dev.b3lb.change.ChangeFeed;
import dev.b3lb.change.ChangeSignal;
import dev.b3lb.meeting.ForcedEnds;
import dev.b3lb.meeting.MeetingOwner;
import dev.b3lb.meeting.OwnedMeetings;
import dev.b3lb.meeting.PlacedMeeting;
import dev.b3lb.node.Node;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Freeing a node of everything at once. */
@ApplicationScoped
public class PanicOperations implements OperationGroup {

    private static final int ROUNDS = 3;

    private final ConfigurationFinder finder;
    private final ChangeLog changes;
    private final Transactions transactions;
    private final NodeMaintenance maintenance;
    private final OwnedMeetings meetings;
    private final ForcedEnds ends;
    private final EndReports reports;
    private final ChangeFeed feed;
    private final ChangeSignal signal;

    @Inject
    PanicOperations(
            ConfigurationFinder finder,
            ChangeLog changes,
            Transactions transactions,
            NodeMaintenance maintenance,
            OwnedMeetings meetings,
            ForcedEnds ends,
            EndReports reports,
            ChangeFeed feed,
            ChangeSignal signal) {
        this.finder = finder;
        this.changes = changes;
        this.transactions = transactions;
        this.maintenance = maintenance;
        this.meetings = meetings;
        this.ends = ends;
        this.reports = reports;
        this.feed = feed;
        this.signal = signal;
    }

    @Override
    public Map<String, Function<OperationCall, JsonValue>> operations() {
        return Map.of("panic", this::panic);
    }

    /** Puts the node that is named into maintenance and ends all meetings that we know on it. */
    JsonObject panic(OperationCall call) {
        String slug = call.arguments().text("slug");
        UUID id = transactions.inOne(() -> intoMaintenance(call, slug));
        feed.refresh(); // so that nothing new comes from here, and soon nothing from others
        signal.changed();
        List<ForcedEnds.Ended> ended = endAll(id);
        if (!ended.isEmpty()) {
            transactions.inOne(() -> changes.recordEnds(call, "meetings on node " + slug, ended));
        }
        return EndReports.counted(ended)
                .add("slug", slug)
                .add("unconfirmed", reports.unconfirmed(ended))
                .build();
    }

    /** Others may begin a meeting there until they have heard that it is in maintenance. */
    private List<ForcedEnds.Ended> endAll(UUID node) {
        List<ForcedEnds.Ended> ended = new ArrayList<>();
        List<PlacedMeeting> running = meetings.running(MeetingOwner.NODE, node);
        for (int round = 0; round < ROUNDS && !running.isEmpty(); round++) {
            ended.addAll(ends.end(running, true));
            running = meetings.running(MeetingOwner.NODE, node);
        }
        return ended;
    }

    private UUID intoMaintenance(OperationCall call, String slug) {
        Node node = finder.node(slug);
        maintenance.set(call, List.of(node), true, Optional.empty());
        return node.getId();
    }
}
