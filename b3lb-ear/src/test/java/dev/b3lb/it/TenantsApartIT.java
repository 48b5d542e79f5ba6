package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.fakenode.FakeMeeting;
import dev.b3lb.testbed.BbbAnswer;
import dev.b3lb.testbed.BbbClient;
import dev.b3lb.testbed.HttpAnswer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two tenants on the same nodes. */
@OnTestbed
class TenantsApartIT {

    private final Testbed testbed;
    private Pool pool;
    private BbbClient mine;
    private BbbClient theirs;

    TenantsApartIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeEach
    void makePool() {
        pool = testbed.newPool(2);
        mine = pool.client();
        theirs = SecondTenant.in(testbed, pool).client();
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"getMeetingInfo", "end", "join", "sendChatMessage"})
    void nothing_leads_to_another_tenants_meeting(String call) throws IOException {
        String internalId = Rooms.create(theirs, "their-room").value("internalMeetingID");

        assertThat(Rooms.ask(mine, call, "their-room").messageKey()).isEqualTo("notFound");
        assertThat(Rooms.ask(mine, call, internalId).messageKey()).isEqualTo("notFound");
        assertThat(Rooms.running(pool, "their-room")).hasSize(1);
    }

    @Test
    void another_tenants_meeting_is_neither_listed_nor_running_nor_filled() throws IOException {
        String internalId = Rooms.create(theirs, "their-room").value("internalMeetingID");

        assertThat(Rooms.listed(mine)).isEmpty();
        for (String id : new String[] {"their-room", internalId}) {
            assertThat(Rooms.ask(mine, "isMeetingRunning", id).value("running")).isEqualTo("false");
            HttpAnswer inserted = mine.post("insertDocument", "meetingID=" + id, "text/xml", "<modules/>");
            assertThat(BbbAnswer.of(inserted).succeeded()).isFalse();
        }
        assertThat(Rooms.running(pool, "their-room").get(0).documents()).isEmpty();
    }

    @Test
    void equal_ids_are_two_meetings_of_which_each_tenant_has_its_own() throws IOException {
        String myMeeting = Rooms.create(mine, "the-room").value("internalMeetingID");
        String theirMeeting = Rooms.create(theirs, "the-room").value("internalMeetingID");

        assertThat(Rooms.ask(mine, "getMeetingInfo", "the-room").value("internalMeetingID"))
                .isEqualTo(myMeeting);
        assertThat(Rooms.ask(theirs, "getMeetingInfo", "the-room").value("internalMeetingID"))
                .isEqualTo(theirMeeting);
        assertThat(Rooms.ask(mine, "end", "the-room").succeeded()).isTrue();
        assertThat(Rooms.running(pool, "the-room"))
                .extracting(FakeMeeting::internalId)
                .containsExactly(theirMeeting);
        assertThat(Rooms.listed(theirs)).containsExactly("the-room");
    }

    @Test
    void a_meeting_on_a_node_that_is_not_marked_as_ours_is_nobodys() throws IOException {
        pool.nodes().get(0).meetings().open("strange-room", "Strange", Map.of());
        pool.slugs().forEach(pool::poll);

        assertThat(Rooms.listed(mine)).isEmpty();
        assertThat(Rooms.ask(mine, "getMeetingInfo", "strange-room").messageKey())
                .isEqualTo("notFound");
        assertThat(Rooms.ask(mine, "end", "strange-room").messageKey()).isEqualTo("notFound");
        assertThat(Rooms.running(pool, "strange-room")).hasSize(1);
    }

    @Test
    void a_create_does_not_adopt_a_strangers_meeting_of_the_same_id() throws IOException {
        pool.nodes().forEach(node -> node.meetings().open("strange-room", "Strange", Map.of()));

        BbbAnswer answer = Rooms.create(mine, "strange-room");

        assertThat(answer.messageKey()).isEqualTo("internalError");
        assertThat(Rooms.listed(mine)).isEmpty();
        assertThat(Rooms.running(pool, "strange-room")).hasSize(2);
    }
}
