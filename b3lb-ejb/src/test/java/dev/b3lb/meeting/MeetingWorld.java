package dev.b3lb.meeting;

import dev.b3lb.bbb.RoomIds;
import dev.b3lb.configuration.FixedConfigurations;
import dev.b3lb.meeting.MeetingListings.Listing;
import dev.b3lb.meter.SomeMeters;
import dev.b3lb.node.NodeStates;
import dev.b3lb.node.PoolNode;
import dev.b3lb.settings.SomeSettings;
import dev.b3lb.tally.FakeTallyStore;
import dev.b3lb.tenant.Account;
import java.util.List;

/** Meetings and their places without a database, for tests of what stands before them. */
public final class MeetingWorld {

    private final FakeMeetingStore store = new FakeMeetingStore();
    private final OpenMeetings open = new OpenMeetings();
    private final MeetingListings listings = new MeetingListings(store, SomeSettings.with(), SomeMeters.meters());
    private final FakeJoinStore joinStore = new FakeJoinStore();
    private final Joins joins = new Joins(joinStore, new FakeTallyStore().counter(), () -> 0);
    private final FixedConfigurations configurations;
    private final Meetings meetings;
    private final MeetingPlaces places;

    /** No meetings yet. */
    public MeetingWorld(FixedConfigurations configurations, NodeStates states) {
        this.configurations = configurations;
        this.meetings = new Meetings(open, store, configurations, SomeMeters.meters());
        this.places = new MeetingPlaces(meetings, configurations, states);
    }

    /** Opens a meeting on a node, with a listing that tells its id only. */
    public void open(Account account, PoolNode node, String meetingId, String internalId) {
        PlacedMeeting meeting = SomeMeetings.opened(SomeMeetings.pending(account, node, meetingId), internalId);
        store.put(meeting);
        open.put(meeting);
        listings.put(List.of(new Listing(meeting.id(), "<meeting>" + meetingId + "</meeting>")));
    }

    /** People open a breakout room inside a meeting. */
    public void openRoom(Account account, String meetingId, RoomIds room) {
        open.putRooms(meetings.find(account, meetingId).orElseThrow().id(), List.of(room));
    }

    /** Whether anybody still finds the meeting. */
    public boolean knows(Account account, String meetingId) {
        return meetings.find(account, meetingId).isPresent();
    }

    public Meetings meetings() {
        return meetings;
    }

    public MeetingPlaces places() {
        return places;
    }

    public MeetingListings listings() {
        return listings;
    }

    public Joins joins() {
        return joins;
    }

    /** How many have joined a meeting. */
    public int joined(Account account, String meetingId) {
        joins.write();
        return joinStore.coming(meetings.find(account, meetingId).orElseThrow());
    }

    /** What ends meetings here. */
    public EndedMeetings ended() {
        return new EndedMeetings(store, open, listings, new FakeEvent<>(), new MeetingLog(configurations));
    }
}
