package dev.b3lb.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.bbb.QueryParameters;
import dev.b3lb.configuration.FixedConfigurations;
import dev.b3lb.node.NodeStates;
import dev.b3lb.node.PoolNode;
import dev.b3lb.node.SomeNodes;
import dev.b3lb.tenant.Account;
import dev.b3lb.tenant.SomeAccounts;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BreakoutRoomsTest {

    private static final String INTERNAL = "0123456789abcdef0123456789abcdef01234567-1";

    private final Account acme = SomeAccounts.account("ACME", 0);
    private final Account other = SomeAccounts.account("OTHER", 0);
    private final PoolNode node = SomeNodes.node("a");
    private final MeetingWorld world =
            new MeetingWorld(new FixedConfigurations().with(acme, other).with(node), new NodeStates());
    private final BreakoutRooms rooms = new BreakoutRooms(world.places());

    @Test
    void a_room_goes_to_the_node_of_its_main_meeting_which_is_named_by_the_nodes_own_id() {
        world.open(acme, node, "main", INTERNAL);
        CreateRequest ready = ready("isBreakout=true&parentMeetingID=main");
        assertThat(ready.parent()).map(PlacedMeeting::nodeId).contains(node.id());
        assertThat(ready.parameters().first("parentMeetingID")).contains(INTERNAL);
    }

    @Test
    void the_main_meeting_may_be_named_by_the_nodes_own_id() {
        world.open(acme, node, "main", INTERNAL);
        assertThat(ready("isBreakout=TRUE&parentMeetingID=" + INTERNAL).parent())
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"isBreakout=true", "isBreakout=true&parentMeetingID=", "isBreakout=true&parentMeetingID=+"})
    void a_room_has_to_name_its_main_meeting(String query) {
        assertThat(refusal(query)).isEqualTo("parentMeetingIDMissing");
    }

    @Test
    void another_tenants_meeting_is_no_main_meeting() {
        world.open(other, node, "main", INTERNAL);
        assertThat(refusal("isBreakout=true&parentMeetingID=main")).isEqualTo("parentMeetingDoesNotExist");
        assertThat(refusal("isBreakout=true&parentMeetingID=" + INTERNAL)).isEqualTo("parentMeetingDoesNotExist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name=x", "isBreakout=false&name=x", "isBreakout=1&name=x", "isBreakout=&name=x"})
    void other_meetings_have_no_main_meeting_whatever_they_say(String query) {
        CreateRequest ready = ready(query + "&parentMeetingID=main");
        assertThat(ready.parent()).isEmpty();
        assertThat(ready.parameters()).isEqualTo(QueryParameters.parse(query));
    }

    private CreateRequest ready(String query) {
        return ((BreakoutRooms.Ready) rooms.prepare(request(query))).request();
    }

    private String refusal(String query) {
        return ((BreakoutRooms.Refused) rooms.prepare(request(query))).error().messageKey();
    }

    private CreateRequest request(String query) {
        return new CreateRequest(acme, "room", QueryParameters.parse(query), Optional.empty());
    }
}
