package dev.b3lb.meeting;

import static java.util.stream.Collectors.groupingBy;

import dev.b3lb.callback.NewCallback;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** Ends meetings because an operator wants it, whatever their nodes say. */
@ApplicationScoped
public class ForcedEnds {

    /**
     * What came of one meeting.
     *
     * @param meeting the meeting as it was
     * @param closed whether nobody finds it any more
     * @param reply what its node said
     */
    public record Ended(PlacedMeeting meeting, boolean closed, EndReply reply) {

        /** Whether its node ends it. */
        public boolean confirmed() {
            return reply.kind() == EndReply.Kind.ENDED;
        }
    }

    private static final Logger LOG = Logger.getLogger(ForcedEnds.class);

    /** A node that answers, but slowly, is asked for no longer than this. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final EndQuestions questions;
    private final EndCallbacks callbacks;
    private final EndRecords records;
    private final EndedMeetings ended;

    @Inject
    ForcedEnds(EndQuestions questions, EndCallbacks callbacks, EndRecords records, EndedMeetings ended) {
        this.questions = questions;
        this.callbacks = callbacks;
        this.records = records;
        this.ended = ended;
    }

    /**
     * Asks the nodes to end the meetings, all nodes at the same time, and closes the meetings here. A node that does not
     * answer takes the time of one call. Clients hear of the end as of any other: from the node by way of us, and where
     * the node has not confirmed it, from us at once.
     *
     * @param nodesTell whether nodes can still tell the end when this is done; otherwise we tell it in any case
     */
    public List<Ended> end(Collection<PlacedMeeting> meetings, boolean nodesTell) {
        return ask(meetings).stream()
                .map(one -> new Ended(one.meeting(), close(one, nodesTell), one.reply()))
                .toList();
    }

    /**
     * Asks the node to end a meeting, and closes it here if what the node says allows for it.
     *
     * @param allows whether the meeting is to be closed after that reply
     */
    public Ended endIf(PlacedMeeting meeting, Predicate<EndReply> allows) {
        NodeClearing.Cleared one = ask(List.of(meeting)).get(0);
        return new Ended(meeting, allows.test(one.reply()) && close(one, true), one.reply());
    }

    /** Asks the nodes only, for meetings of which there is no row any more. */
    public void endOnNodes(Collection<PlacedMeeting> meetings) {
        ask(meetings);
    }

    private List<NodeClearing.Cleared> ask(Collection<PlacedMeeting> meetings) {
        Deadline deadline = new Deadline(System::nanoTime, LONGEST);
        List<CompletableFuture<List<NodeClearing.Cleared>>> nodes =
                meetings.stream().collect(groupingBy(PlacedMeeting::nodeId)).values().stream()
                        .map(ofNode -> new NodeClearing(ofNode, questions::ask, deadline::passed)
                                .run()
                                .toCompletableFuture())
                        .toList();
        return nodes.stream().flatMap(node -> node.join().stream()).toList();
    }

    /** One that cannot be closed does not keep the others from it. */
    private boolean close(NodeClearing.Cleared one, boolean nodesTell) {
        PlacedMeeting meeting = one.meeting();
        boolean nodeTells = nodesTell && one.reply().kind() == EndReply.Kind.ENDED;
        Optional<NewCallback> callback = nodeTells ? Optional.empty() : tellable(meeting);
        try {
            Closing closing = records.ended(meeting, callback);
            ended.closed(meeting, closing, "an operator wants it");
            return closing.closed();
        } catch (RuntimeException databaseAway) {
            LOG.warnf("Meeting %s could not be closed: %s", meeting.id(), databaseAway.getMessage());
            return false;
        }
    }

    /** Of one that was never there for its client there is nothing to tell. */
    private Optional<NewCallback> tellable(PlacedMeeting meeting) {
        return meeting.isOpen() ? callbacks.ended(meeting, false) : Optional.empty();
    }
}
