package dev.b3lb.meeting;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.BbbError;
import dev.b3lb.bbb.NodeAnswer;
import dev.b3lb.bbb.NodeReply;
import dev.b3lb.bbb.NodeRequest;
import dev.b3lb.bbb.QueryParameters;
import dev.b3lb.configuration.Configurations;
import dev.b3lb.node.NodeCalls;
import dev.b3lb.node.NodeStates;
import dev.b3lb.node.PoolNode;
import dev.b3lb.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** The create of a meeting that is open: it goes to the meeting's node, where create is idempotent. */
@ApplicationScoped
public class RepeatedCreate {

    /** BBB 2.4 says the second of a meeting that it does not have. */
    private static final Set<String> GONE = Set.of(BbbError.NOT_FOUND.messageKey(), "validationError");

    private static final BbbError NO_ANSWER = BbbError.internalError("The server of this meeting does not answer.");

    private final OpenMeetings open;
    private final MeetingStore store;
    private final Configurations configurations;
    private final NodeStates states;
    private final NodeCalls calls;
    private final StrayMeetings strays;
    private final EndedMeetings ended;
    private final CreateParameters parameters;
    private final Marks marks;
    private final Settings settings;

    @Inject
    RepeatedCreate(
            OpenMeetings open,
            MeetingStore store,
            Configurations configurations,
            NodeStates states,
            NodeCalls calls,
            StrayMeetings strays,
            EndedMeetings ended,
            CreateParameters parameters,
            Settings settings) {
        this.open = open;
        this.store = store;
        this.configurations = configurations;
        this.states = states;
        this.calls = calls;
        this.strays = strays;
        this.ended = ended;
        this.parameters = parameters;
        this.marks = new Marks(calls, settings);
        this.settings = settings;
    }

    /** Asks the meeting's node, unless the meeting turns out to be lost or to have left it. */
    CompletionStage<Attempt> on(CreateRequest request, PlacedMeeting meeting, Deadline deadline) {
        Optional<PoolNode> node = node(meeting);
        if (node.isEmpty()) {
            return startOver(meeting, "its node was removed");
        }
        if (seemsLost(node.get()) && ended.lost(meeting, settings.get(Settings.NODE_GRACE))) {
            return Attempt.lost();
        }
        if (node.get().maintenance()) {
            return stillThere(node.get(), meeting)
                    .thenCompose(there -> there
                            ? forward(request, meeting, node.get(), deadline)
                            : startOver(meeting, "its node is in maintenance and does not have it any more"));
        }
        return forward(request, meeting, node.get(), deadline);
    }

    /** Before a meeting's node counts as removed, what is known here is brought up to date. */
    private Optional<PoolNode> node(PlacedMeeting meeting) {
        return configurations.current().node(meeting.nodeId()).or(() -> {
            configurations.refresh();
            return configurations.current().node(meeting.nodeId());
        });
    }

    private boolean seemsLost(PoolNode node) {
        return states.of(node.id())
                .filter(state -> state.lost(System.nanoTime(), settings.get(Settings.NODE_GRACE)))
                .isPresent();
    }

    /** A node in maintenance is asked first, so that a room that is used again and again leaves it in the end. */
    private CompletionStage<Boolean> stillThere(PoolNode node, PlacedMeeting meeting) {
        String internalId = meeting.internalMeetingId().orElseThrow();
        NodeRequest question =
                NodeRequest.of(ApiCall.GET_MEETING_INFO, QueryParameters.none().with("meetingID", internalId));
        return calls.call(node, question, settings.get(Settings.NODE_REQUEST_TIMEOUT))
                .thenApply(reply -> !(reply instanceof NodeReply.Answered answered)
                        || answered.answer().messageKey().filter(GONE::contains).isEmpty());
    }

    private CompletionStage<Attempt> startOver(PlacedMeeting meeting, String why) {
        ended.ended(meeting, why + ", as a create found");
        return Attempt.lost();
    }

    private CompletionStage<Attempt> forward(
            CreateRequest request, PlacedMeeting meeting, PoolNode node, Deadline deadline) {
        Duration limit = deadline.leftOf(settings.get(Settings.NODE_CREATE_TIMEOUT));
        return calls.call(node, parameters.forNode(request, meeting), limit).thenCompose(reply -> {
            if (!(reply instanceof NodeReply.Answered answered) || NodeCalls.refusesOurSecret(answered.answer())) {
                return refused(NO_ANSWER);
            }
            return answered.answer().successful()
                    ? settle(request, meeting, node, answered.answer(), deadline)
                    : answered(answered.answer());
        });
    }

    /** After the node's answer the row is read again: only it says where the meeting is meant to be. */
    private CompletionStage<Attempt> settle(
            CreateRequest request, PlacedMeeting meeting, PoolNode node, NodeAnswer answer, Deadline deadline) {
        String internalId = Confirmations.internalId(answer);
        if (internalId.isBlank()) {
            return refused(NO_ANSWER);
        }
        Optional<PlacedMeeting> current = store.byId(meeting.id())
                .filter(row -> row.isOpen() && row.nodeId().equals(node.id()))
                .filter(row ->
                        row.internalMeetingId().filter(internalId::equals).isPresent());
        if (current.isPresent()) {
            open.put(current.get());
            return answered(answer);
        }
        return Confirmations.foundThere(answer)
                ? verify(request, meeting, node, answer, deadline)
                : adopt(request, meeting, node, answer, deadline);
    }

    /** What the node had under that id may by now be somebody else's. */
    private CompletionStage<Attempt> verify(
            CreateRequest request, PlacedMeeting meeting, PoolNode node, NodeAnswer answer, Deadline deadline) {
        return marks.of(node, Confirmations.internalId(answer), meeting.id(), deadline)
                .thenCompose(mark -> switch (mark) {
                    case OURS -> adopt(request, meeting, node, answer, deadline);
                    case FOREIGN -> startOver(meeting, "its node has another one under its id");
                    case UNKNOWN -> refused(NO_ANSWER);
                });
    }

    /** The node has created the meeting once more. */
    private CompletionStage<Attempt> adopt(
            CreateRequest request, PlacedMeeting meeting, PoolNode node, NodeAnswer answer, Deadline deadline) {
        Optional<PlacedMeeting> confirmed =
                store.confirm(meeting, Confirmations.of(answer, meeting.meetingId(), parameters.visible(request)));
        if (confirmed.isPresent()) {
            open.put(confirmed.get());
            return answered(answer);
        }
        store.byId(meeting.id()).ifPresentOrElse(open::put, () -> open.remove(meeting.id()));
        strays.end(node, Confirmations.internalId(answer));
        return Attempt.superseded();
    }

    private static CompletionStage<Attempt> answered(NodeAnswer answer) {
        return Attempt.ended(new Creation.Answered(answer));
    }

    private static CompletionStage<Attempt> refused(BbbError error) {
        return Attempt.ended(new Creation.Refused(error));
    }
}
