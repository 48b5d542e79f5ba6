package dev.b3lb.operations;

import dev.b3lb.change.ChangeFeed;
import dev.b3lb.change.ChangeSignal;
import dev.b3lb.meeting.ForcedEnds;
import dev.b3lb.meeting.MeetingOwner;
import dev.b3lb.meeting.OwnedMeetings;
import dev.b3lb.meeting.PlacedMeeting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.UUID;

/** Takes away what meetings hang on: only when none of them runs, or by force, which ends them first. */
@ApplicationScoped
public class Removals {

    private final OwnedMeetings meetings;
    private final ForcedEnds ends;
    private final Transactions transactions;
    private final ChangeLog changes;
    private final ChangeFeed feed;
    private final ChangeSignal signal;

    @Inject
    Removals(
            OwnedMeetings meetings,
            ForcedEnds ends,
            Transactions transactions,
            ChangeLog changes,
            ChangeFeed feed,
            ChangeSignal signal) {
        this.meetings = meetings;
        this.ends = ends;
        this.transactions = transactions;
        this.changes = changes;
        this.feed = feed;
        this.signal = signal;
    }

    /** One thing that is to go away. */
    interface Removal {

        /** What it is called, for sentences: {@code Node bbb05}. */
        String title();

        /** Which meetings hang on it. */
        MeetingOwner owner();

        /** Finds it, checks its version and prepares it for the end of its meetings, in a transaction. */
        UUID prepare();

        /** Locks its own row, in a transaction; the rows of its meetings are locked already. */
        void lock();

        /** Deletes it and records that, in a transaction; gives it as it was. */
        JsonObject delete();
    }

    JsonValue remove(OperationCall call, Removal removal) {
        boolean force = call.arguments().truth("force").orElse(false);
        Prepared prepared = transactions.inOne(() -> new Prepared(removal.prepare(), removal.title()));
        UUID id = prepared.id();
        List<ForcedEnds.Ended> ended = force ? end(call, removal.owner(), prepared) : List.of();
        Removed removed = transactions.inOne(() -> delete(removal, id, force));
        ends.endOnNodes(removed.leftOver());
        return Json.createObjectBuilder(removed.before())
                .add("closed", ended.size() + removed.leftOver().size())
                .build();
    }

    private record Prepared(UUID id, String title) {}

    private List<ForcedEnds.Ended> end(OperationCall call, MeetingOwner owner, Prepared prepared) {
        feed.refresh(); // what was prepared is in force here, and soon everywhere
        signal.changed();
        List<ForcedEnds.Ended> ended = ends.end(meetings.running(owner, prepared.id()), false);
        if (!ended.isEmpty()) {
            // By itself, since they are over even if the thing then cannot be taken away
            transactions.inOne(() -> changes.recordEnds(call, "meetings of " + prepared.title(), ended));
        }
        return ended;
    }

    private record Removed(JsonObject before, List<PlacedMeeting> leftOver) {}

    /** What was begun since the others were ended goes away with it. */
    private Removed delete(Removal removal, UUID id, boolean force) {
        meetings.lock(removal.owner(), id);
        removal.lock();
        if (!force) {
            requireNone(removal.title(), meetings.countRunning(removal.owner(), id));
        }
        List<PlacedMeeting> leftOver = meetings.delete(removal.owner(), id);
        return new Removed(removal.delete(), leftOver);
    }

    private static void requireNone(String title, long running) {
        if (running > 0) {
            throw RefusedException.conflict("%s has %d running %s; wait until %s over, or end %s with force."
                    .formatted(
                            title,
                            running,
                            running == 1 ? "meeting" : "meetings",
                            running == 1 ? "it is" : "they are",
                            running == 1 ? "it" : "them"));
        }
    }
}
