package dev.b3lb.operations;

import dev.b3lb.configuration.Configurations;
import dev.b3lb.management.OperationRefused.Reason;
import dev.b3lb.meeting.EndReply;
import dev.b3lb.meeting.ForcedEnds;
import dev.b3lb.meeting.MeetingPlace;
import dev.b3lb.meeting.MeetingPlaces;
import dev.b3lb.meeting.PlacedMeeting;
import dev.b3lb.tenant.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.function.Function;

/** Ending single meetings. */
@ApplicationScoped
public class EndOperations implements OperationGroup {

    private final Configurations configurations;
    private final MeetingPlaces places;
    private final ForcedEnds ends;
    private final ConfigurationFinder finder;
    private final ChangeLog changes;
    private final Transactions transactions;

    @Inject
    EndOperations(
            Configurations configurations,
            MeetingPlaces places,
            ForcedEnds ends,
            ConfigurationFinder finder,
            ChangeLog changes,
            Transactions transactions) {
        this.configurations = configurations;
        this.places = places;
        this.ends = ends;
        this.finder = finder;
        this.changes = changes;
        this.transactions = transactions;
    }

    @Override
    public Map<String, Function<OperationCall, JsonValue>> operations() {
        return Map.of("endmeeting", this::end);
    }

    private JsonValue end(OperationCall call) {
        Account account = account(call.arguments());
        String meetingId = call.arguments().text("meeting-id");
        MeetingPlace place = places.find(account, meetingId)
                .orElseThrow(() -> RefusedException.absent(
                        "%s has no running meeting %s; meetings lists them.".formatted(account.label(), meetingId)));
        boolean force = call.arguments().truth("force").orElse(false);
        ForcedEnds.Ended ended = ends.endIf(place.meeting(), reply -> force || reply.over());
        requireOver(ended, place, force);
        return transactions.inOne(() -> recorded(call, account, place, ended));
    }

    /** The account as calls know it; one that was added a moment ago may not be known yet, and has no meetings. */
    private Account account(Arguments arguments) {
        String slug = ConfigurationFinder.tenantSlug(arguments.text("tenant-slug"));
        int subId = arguments.number("sub-id").orElseThrow();
        return configurations.current().account(slug, subId).orElseThrow(() -> {
            transactions.inOne(() -> finder.secret(finder.tenant(slug), subId)); // says which of both is missing
            return RefusedException.absent(slug + " has no running meetings with sub id " + subId + ".");
        });
    }

    private static void requireOver(ForcedEnds.Ended ended, MeetingPlace place, boolean force) {
        EndReply reply = ended.reply();
        String node = place.node().slug();
        if (!force && reply.kind() == EndReply.Kind.REFUSED) {
            throw RefusedException.conflict("Node %s does not end it: %s. Nothing was changed; force closes it here."
                    .formatted(node, reply.words()));
        }
        if (!force && !reply.over()) {
            throw new RefusedException(
                    Reason.UNAVAILABLE,
                    "Node %s does not answer: %s. Nothing was changed; force closes it here."
                            .formatted(node, reply.words()));
        }
        if (!ended.closed()) {
            throw RefusedException.conflict(
                    "The meeting has just been begun anew, or could not be closed here; meetings"
                            + " shows how it is now.");
        }
    }

    private JsonObject recorded(OperationCall call, Account account, MeetingPlace place, ForcedEnds.Ended ended) {
        PlacedMeeting meeting = place.meeting();
        JsonObject before = Json.createObjectBuilder()
                .add("id", meeting.id().toString())
                .add("meeting-id", meeting.meetingId())
                .add("node", place.node().slug())
                .build();
        JsonObject after = Json.createObjectBuilder(before)
                .add("confirmed", ended.confirmed())
                .add("reply", ended.reply().words())
                .build();
        changes.record(call, "meeting " + meeting.meetingId() + " of " + account.label(), before, after);
        return after;
    }
}
