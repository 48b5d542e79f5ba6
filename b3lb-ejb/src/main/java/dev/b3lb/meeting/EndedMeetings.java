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
    private final MeetingLog log;

    @Inject
    EndedMeetings(
            MeetingStore store,
            OpenMeetings open,
            MeetingListings listings,
            Event<MeetingsChanged> changed,
            MeetingLog log) {
        this.store = store;
        this.open = open;
        this.listings = listings;
        this.changed = changed;
        this.log = log;
    }

    /**
     * Closes a meeting. It is forgotten here even while the database is away; then the polls close it, since its node
     * does not list it any more.
     *
     * @param why in words, for the log
     */
    public void ended(PlacedMeeting meeting, String why) {
        try {
            store.close(meeting);
        } catch (RuntimeException databaseAway) {
            LOG.warnf("Meeting %s could not be closed: %s", meeting.id(), databaseAway.getMessage());
        }
        forget(meeting, why);
    }

    /**
     * Closes a meeting whose node has been DOWN for longer than the grace.
     *
     * @return whether the node still is, as the database knows it
     */
    boolean lost(PlacedMeeting meeting, Duration grace) {
        boolean lost = store.closeLost(meeting, grace);
        if (lost) {
            forget(meeting, "a create found its node DOWN for more than %d s".formatted(grace.toSeconds()));
        }
        return lost;
    }

    /**
     * Nobody finds a meeting any more whose row is closed.
     *
     * @param why in words, for the log
     */
    void forget(PlacedMeeting meeting, String why) {
        log.over(meeting, why);
        open.remove(meeting.id());
        listings.remove(meeting.id());
        changed.fire(new MeetingsChanged());
    }
}
