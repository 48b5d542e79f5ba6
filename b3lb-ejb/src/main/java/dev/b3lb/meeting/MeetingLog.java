package dev.b3lb.meeting;

import dev.b3lb.configuration.Configurations;
import dev.b3lb.node.PoolNode;
import dev.b3lb.tenant.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Tells the log how meetings ended: which, whose, where and why. */
@ApplicationScoped
public class MeetingLog {

    private static final Logger LOG = Logger.getLogger(MeetingLog.class);
    private static final String REMOVED = "(removed)";

    private final Configurations configurations;

    @Inject
    MeetingLog(Configurations configurations) {
        this.configurations = configurations;
    }

    /**
     * A meeting is over, which whoever closed it tells.
     *
     * @param meeting the meeting as it was known until now
     * @param why in words
     */
    void over(PlacedMeeting meeting, String why) {
        over(meeting.meetingId(), meeting.secretId(), meeting.nodeId(), why);
    }

    /**
     * A node came back with a meeting that was taken for lost, and it goes on there.
     *
     * @param people who is in it
     * @param other the copy that is ended, if it had been made anew elsewhere
     */
    void copyGoesOn(PlacedMeeting meeting, int people, Optional<MeetingCopies.Rival> other) {
        LOG.infof(
                "Meeting %s of %s goes on on node %s, where it was found with %d people in it: %s",
                meeting.meetingId(),
                account(meeting.secretId()),
                node(meeting.nodeId()),
                people,
                other.map(rival -> "the copy on node %s has %d and is ended"
                                .formatted(node(rival.meeting().nodeId()), rival.people()))
                        .orElse("there is no other copy"));
    }

    /**
     * A node came back with a meeting that was taken for lost, and it is ended there.
     *
     * @param people who is in it
     * @param other the copy that goes on; none when the meeting has been ended meanwhile
     */
    void copyLost(PlacedMeeting meeting, int people, Optional<MeetingCopies.Rival> other) {
        LOG.infof(
                "The copy of meeting %s of %s that was found on node %s with %d people in it is ended: %s",
                meeting.meetingId(),
                account(meeting.secretId()),
                node(meeting.nodeId()),
                people,
                other.map(rival -> "the one on node %s has %d"
                                .formatted(node(rival.meeting().nodeId()), rival.people()))
                        .orElse("the meeting was ended meanwhile"));
    }

    /**
     * A meeting is over of which less is known.
     *
     * @param meetingId the client's id
     * @param secretId whose it was
     * @param nodeId where it was
     */
    public void over(String meetingId, UUID secretId, UUID nodeId, String why) {
        LOG.infof("Meeting %s of %s on node %s is over: %s", meetingId, account(secretId), node(nodeId), why);
    }

    private String account(UUID secretId) {
        return configurations.current().account(secretId).map(Account::label).orElse(REMOVED);
    }

    private String node(UUID nodeId) {
        return configurations.current().node(nodeId).map(PoolNode::slug).orElse(REMOVED);
    }
}
