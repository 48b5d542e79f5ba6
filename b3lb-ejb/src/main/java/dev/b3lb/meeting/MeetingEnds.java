package dev.b3lb.meeting;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.NodeAnswer;
import dev.b3lb.bbb.NodeReply;
import dev.b3lb.bbb.NodeRequest;
import dev.b3lb.bbb.QueryParameters;
import dev.b3lb.callback.NewCallback;
import dev.b3lb.configuration.Configurations;
import dev.b3lb.node.NodeCalls;
import dev.b3lb.node.PoolNode;
import dev.b3lb.server.Gate;
import dev.b3lb.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;

/**
 * What nodes tell about meetings that ended. A node tells it again until it hears that we have it, so a call may come
 * late: when the meeting has been begun anew under the same nonce, and that one must go on. So the node is asked.
 */
@ApplicationScoped
public class MeetingEnds {

    /** Anything else is not worth a question to the database. */
    private static final Pattern NONCE = Pattern.compile("[!-~]{1,128}");

    /** Anybody may call, and must not hold what others need while the database hangs. */
    private static final int AT_ONCE = 4;

    private final MeetingStore store;
    private final EndRecords records;
    private final EndedMeetings ended;
    private final EndCallbacks callbacks;
    private final Configurations configurations;
    private final NodeCalls calls;
    private final Duration limit;
    private final Gate gate;

    @Inject
    MeetingEnds(
            MeetingStore store,
            EndRecords records,
            EndedMeetings ended,
            EndCallbacks callbacks,
            Configurations configurations,
            NodeCalls calls,
            Settings settings,
            Executor executor) {
        this.store = store;
        this.records = records;
        this.ended = ended;
        this.callbacks = callbacks;
        this.configurations = configurations;
        this.calls = calls;
        this.limit = settings.get(Settings.NODE_REQUEST_TIMEOUT);
        this.gate = new Gate(executor, System::nanoTime, AT_ONCE, "too many ends of meetings are told at once");
    }

    /**
     * A node tells that a meeting ended. When this completes, the meeting is closed and its client will be told, if it
     * wants to be. Telling it again changes nothing.
     *
     * @param nonce what the node was given for this meeting
     * @param recordingMarks whether the node will make a recording of it
     * @return whether there is such a meeting; completes exceptionally when the database is away or too many ask it
     */
    public CompletionStage<Boolean> told(String nonce, boolean recordingMarks) {
        if (!NONCE.matcher(nonce).matches()) {
            return CompletableFuture.completedStage(false);
        }
        return gate.pass(() -> store.byNonce(nonce).map(meeting -> new Told(meeting, store.goesOnElsewhere(meeting))))
                .thenCompose(found ->
                        found.map(told -> told(told, recordingMarks)).orElse(CompletableFuture.completedStage(false)));
    }

    /** The meeting of a nonce, and whether only a copy of it can have ended. */
    private record Told(PlacedMeeting meeting, boolean goesOnElsewhere) {}

    /** The client is not told of the end of a copy, since to the client there is one meeting. */
    private CompletionStage<Boolean> told(Told told, boolean recordingMarks) {
        return told.goesOnElsewhere() ? CompletableFuture.completedStage(true) : told(told.meeting(), recordingMarks);
    }

    private CompletionStage<Boolean> told(PlacedMeeting meeting, boolean recordingMarks) {
        return isOver(meeting).thenApply(over -> {
            note(meeting, over, recordingMarks);
            return true;
        });
    }

    private void note(PlacedMeeting meeting, boolean over, boolean recordingMarks) {
        Optional<NewCallback> callback =
                over ? callbacks.ended(meeting, recordingMarks) : callbacks.endedBefore(meeting, recordingMarks);
        if (over) {
            ended.closed(meeting, records.ended(meeting, callback), "its node says so");
        } else {
            records.endedBefore(callback);
        }
    }

    /** Nodes tell the end when they know of it themselves; one that does not answer is believed. */
    private CompletionStage<Boolean> isOver(PlacedMeeting meeting) {
        Optional<PoolNode> node = configurations.current().node(meeting.nodeId());
        if (meeting.state() == MeetingState.CLOSED || node.isEmpty()) {
            return CompletableFuture.completedStage(true);
        }
        QueryParameters question = QueryParameters.none()
                .with("meetingID", meeting.internalMeetingId().orElse(meeting.meetingId()));
        return calls.call(node.get(), NodeRequest.of(ApiCall.GET_MEETING_INFO, question), limit)
                .thenApply(reply -> !goesOn(reply, meeting));
    }

    private static boolean goesOn(NodeReply reply, PlacedMeeting meeting) {
        return reply instanceof NodeReply.Answered answered
                && answered.answer().successful()
                && OwnMetadata.marked(answered.answer(), meeting.id())
                && !hasEnded(answered.answer());
    }

    private static boolean hasEnded(NodeAnswer answer) {
        boolean forcibly =
                answer.text("hasBeenForciblyEnded").filter("true"::equals).isPresent();
        return forcibly
                || answer.text("endTime")
                        .map(String::strip)
                        .filter(time -> !time.isEmpty() && !time.equals("0"))
                        .isPresent();
    }
}
