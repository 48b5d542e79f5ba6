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
        boolean news = true;
        try {
            news = store.close(meeting);
        } catch (RuntimeException databaseAway) {
            LOG.warnf("Meeting %s could not be closed: %s", meeting.id(), databaseAway.getMessage());
        }
        if (news) {
            log.over(meeting, why);
        }
        forget(meeting);
    }

    /**
     * Closes a meeting whose node has been DOWN for longer than the grace. Should the node come back with it, it may go on
     * (see {@link MeetingCopies}).
     *
     * @return whether the node still is, as the database knows it
     */
    boolean lost(PlacedMeeting meeting, Duration grace) {
        boolean lost = store.closeLost(meeting, grace);
        if (lost) {
            log.over(meeting, "a create found its node DOWN for more than %d s".formatted(grace.toSeconds()));
            store.byId(meeting.id()).ifPresentOrElse(open::put, () -> open.remove(meeting.id()));
            listings.remove(meeting.id());
            changed.fire(new MeetingsChanged());
        }
        return lost;
    }

    /**
     * A meeting was to be closed: if it is, nobody finds it any more, and whoever closed it tells so.
     *
     * @param why in words, for the log
     */
    void closed(PlacedMeeting meeting, Closing closing, String why) {
        if (closing == Closing.NOW) {
            log.over(meeting, why);
        }
        if (closing.closed()) {
            forget(meeting);
        }
    }

    private void forget(PlacedMeeting meeting) {
        open.remove(meeting.id());
        listings.remove(meeting.id());
        changed.fire(new MeetingsChanged());
    }
}
