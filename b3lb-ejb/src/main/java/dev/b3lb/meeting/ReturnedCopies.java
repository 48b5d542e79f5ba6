package dev.b3lb.meeting;

import dev.b3lb.configuration.Configurations;
import dev.b3lb.meeting.MeetingCopies.Copy;
import dev.b3lb.meeting.MeetingCopies.Rival;
import dev.b3lb.meeting.MeetingCopies.Verdict;
import dev.b3lb.node.PoolNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Copies of meetings that turn up again on a node: one copy goes on, where clients find it, and the other is ended. */
@ApplicationScoped
public class ReturnedCopies {

    private static final Logger LOG = Logger.getLogger(ReturnedCopies.class);

    /** The next poll finds the others. */
    private static final int MOST_AT_ONCE = 50;

    private final MeetingCopies copies;
    private final StrayMeetings strays;
    private final OpenMeetings open;
    private final MeetingListings listings;
    private final Configurations configurations;
    private final Event<MeetingsChanged> changed;
    private final MeetingLog log;

    @Inject
    ReturnedCopies(
            MeetingCopies copies,
            StrayMeetings strays,
            OpenMeetings open,
            MeetingListings listings,
            Configurations configurations,
            Event<MeetingsChanged> changed,
            MeetingLog log) {
        this.copies = copies;
        this.strays = strays;
        this.open = open;
        this.listings = listings;
        this.configurations = configurations;
        this.changed = changed;
        this.log = log;
    }

    /** Decides about copies on a node, each for itself. */
    public void settle(PoolNode node, Collection<Copy> found) {
        found.stream().limit(MOST_AT_ONCE).forEach(copy -> settle(node, copy));
    }

    private void settle(PoolNode node, Copy copy) {
        try {
            Verdict verdict = copies.judge(node.id(), copy);
            if (verdict instanceof Verdict.GoesOn goesOn) {
                goOn(node, copy, goesOn);
            } else if (verdict instanceof Verdict.Loses loses) {
                log.copyLost(loses.meeting(), copy.attendees(), loses.other());
                strays.end(node, copy.internalId());
            }
        } catch (RuntimeException databaseTrouble) {
            LOG.warnf("Nothing is decided about %s on node %s: %s", copy, node.slug(), databaseTrouble.getMessage());
        }
    }

    private void goOn(PoolNode node, Copy copy, Verdict.GoesOn goesOn) {
        open.put(goesOn.meeting());
        goesOn.other().map(Rival::meeting).ifPresent(this::end);
        changed.fire(new MeetingsChanged());
        log.copyGoesOn(goesOn.meeting(), copy.attendees(), goesOn.other());
    }

    private void end(PlacedMeeting loser) {
        open.put(loser);
        listings.remove(loser.id());
        Optional<PoolNode> itsNode = configurations.current().node(loser.nodeId());
        itsNode.ifPresent(node -> strays.end(node, loser.internalMeetingId().orElse("")));
    }
}
