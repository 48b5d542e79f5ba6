package dev.b3lb.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** What is done when a meeting is known to be over: nobody finds it any more, at once. */
@ApplicationScoped
public class EndedMeetings {

    private final MeetingStore store;
    private final OpenMeetings open;
    private final MeetingListings listings;

    private final Event<MeetingsChanged> changed;

    @Inject
    EndedMeetings(MeetingStore store, OpenMeetings open, MeetingListings listings, Event<MeetingsChanged> changed) {
        this.store = store;
        this.open = open;
        this.listings = listings;
        this.changed = changed;
    }

    /** Closes a meeting in the database and forgets it here. */
    public void ended(PlacedMeeting meeting) {
        store.close(meeting);
        open.remove(meeting.id());
        listings.remove(meeting.id());
        changed.fire(new MeetingsChanged());
    }
}
