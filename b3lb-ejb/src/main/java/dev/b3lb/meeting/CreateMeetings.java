package dev.b3lb.meeting;

import dev.b3lb.bbb.BbbError;
import dev.b3lb.settings.Settings;
import dev.b3lb.trace.RequestScope;
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

    private final OpenMeetings open;
    private final Reservations reservations;
    private final PlacementGate gate;
    private final FirstCreate firstCreate;
    private final RepeatedCreate repeatedCreate;
    private final BreakoutRooms rooms;
    private final CreateParameters parameters;
    private final Executor executor;
    private final Settings settings;

    @Inject
    CreateMeetings(
            OpenMeetings open,
            Reservations reservations,
            PlacementGate gate,
            FirstCreate firstCreate,
            RepeatedCreate repeatedCreate,
            BreakoutRooms rooms,
            CreateParameters parameters,
            Executor executor,
            Settings settings) {
        this.open = open;
        this.reservations = reservations;
        this.gate = gate;
        this.firstCreate = firstCreate;
        this.repeatedCreate = repeatedCreate;
        this.rooms = rooms;
        this.parameters = parameters;
        this.executor = executor;
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
                .thenApplyAsync(creation -> creation, RequestScope.carrying(executor));
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
                .thenCompose(attempt -> follow(attempt, request, deadline));
    }

    /** A reservation of somebody else's is waited for. */
    private CompletionStage<Creation> known(CreateRequest request, PlacedMeeting meeting, Deadline deadline) {
        return meeting.isOpen()
                ? repeatedCreate
                        .on(request, meeting, deadline)
                        .thenCompose(attempt -> follow(attempt, request, deadline))
                : later(() -> start(request, deadline));
    }

    private CompletionStage<Creation> follow(Attempt attempt, CreateRequest request, Deadline deadline) {
        if (attempt instanceof Attempt.Ended ended) {
            return CompletableFuture.completedStage(ended.creation());
        }
        return start(attempt instanceof Attempt.Lost ? request.afterLoss() : request, deadline);
    }

    /** Goes on after a moment; when the executor takes no more work, that is an error and not an endless wait. */
    private CompletionStage<Creation> later(Supplier<CompletionStage<Creation>> next) {
        return new CompletableFuture<Void>()
                .completeOnTimeout(null, PENDING_PAUSE_MILLIS, TimeUnit.MILLISECONDS)
                .thenComposeAsync(moment -> next.get(), RequestScope.carrying(executor));
    }

    private static CompletionStage<Creation> refused(BbbError error) {
        return CompletableFuture.completedStage(new Creation.Refused(error));
    }
}
