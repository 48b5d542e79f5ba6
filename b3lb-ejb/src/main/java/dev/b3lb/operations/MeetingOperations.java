package dev.b3lb.operations;

import static jakarta.json.stream.JsonCollectors.toJsonArray;

import dev.b3lb.meeting.RunningMeeting;
import dev.b3lb.meeting.RunningMeetings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Which meetings run, and how many. */
@ApplicationScoped
public class MeetingOperations implements OperationGroup {

    private final RunningMeetings meetings;
    private final ConfigurationFinder finder;
    private final Transactions transactions;

    @Inject
    MeetingOperations(RunningMeetings meetings, ConfigurationFinder finder, Transactions transactions) {
        this.meetings = meetings;
        this.finder = finder;
        this.transactions = transactions;
    }

    @Override
    public Map<String, Function<OperationCall, JsonValue>> operations() {
        return Map.of("meetings", this::meetings, "meetingstats", call -> stats());
    }

    private JsonValue meetings(OperationCall call) {
        Page page = Page.of(call.arguments());
        return meetings.oldest(transactions.inOne(() -> filter(call.arguments())), page.offset(), page.limit()).stream()
                .map(meeting -> (JsonValue) json(meeting))
                .collect(toJsonArray());
    }

    /** A tenant or a node that is not there is a mistake; that one of them has no meeting is none. */
    private RunningMeetings.Filter filter(Arguments arguments) {
        return new RunningMeetings.Filter(
                arguments.optional("tenant-slug").map(slug -> finder.tenant(slug)
                        .getSlug()),
                arguments.optional("node").map(slug -> finder.node(slug).getSlug()),
                arguments.optional("meeting-id"),
                arguments.id("id", "a meeting", "meetings"));
    }

    private static JsonObject json(RunningMeeting meeting) {
        return Json.createObjectBuilder()
                .add("id", meeting.id().toString())
                .add("tenant-slug", meeting.tenantSlug())
                .add("sub-id", meeting.subId())
                .add("meeting-id", meeting.meetingId())
                .add("internal-id", meeting.internalMeetingId().orElse(""))
                .add("name", meeting.name())
                .add("node", meeting.node())
                .add("state", meeting.state().name())
                .add("created-at", meeting.createdAt().toString())
                .add("breakout", meeting.breakout())
                .add("attendees", meeting.attendees())
                .add("listeners", meeting.listeners())
                .add("voices", meeting.voices())
                .add("videos", meeting.videos())
                .add("moderators", meeting.moderators())
                .build();
    }

    private JsonValue stats() {
        List<RunningMeetings.OfTenant> all = meetings.byTenant();
        JsonObjectBuilder stats = counts(
                all.stream().mapToLong(RunningMeetings.OfTenant::meetings).sum(),
                all.stream().mapToLong(RunningMeetings.OfTenant::attendees).sum());
        all.forEach(tenant -> stats.add(tenant.tenantSlug(), counts(tenant.meetings(), tenant.attendees())));
        return stats.build();
    }

    private static JsonObjectBuilder counts(long meetings, long attendees) {
        return Json.createObjectBuilder().add("meetings", meetings).add("attendees", attendees);
    }
}
