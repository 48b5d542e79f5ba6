package dev.b3lb.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.NodeAnswer;
import dev.b3lb.bbb.NodeReply;
import dev.b3lb.bbb.NodeRequest;
import dev.b3lb.bbb.QueryParameters;
import dev.b3lb.branding.FakeAssets;
import dev.b3lb.configuration.FixedConfigurations;
import dev.b3lb.meter.Meters;
import dev.b3lb.meter.SomeMeters;
import dev.b3lb.node.NodeStates;
import dev.b3lb.node.PoolNode;
import dev.b3lb.node.ScriptedCalls;
import dev.b3lb.node.SomeNodes;
import dev.b3lb.settings.Settings;
import dev.b3lb.settings.SomeSettings;
import dev.b3lb.tenant.Account;
import dev.b3lb.tenant.SomeAccounts;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** The way of a create with everything around it made by hand: four nodes, one account, a store in memory. */
abstract class CreateFixture {

    static final String ROOM = "room";
    static final NodeReply NOT_FOUND = ScriptedCalls.failed("notFound");
    static final NodeReply NOT_MARKED = ScriptedCalls.answer("<returncode>SUCCESS</returncode><metadata/>");
    static final NodeReply ENDED = ScriptedCalls.answer("<returncode>SUCCESS</returncode>");

    final PoolNode a = SomeNodes.node("a");
    final PoolNode b = SomeNodes.node("b");
    final PoolNode c = SomeNodes.node("c");
    final PoolNode d = SomeNodes.node("d");
    final Account acme = SomeAccounts.account("ACME", 0, true);
    final Settings settings = SomeSettings.with();
    final FixedConfigurations configurations =
            new FixedConfigurations().with(acme).with(a, b, c, d);
    final NodeStates states = new NodeStates();
    final ScriptedCalls calls = new ScriptedCalls();
    final FakeMeetingStore store = new FakeMeetingStore();
    final FakeReservations reservations = new FakeReservations(store, settings, a, b, c, d);
    final OpenMeetings open = new OpenMeetings();
    final FakeEvent<MeetingsChanged> changes = new FakeEvent<>();
    final AtomicLong clock = new AtomicLong();
    final Meters meters = SomeMeters.meters();
    Executor executor = Runnable::run;

    /** A create with this much time. */
    Creation create(Duration time) {
        return result(createMeetings().start(request(), new Deadline(clock::get, time)));
    }

    /** A create with the usual time. */
    Creation create() {
        return create(settings.get(Settings.CREATE_TOTAL));
    }

    CreateMeetings createMeetings() {
        CreateParameters parameters = new CreateParameters(settings, new FakeAssets().brand());
        PlacementGate gate = new PlacementGate(Runnable::run);
        StrayMeetings strays = new StrayMeetings(calls, settings);
        FirstCreate first = new FirstCreate(
                store,
                reservations,
                gate,
                open,
                calls,
                strays,
                changes,
                new PlacementMeter(meters),
                parameters,
                new CreateLog(clock::get),
                settings);
        BreakoutRooms rooms = new BreakoutRooms(new MeetingPlaces(
                new Meetings(open, store, configurations, SomeMeters.meters()), configurations, states));
        EndedMeetings ended = new EndedMeetings(
                store,
                open,
                new MeetingListings(store, settings, SomeMeters.meters()),
                changes,
                new MeetingLog(configurations));
        RepeatedCreate repeated =
                new RepeatedCreate(open, store, configurations, states, calls, strays, ended, parameters, settings);
        return new CreateMeetings(
                open, reservations, gate, first, repeated, rooms, parameters, task -> executor.execute(task), settings);
    }

    CreateRequest request() {
        return new CreateRequest(acme, ROOM, QueryParameters.parse("name=Room&meetingID=" + ROOM), Optional.empty());
    }

    /** An open meeting on a node, known in the store and here. */
    PlacedMeeting known(PoolNode node) {
        PlacedMeeting meeting = SomeMeetings.open(acme, node, ROOM);
        store.put(meeting);
        open.put(meeting);
        return meeting;
    }

    /** A node that creates a meeting with that internal id. */
    static NodeReply created(String internalId) {
        return ScriptedCalls.answer(success(internalId) + "<messageKey/><message/>");
    }

    /** A node that has a meeting of that id already. */
    static NodeReply duplicate(String internalId) {
        return ScriptedCalls.answer(
                success(internalId) + "<messageKey>duplicateWarning</messageKey><message>It is there.</message>");
    }

    private static String success(String internalId) {
        return "<returncode>SUCCESS</returncode><meetingID>" + ROOM + "</meetingID><internalMeetingID>" + internalId
                + "</internalMeetingID><createTime>1</createTime><voiceBridge>70066</voiceBridge>";
    }

    /** A node that tells of a meeting with the marker that the last create on it carried. */
    Function<NodeRequest, CompletionStage<NodeReply>> marked(PoolNode node) {
        return request -> {
            String marker = calls.asked().stream()
                    .filter(asked ->
                            asked.node().equals(node.slug()) && asked.request().call() == ApiCall.CREATE)
                    .reduce((earlier, later) -> later)
                    .orElseThrow()
                    .parameter("meta_b3lb-id");
            return CompletableFuture.completedStage(ScriptedCalls.answer(
                    "<returncode>SUCCESS</returncode><metadata><b3lb-id>" + marker + "</b3lb-id></metadata>"));
        };
    }

    /** A node that answers when something has happened meanwhile. */
    static Function<NodeRequest, CompletionStage<NodeReply>> after(Runnable event, NodeReply answer) {
        return request -> {
            event.run();
            return CompletableFuture.completedStage(answer);
        };
    }

    static NodeAnswer answered(Creation creation) {
        assertThat(creation).isInstanceOf(Creation.Answered.class);
        return ((Creation.Answered) creation).answer();
    }

    static void assertRefused(Creation creation, String messageKey) {
        assertThat(creation).isInstanceOfSatisfying(Creation.Refused.class, refused -> assertThat(
                        refused.error().messageKey())
                .isEqualTo(messageKey));
    }

    /** The meeting's only living row, which is open here and in the store. */
    PlacedMeeting only() {
        assertThat(store.living()).hasSize(1);
        PlacedMeeting row = store.living().get(0);
        assertThat(row.isOpen()).isTrue();
        assertThat(open.find(acme.id(), ROOM)).contains(row);
        return row;
    }

    /** What came of creates of new meetings, as it is counted. */
    List<String> placements() {
        return meters.snapshots().stream()
                .filter(family -> family.getMetadata().getName().equals("b3lb_placements"))
                .flatMap(family -> family.getDataPoints().stream())
                .map(CounterDataPointSnapshot.class::cast)
                .filter(point -> point.getValue() > 0)
                .map(point -> point.getLabels().get("result") + " " + Math.round(point.getValue()))
                .toList();
    }

    void assertNothingStayed() {
        assertThat(store.living()).isEmpty();
        assertThat(open.count()).isZero();
    }

    static <T> T result(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw new AssertionError(failed);
        } catch (InterruptedException | TimeoutException late) {
            throw new AssertionError(late);
        }
    }
}
