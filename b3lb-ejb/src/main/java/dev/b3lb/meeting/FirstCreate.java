package dev.b3lb.meeting;

import dev.b3lb.bbb.BbbError;
import dev.b3lb.bbb.NodeAnswer;
import dev.b3lb.bbb.NodeFailure;
import dev.b3lb.bbb.NodeReply;
import dev.b3lb.meeting.Marks.Mark;
import dev.b3lb.node.NodeCalls;
import dev.b3lb.node.PoolNode;
import dev.b3lb.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** The creation of a meeting that is on no node yet: on the node that is reserved, and on further ones if that fails. */
@ApplicationScoped
public class FirstCreate {

    private static final Logger LOG = Logger.getLogger(FirstCreate.class);
    private static final String ID_NOT_UNIQUE = BbbError.ID_NOT_UNIQUE.messageKey();

    /** What stays the same over all nodes that are tried, and which have been. */
    private record Run(
            CreateRequest request,
            MeetingWish wish,
            Set<UUID> tried,
            AtomicReference<Reservation.Reserved> reserved,
            Deadline deadline) {}

    private final MeetingStore store;
    private final Reservations reservations;
    private final PlacementGate gate;
    private final OpenMeetings open;
    private final NodeCalls calls;
    private final StrayMeetings strays;
    private final Event<MeetingsChanged> changed;
    private final PlacementMeter meter;
    private final CreateParameters parameters;
    private final CreateLog log;
    private final Marks marks;
    private final Settings settings;

    @Inject
    FirstCreate(
            MeetingStore store,
            Reservations reservations,
            PlacementGate gate,
            OpenMeetings open,
            NodeCalls calls,
            StrayMeetings strays,
            Event<MeetingsChanged> changed,
            PlacementMeter meter,
            CreateParameters parameters,
            CreateLog log,
            Settings settings) {
        this.store = store;
        this.reservations = reservations;
        this.gate = gate;
        this.open = open;
        this.calls = calls;
        this.strays = strays;
        this.changed = changed;
        this.meter = meter;
        this.parameters = parameters;
        this.log = log;
        this.marks = new Marks(calls, settings);
        this.settings = settings;
    }

    /** Goes on from a reservation until a node has confirmed, or none works and the reservation is undone. */
    CompletionStage<Attempt> on(CreateRequest request, MeetingWish wish, Reservation reservation, Deadline deadline) {
        Run run = new Run(request, wish, new HashSet<>(), new AtomicReference<>(), deadline);
        return CompletableFuture.completedStage(reservation)
                .thenCompose(first -> follow(run, first))
                .whenComplete((outcome, problem) -> {
                    if (problem != null) {
                        meter.failed();
                        Optional.ofNullable(run.reserved().get())
                                .map(Reservation.Reserved::meeting)
                                .ifPresent(this::undo);
                    }
                });
    }

    /** When something of ours fails, the reservation would hold up every create of this id until it is swept. */
    private void undo(PlacedMeeting meeting) {
        try {
            store.close(meeting);
        } catch (RuntimeException databaseAway) {
            LOG.warnf("Meeting %s stays reserved until it is swept: %s", meeting.id(), databaseAway.getMessage());
        }
    }

    private CompletionStage<Attempt> follow(Run run, Reservation reservation) {
        if (reservation instanceof Reservation.Reserved reserved) {
            return run.deadline().passed() ? tooLate(run, reserved.meeting()) : create(run, reserved);
        }
        if (reservation instanceof Reservation.Known) {
            return Attempt.superseded();
        }
        meter.refused(reservation);
        log.refused(run.wish(), reservation);
        return refused(error(reservation));
    }

    private static BbbError error(Reservation reservation) {
        if (reservation instanceof Reservation.OverLimit over) {
            return over.limit().error();
        }
        if (reservation instanceof Reservation.TooManyOfId tooMany) {
            return BbbError.maxConcurrent(
                    "This tenant has %d meetings of this ID and may have no more of it now. Please use a different meeting ID."
                            .formatted(tooMany.rooms()));
        }
        return reservation instanceof Reservation.NoTaggedNode
                ? BbbError.SERVER_TAG_UNAVAILABLE
                : BbbError.internalError("No server is available for this meeting.");
    }

    /** The client has been told already that nothing came of it, so nothing may. */
    private CompletionStage<Attempt> tooLate(Run run, PlacedMeeting meeting) {
        store.close(meeting);
        meter.failed();
        log.tooLate(run.wish());
        return refused(BbbError.internalError("The meeting could not be created in time."));
    }

    private CompletionStage<Attempt> create(Run run, Reservation.Reserved reserved) {
        PlacedMeeting meeting = reserved.meeting();
        PoolNode node = reserved.place().node();
        LOG.infof(
                "Placing meeting %s of %s on node %s (load %.1f%s)",
                meeting.meetingId(),
                run.wish().account(),
                node.slug(),
                reserved.place().load(),
                reserved.place().hot() ? ", beyond its capacity like all others" : "");
        run.tried().add(node.id());
        run.reserved().set(reserved);
        return callCreate(run, meeting, node).thenCompose(reply -> {
            if (reply instanceof NodeReply.Answered answered) {
                return settle(run, meeting, node, answered.answer());
            }
            NodeFailure failure = ((NodeReply.Failed) reply).failure();
            return failure.maybeExecuted()
                    ? probe(run, meeting, node, failure.words())
                    : next(run, meeting, node, failure.words());
        });
    }

    private CompletionStage<NodeReply> callCreate(Run run, PlacedMeeting meeting, PoolNode node) {
        return calls.call(
                node,
                parameters.forNode(run.request(), meeting),
                run.deadline().leftOf(settings.get(Settings.NODE_CREATE_TIMEOUT)));
    }

    private CompletionStage<Attempt> settle(Run run, PlacedMeeting meeting, PoolNode node, NodeAnswer answer) {
        if (Confirmations.complete(answer)) {
            return Confirmations.foundThere(answer)
                    ? verify(run, meeting, node, answer)
                    : confirm(run, meeting, node, answer);
        }
        if (answer.successful()) { // but without an id, which no BBB leaves out
            return next(run, meeting, node, "it told no id");
        }
        if (NodeCalls.refusesOurSecret(answer)) {
            return next(run, meeting, node, "wrong secret");
        }
        if (answer.messageKey().filter(ID_NOT_UNIQUE::equals).isPresent()) {
            return next(run, meeting, node, ID_NOT_UNIQUE);
        }
        store.close(meeting);
        meter.refusedByNode();
        return Attempt.ended(new Creation.Answered(answer));
    }

    private CompletionStage<Attempt> confirm(Run run, PlacedMeeting meeting, PoolNode node, NodeAnswer answer) {
        Optional<PlacedMeeting> confirmed = store.confirm(
                meeting, Confirmations.of(answer, meeting.meetingId(), parameters.visible(run.request())));
        if (confirmed.isPresent()) {
            open.put(confirmed.get());
            meter.confirmed(run.reserved().get().place().hot(), run.tried().size() > 1);
            changed.fire(new MeetingsChanged());
            return Attempt.ended(new Creation.Answered(answer));
        }
        strays.end(node, Confirmations.internalId(answer));
        return Attempt.superseded();
    }

    /** What the node had may be ours, if our request reached it twice, or somebody else's meeting of the same id. */
    private CompletionStage<Attempt> verify(Run run, PlacedMeeting meeting, PoolNode node, NodeAnswer answer) {
        return marks.of(node, Confirmations.internalId(answer), meeting.id(), run.deadline())
                .thenCompose(mark -> mark == Mark.OURS
                        ? confirm(run, meeting, node, answer.withoutRemark())
                        : next(run, meeting, node, "it had another meeting of this id"));
    }

    /** The node may have created the meeting although its answer did not arrive, so it is asked before anything else. */
    private CompletionStage<Attempt> probe(Run run, PlacedMeeting meeting, PoolNode node, String why) {
        return marks.of(node, run.request().idOnNode(meeting), meeting.id(), run.deadline())
                .thenCompose(mark -> mark == Mark.OURS && !run.deadline().near()
                        ? repeat(run, meeting, node, why)
                        : next(run, meeting, node, why));
    }

    /** Create is idempotent: once more brings the answer that was lost, with a remark that the client need not see. */
    private CompletionStage<Attempt> repeat(Run run, PlacedMeeting meeting, PoolNode node, String why) {
        return callCreate(run, meeting, node)
                .thenCompose(reply ->
                        reply instanceof NodeReply.Answered answered && Confirmations.complete(answered.answer())
                                ? confirm(run, meeting, node, answered.answer().withoutRemark())
                                : next(run, meeting, node, why));
    }

    /**
     * On to another node, if there is one left to try.
     *
     * @param why what is wrong with this one
     */
    private CompletionStage<Attempt> next(Run run, PlacedMeeting meeting, PoolNode node, String why) {
        boolean triedEnough = run.tried().size() > settings.get(Settings.CREATE_RETRIES);
        if (triedEnough || run.deadline().near()) {
            store.close(meeting);
            meter.failed();
            log.gaveUp(run.wish(), run.tried().size(), node, why);
            return refused(BbbError.internalError("No server could create this meeting."));
        }
        return gate.pass(() -> reservations.move(run.wish(), meeting, run.tried()))
                .thenCompose(reservation -> {
                    if (reservation instanceof Reservation.Reserved moved) {
                        log.moved(run.wish(), node, moved.place().node(), why);
                    }
                    if (reservation instanceof Reservation.NoNode || reservation instanceof Reservation.NoTaggedNode) {
                        store.close(meeting);
                        meter.failed();
                        log.gaveUp(run.wish(), run.tried().size(), node, why);
                        return refused(error(reservation));
                    }
                    return follow(run, reservation);
                });
    }

    private static CompletionStage<Attempt> refused(BbbError error) {
        return Attempt.ended(new Creation.Refused(error));
    }
}
