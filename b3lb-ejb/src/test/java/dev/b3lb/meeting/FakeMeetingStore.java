package dev.b3lb.meeting;

import dev.b3lb.meeting.MeetingListings.Listing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The rows of meetings in memory, with the rules that the database's statements have. */
final class FakeMeetingStore extends MeetingStore {

    private final Map<UUID, PlacedMeeting> rows = new LinkedHashMap<>();
    private final Map<UUID, String> listings = new HashMap<>();
    private final List<Confirmation> confirmations = new ArrayList<>();
    private final Set<UUID> goOnElsewhere = new HashSet<>();
    private boolean away;

    FakeMeetingStore() {
        super(null);
    }

    /** From now on the database cannot be reached, or it can again. */
    void away(boolean isAway) {
        this.away = isAway;
    }

    void put(PlacedMeeting meeting) {
        rows.put(meeting.id(), meeting);
    }

    /** Another copy of a meeting has taken its place. */
    void goesOnElsewhere(UUID id) {
        goOnElsewhere.add(id);
    }

    @Override
    public boolean goesOnElsewhere(PlacedMeeting meeting) {
        return goOnElsewhere.contains(meeting.id());
    }

    void list(Listing listing) {
        listings.put(listing.meetingId(), listing.xml());
    }

    PlacedMeeting row(UUID id) {
        return rows.get(id);
    }

    /** The rows that are not closed. */
    List<PlacedMeeting> living() {
        return rows.values().stream()
                .filter(row -> row.state() != MeetingState.CLOSED)
                .toList();
    }

    List<Confirmation> confirmations() {
        return confirmations;
    }

    @Override
    public Optional<PlacedMeeting> confirm(PlacedMeeting meeting, Confirmation confirmation) {
        Optional<PlacedMeeting> held = held(meeting);
        held.ifPresent(row -> {
            confirmations.add(confirmation);
            rows.put(row.id(), SomeMeetings.opened(row, confirmation.internalMeetingId()));
        });
        return held.map(row -> rows.get(row.id()));
    }

    @Override
    public boolean close(PlacedMeeting meeting) {
        Optional<PlacedMeeting> held = held(meeting);
        held.ifPresent(row -> rows.put(row.id(), SomeMeetings.closed(row)));
        return held.isPresent();
    }

    @Override
    public Closing closeLife(PlacedMeeting meeting) {
        PlacedMeeting row = rows.get(meeting.id());
        boolean same = row.nonce().equals(meeting.nonce())
                && (row.state() == MeetingState.CLOSED
                        || row.internalMeetingId().equals(meeting.internalMeetingId()));
        if (same) {
            rows.put(row.id(), SomeMeetings.closed(row));
        }
        if (row.state() == MeetingState.CLOSED) {
            return Closing.BEFORE;
        }
        return same ? Closing.NOW : Closing.NOT;
    }

    @Override
    public Optional<PlacedMeeting> byNonce(String nonce) {
        return rows.values().stream().filter(row -> row.nonce().equals(nonce)).findFirst();
    }

    /** As the memory of the server has it: here the database never knows better. */
    @Override
    public boolean closeLost(PlacedMeeting meeting, Duration grace) {
        close(meeting);
        return true;
    }

    private Optional<PlacedMeeting> held(PlacedMeeting meeting) {
        return byId(meeting.id())
                .filter(row ->
                        row.state() != MeetingState.CLOSED && row.nodeId().equals(meeting.nodeId()));
    }

    @Override
    public Optional<PlacedMeeting> byId(UUID id) {
        if (away) {
            throw new IllegalStateException("The database is away.");
        }
        return Optional.ofNullable(rows.get(id));
    }

    @Override
    public List<PlacedMeeting> find(Collection<UUID> accounts, String meetingId) {
        if (away) {
            throw new IllegalStateException("The database is away.");
        }
        return living().stream()
                .filter(row -> accounts.contains(row.secretId()))
                .filter(row -> row.meetingId().equals(meetingId)
                        || row.internalMeetingId().filter(meetingId::equals).isPresent())
                .toList();
    }

    @Override
    public Map<UUID, String> listings(Collection<? extends UUID> meetings) {
        if (away) {
            throw new IllegalStateException("The database is away.");
        }
        Map<UUID, String> found = new HashMap<>(listings);
        found.keySet().retainAll(meetings);
        return found;
    }
}
