package dev.b3lb.it;

import dev.b3lb.fakenode.Attendee;
import dev.b3lb.fakenode.Crowd;
import dev.b3lb.fakenode.FakeBbbNode;
import dev.b3lb.fakenode.FakeMeeting;
import dev.b3lb.fakenode.ReceivedRequest;
import dev.b3lb.testbed.BbbClient;
import dev.b3lb.testbed.Pool;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A meeting that others must leave alone, and all that there is to see of it. */
final class VictimRoom {

    /** What polling asks by itself. */
    private static final Set<String> POLLS = Set.of("getMeetings", "load");

    private final Pool pool;
    private final BbbClient owner;
    private final String meetingId;
    private final FakeMeeting meeting;

    private VictimRoom(Pool pool, BbbClient owner, String meetingId, FakeMeeting meeting) {
        this.pool = pool;
        this.owner = owner;
        this.meetingId = meetingId;
        this.meeting = meeting;
    }

    /** Creates the meeting; nodes forget what they were asked before. */
    static VictimRoom open(Pool pool, BbbClient owner, String meetingId) throws IOException {
        String internalId = Rooms.create(owner, meetingId, Map.of("moderatorPW", "secret-mp", "record", "true"))
                .value("internalMeetingID");
        FakeMeeting meeting = Rooms.running(pool, meetingId).stream()
                .filter(candidate -> candidate.internalId().equals(internalId))
                .findFirst()
                .orElseThrow();
        meeting.addAttendees(Crowd.of(2));
        VictimRoom room = new VictimRoom(pool, owner, meetingId, meeting);
        room.forgetRequests();
        return room;
    }

    void forgetRequests() {
        pool.nodes().forEach(node -> node.requests().clear());
    }

    String internalId() {
        return meeting.internalId();
    }

    /** The ids that mean this meeting, or could be taken for it by a node, which reads prefixes of its own ids too. */
    List<String> ids() {
        String hash = internalId().substring(0, internalId().indexOf('-'));
        return List.of(
                meetingId,
                internalId(),
                hash,
                hash + "-",
                internalId().substring(0, 4),
                internalId().substring(0, 2));
    }

    /**
     * What can be told of the meeting.
     *
     * @param info the owner's getMeetingInfo
     * @param attendees who is in it
     * @param more what it was sent, and whether it goes on
     */
    record State(String info, List<Attendee> attendees, List<Object> more) {}

    State state() throws IOException {
        return new State(
                Rooms.ask(owner, "getMeetingInfo", meetingId).http().text(),
                meeting.attendees(),
                List.of(meeting.documents(), meeting.chat(), meeting.isEnded(), Rooms.listed(owner)));
    }

    /** What any node was asked that is no poll. */
    List<ReceivedRequest> requests() {
        return pool.nodes().stream()
                .map(FakeBbbNode::requests)
                .flatMap(requests -> requests.all().stream())
                .filter(request -> !POLLS.contains(request.call()))
                .toList();
    }

    @Override
    public String toString() {
        return meetingId;
    }
}
