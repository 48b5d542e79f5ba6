package dev.b3lb.meeting;

import dev.b3lb.configuration.Configurations;
import dev.b3lb.node.PoolNode;
import dev.b3lb.tenant.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
     * The same when less is known of the meeting.
     *
     * @param meetingId the client's id
     * @param secretId whose it was
     * @param nodeId where it was
     */
    public void over(String meetingId, UUID secretId, UUID nodeId, String why) {
        LOG.infof(
                "Meeting %s of %s on node %s is over: %s",
                meetingId,
                configurations.current().account(secretId).map(Account::label).orElse(REMOVED),
                configurations.current().node(nodeId).map(PoolNode::slug).orElse(REMOVED),
                why);
    }
}
