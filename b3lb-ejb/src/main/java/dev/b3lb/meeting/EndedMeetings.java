package dev.b3lb.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import org.jboss.logging.Logger;

/** What is done when a meeting is known to be over: nobody finds it any more, at once. */
@ApplicationScoped
public class EndedMeetings {

    private static final Logger LOG = Logger.getLogger(EndedMeetings.class);

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

    /**
     * Closes a meeting. It is forgotten here even while the database is away; then the polls close it, since its node
     * does not list it any more.
     */
    public void ended(PlacedMeeting meeting) {
        try {
            store.close(meeting);
        } catch (RuntimeException databaseAway) {
            LOG.warnf("Meeting %s could not be closed: %s", meeting.id(), databaseAway.getMessage());
        }
        forget(meeting);
    }

    /**
     * Closes a meeting whose node has been DOWN for longer than the grace.
     *
     * @return whether the node still is, as the database knows it
     */
    boolean lost(PlacedMeeting meeting, Duration grace) {
        boolean lost = store.closeLost(meeting, grace);
        if (lost) {
            forget(meeting);
        }
        return lost;
    }

    /** Nobody finds a meeting any more whose row is closed. */
    void forget(PlacedMeeting meeting) {
        open.remove(meeting.id());
        listings.remove(meeting.id());
        changed.fire(new MeetingsChanged());
    }
}
