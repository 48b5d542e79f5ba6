package dev.b3lb.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.configuration.FixedConfigurations;
import dev.b3lb.meter.SomeMeters;
import dev.b3lb.node.NodeHealth;
import dev.b3lb.node.NodeStates;
import dev.b3lb.node.PoolNode;
import dev.b3lb.node.SomeNodes;
import dev.b3lb.tenant.Account;
import dev.b3lb.tenant.SomeAccounts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeetingPlacesTest {

    private final Account acme = SomeAccounts.account("ACME", 0);
    private final PoolNode node = SomeNodes.node("a");
    private final FixedConfigurations configurations =
            new FixedConfigurations().with(acme).with(node);
    private final OpenMeetings open = new OpenMeetings();
    private final NodeStates states = new NodeStates();
    private final MeetingPlaces places = new MeetingPlaces(
            new Meetings(open, new FakeMeetingStore(), configurations, SomeMeters.meters()), configurations, states);

    @Test
    void a_meeting_is_found_with_its_node_and_how_that_is() {
        PlacedMeeting meeting = SomeMeetings.open(acme, node, "room");
        open.put(meeting);
        states.put(List.of(SomeNodes.state(node, NodeHealth.DOWN, Duration.ZERO)));
        assertThat(places.find(acme, "room"))
                .contains(new MeetingPlace(meeting, Optional.empty(), node, NodeHealth.DOWN));
        assertThat(places.find(acme, "room").orElseThrow().nodeIsDown()).isTrue();
    }

    @Test
    void a_suspect_node_is_not_down() {
        open.put(SomeMeetings.open(acme, node, "room"));
        states.put(List.of(SomeNodes.state(node, NodeHealth.SUSPECT, Duration.ZERO)));
        assertThat(places.find(acme, "room").orElseThrow().nodeIsDown()).isFalse();
    }

    @Test
    void a_node_of_which_nothing_is_known_is_new() {
        open.put(SomeMeetings.open(acme, node, "room"));
        assertThat(places.find(acme, "room")).map(MeetingPlace::health).contains(NodeHealth.NEW);
    }

    @Test
    void a_meeting_whose_node_was_taken_out_is_nowhere() {
        open.put(SomeMeetings.open(acme, SomeNodes.node("gone"), "room"));
        assertThat(places.find(acme, "room")).isEmpty();
    }
}
