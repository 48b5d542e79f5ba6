package dev.b3lb.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.NodeFailure;
import dev.b3lb.bbb.NodeReply;
import dev.b3lb.callback.FakeOutbox;
import dev.b3lb.configuration.FixedConfigurations;
import dev.b3lb.meter.SomeMeters;
import dev.b3lb.node.PoolNode;
import dev.b3lb.node.ScriptedCalls;
import dev.b3lb.node.SomeNodes;
import dev.b3lb.settings.SomeSettings;
import dev.b3lb.tenant.Account;
import dev.b3lb.tenant.SomeAccounts;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ForcedEndsTest {

    private static final NodeReply ENDS =
            ScriptedCalls.answer("<returncode>SUCCESS</returncode><messageKey>sentEndMeetingRequest</messageKey>");

    private final Account acme = SomeAccounts.account("ACME", 0);
    private final PoolNode one = SomeNodes.node("one");
    private final PoolNode two = SomeNodes.node("two");
    private final FakeMeetingStore store = new FakeMeetingStore();
    private final FakeOutbox outbox = new FakeOutbox();
    private final OpenMeetings open = new OpenMeetings();
    private final ScriptedCalls calls = new ScriptedCalls();
    private final FixedConfigurations configurations =
            new FixedConfigurations().with(acme).with(one).with(two);
    private final ForcedEnds ends = new ForcedEnds(
            new EndQuestions(configurations, calls, SomeSettings.with()),
            new EndCallbacks(configurations),
            new EndRecords(store, outbox),
            new EndedMeetings(
                    store,
                    open,
                    new MeetingListings(store, SomeSettings.with(), SomeMeters.meters()),
                    new FakeEvent<>(),
                    new MeetingLog(configurations)));

    private PlacedMeeting put(PlacedMeeting meeting) {
        store.put(meeting);
        open.put(meeting);
        return meeting;
    }

    private PlacedMeeting room(PoolNode node, String meetingId) {
        return put(SomeMeetings.keeping(
                Map.of("endcallbackurl", "https://lms.example.com/end"), SomeMeetings.open(acme, node, meetingId)));
    }

    @Test
    void meetings_are_ended_by_the_nodes_own_ids_and_nobody_finds_them_any_more() {
        calls.on(one, ApiCall.END, ENDS);
        PlacedMeeting room = room(one, "room");

        List<ForcedEnds.Ended> ended = ends.end(List.of(room), true);

        assertThat(ended).singleElement().matches(ForcedEnds.Ended::closed).matches(ForcedEnds.Ended::confirmed);
        assertThat(calls.asked().get(0).parameter("meetingID")).isEqualTo("room-1");
        assertThat(store.row(room.id()).state()).isEqualTo(MeetingState.CLOSED);
        assertThat(open.find(acme.id(), "room")).isEmpty();
    }

    @Test
    void what_a_node_confirms_it_tells_itself_and_the_rest_is_told_at_once() {
        calls.on(one, ApiCall.END, ENDS).on(two, ApiCall.END, ScriptedCalls.failed("checksumError"));

        ends.end(List.of(room(one, "confirmed"), room(two, "refused")), true);

        assertThat(outbox.entries()).singleElement().satisfies(told -> assertThat(told.meetingId())
                .isEqualTo("refused"));
    }

    @Test
    void when_nodes_can_tell_nothing_any_more_everything_is_told_at_once() {
        calls.on(one, ApiCall.END, ENDS);

        ends.end(List.of(room(one, "confirmed")), false);

        assertThat(outbox.entries()).hasSize(1);
    }

    @Test
    void a_node_that_does_not_answer_is_not_asked_for_all_of_its_meetings() {
        calls.on(one, ApiCall.END, ScriptedCalls.failure(NodeFailure.Kind.NO_CONNECTION))
                .on(two, ApiCall.END, ENDS);
        List<PlacedMeeting> many =
                IntStream.range(0, 100).mapToObj(i -> room(one, "room-" + i)).toList();
        PlacedMeeting elsewhere = room(two, "elsewhere");

        List<ForcedEnds.Ended> ended =
                ends.end(Stream.concat(many.stream(), Stream.of(elsewhere)).toList(), true);

        assertThat(ended).hasSize(101).allMatch(ForcedEnds.Ended::closed);
        assertThat(ended).filteredOn(ForcedEnds.Ended::confirmed).hasSize(1);
        assertThat(calls.words()).filteredOn("one end"::equals).hasSize(16);
        assertThat(ended).anySatisfy(one -> assertThat(one.reply()).isEqualTo(EndReply.NODE_IS_SILENT));
    }

    @Test
    void one_that_is_just_being_created_is_closed_without_asking_and_without_telling() {
        PlacedMeeting pending = put(SomeMeetings.pending(acme, one, "room"));

        List<ForcedEnds.Ended> ended = ends.end(List.of(pending), false);

        assertThat(ended).singleElement().matches(ForcedEnds.Ended::closed);
        assertThat(calls.asked()).isEmpty();
        assertThat(outbox.entries()).isEmpty();
    }

    @Test
    void one_that_has_begun_anew_meanwhile_is_not_closed() {
        calls.on(one, ApiCall.END, ENDS);
        PlacedMeeting before = room(one, "room");
        store.put(SomeMeetings.opened(before, "room-2"));

        assertThat(ends.end(List.of(before), true)).singleElement().matches(ended -> !ended.closed());
    }
}
