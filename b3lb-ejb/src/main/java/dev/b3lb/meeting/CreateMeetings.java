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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The way of a create: to the node that has the meeting, or to one that is chosen for it. Equal creates, on this server
 * or on several, meet at the meeting's row and end on one node.
 */
@ApplicationScoped
public class CreateMeetings {

    private static final long PENDING_PAUSE_MILLIS = 100;

    /** Whoever keeps to the time limit by itself has a better answer. */
    private static final Duration ANSWERING = Duration.ofSeconds(1);

    private static final Creation LATE =
            new Creation.Refused(BbbError.internalError("The meeting could not be created in time."));
    private static final String NOT_FOUND = BbbError.NOT_FOUND.messageKey();
    private static final BbbError NO_ANSWER = BbbError.internalError("The server of this meeting does not answer.");

    private final OpenMeetings open;
    private final MeetingStore store;
    private final Reservations reservations;
    private final PlacementGate gate;
    private final FirstCreate firstCreate;
    private final Configurations configurations;
    private final NodeStates states;
    private final NodeCalls calls;
    private final StrayMeetings strays;
    private final EndedMeetings ended;
    private final BreakoutRooms rooms;
    private final Executor executor;
    private final CreateParameters parameters;
    private final Marks marks;
    private final Settings settings;

    @Inject
    CreateMeetings(
            OpenMeetings open,
            MeetingStore store,
            Reservations reservations,
            PlacementGate gate,
            FirstCreate firstCreate,
            Configurations configurations,
            NodeStates states,
            NodeCalls calls,
            StrayMeetings strays,
            EndedMeetings ended,
            BreakoutRooms rooms,
            CreateParameters parameters,
            Executor executor,
            Settings settings) {
        this.open = open;
        this.store = store;
        this.reservations = reservations;
        this.gate = gate;
        this.firstCreate = firstCreate;
        this.configurations = configurations;
        this.states = states;
        this.calls = calls;
        this.strays = strays;
        this.ended = ended;
        this.executor = executor;
        this.rooms = rooms;
        this.parameters = parameters;
        this.marks = new Marks(calls, settings);
        this.settings = settings;
    }

    /**
     * Creates the meeting or finds the one that is there. Completes exceptionally when the database is away, and when it
     * hangs with a refusal in time, while nothing comes of what goes on behind it.
     */
    public CompletionStage<Creation> create(CreateRequest request) {
        BreakoutRooms.Outcome prepared = rooms.prepare(request);
        return prepared instanceof BreakoutRooms.Ready ready
                ? inTime(ready.request())
                : refused(((BreakoutRooms.Refused) prepared).error());
    }

    private CompletionStage<Creation> inTime(CreateRequest request) {
        Duration total = settings.get(Settings.CREATE_TOTAL);
        return start(request, new Deadline(System::nanoTime, total))
                .toCompletableFuture()
                .copy()
                .completeOnTimeout(LATE, total.plus(ANSWERING).toMillis(), TimeUnit.MILLISECONDS)
                .thenApplyAsync(creation -> creation, executor);
    }

    /** The same with another time limit than the usual one. */
    CompletionStage<Creation> start(CreateRequest request, Deadline deadline) {
        if (deadline.passed()) {
            return CompletableFuture.completedStage(LATE);
        }
        Optional<PlacedMeeting> known = open.find(request.account().id(), request.meetingId())
                .filter(meeting -> meeting.meetingId().equals(request.meetingId()));
        return known.isPresent() ? known(request, known.get(), deadline) : reserve(request, deadline);
    }

    private CompletionStage<Creation> reserve(CreateRequest request, Deadline deadline) {
        MeetingWish wish = parameters.wish(request);
        return gate.pass(() -> reservations.reserve(wish))
                .thenCompose(reservation -> reservation instanceof Reservation.Known known
                        ? known(request, known.meeting(), deadline)
                        : createFirst(request, wish, reservation, deadline));
    }

    private CompletionStage<Creation> createFirst(
            CreateRequest request, MeetingWish wish, Reservation reservation, Deadline deadline) {
        return firstCreate
                .on(request, wish, reservation, deadline)
                .thenCompose(outcome -> outcome instanceof FirstCreate.Ended ended
                        ? CompletableFuture.completedStage(ended.creation())
                        : start(request, deadline)); // somebody else has taken the meeting over: follow it
    }

    private CompletionStage<Creation> known(CreateRequest request, PlacedMeeting meeting, Deadline deadline) {
        if (!meeting.isOpen()) {
            return later(() -> start(request, deadline));
        }
        Optional<PoolNode> node = node(meeting);
        if (node.isEmpty()) {
            return startOver(request, meeting, deadline);
        }
        if (seemsLost(node.get()) && ended.lost(meeting, settings.get(Settings.NODE_GRACE))) {
            return start(request, deadline);
        }
        if (node.get().maintenance()) {
            return stillThere(node.get(), meeting)
                    .thenCompose(there -> there
                            ? forward(request, meeting, node.get(), deadline)
                            : startOver(request, meeting, deadline));
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
                        || answered.answer()
                                .messageKey()
                                .filter(NOT_FOUND::equals)
                                .isEmpty());
    }

    private CompletionStage<Creation> startOver(CreateRequest request, PlacedMeeting meeting, Deadline deadline) {
        ended.ended(meeting);
        return start(request, deadline);
    }

    private CompletionStage<Creation> forward(
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
    private CompletionStage<Creation> settle(
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
    private CompletionStage<Creation> verify(
            CreateRequest request, PlacedMeeting meeting, PoolNode node, NodeAnswer answer, Deadline deadline) {
        return marks.of(node, Confirmations.internalId(answer), meeting.id(), deadline)
                .thenCompose(mark -> switch (mark) {
                    case OURS -> adopt(request, meeting, node, answer, deadline);
                    case FOREIGN -> startOver(request, meeting, deadline);
                    case UNKNOWN -> refused(NO_ANSWER);
                });
    }

    /** The node has created the meeting once more. */
    private CompletionStage<Creation> adopt(
            CreateRequest request, PlacedMeeting meeting, PoolNode node, NodeAnswer answer, Deadline deadline) {
        Optional<PlacedMeeting> confirmed =
                store.confirm(meeting, Confirmations.of(answer, meeting.meetingId(), parameters.visible(request)));
        if (confirmed.isPresent()) {
            open.put(confirmed.get());
            return answered(answer);
        }
        open.remove(meeting.id());
        strays.end(node, Confirmations.internalId(answer));
        return start(request, deadline);
    }

    /** Goes on after a moment; when the executor takes no more work, that is an error and not an endless wait. */
    private CompletionStage<Creation> later(Supplier<CompletionStage<Creation>> next) {
        return new CompletableFuture<Void>()
                .completeOnTimeout(null, PENDING_PAUSE_MILLIS, TimeUnit.MILLISECONDS)
                .thenComposeAsync(moment -> next.get(), executor);
    }

    private static CompletionStage<Creation> answered(NodeAnswer answer) {
        return CompletableFuture.completedStage(new Creation.Answered(answer));
    }

    private static CompletionStage<Creation> refused(BbbError error) {
        return CompletableFuture.completedStage(new Creation.Refused(error));
    }
}
