package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.testbed.BbbAnswer;
import dev.b3lb.testbed.BbbClient;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sub id 0 may see and end everything of its tenant; the others only what is theirs. */
@OnTestbed
class SubIdsIT {

    private final Testbed testbed;
    private Pool pool;
    private BbbClient zero;
    private BbbClient one;
    private BbbClient two;

    SubIdsIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeEach
    void makePool() {
        pool = testbed.newPool(3);
        zero = pool.client();
        one = pool.client(1, pool.addSecret(1));
        two = pool.client(2, pool.addSecret(2));
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    @Test
    void sub_id_0_lists_queries_joins_and_ends_what_the_others_have() throws IOException {
        Rooms.create(one, "room-of-one");

        assertThat(Rooms.listed(zero)).containsExactly("room-of-one");
        assertThat(Rooms.ask(zero, "getMeetingInfo", "room-of-one").succeeded()).isTrue();
        assertThat(zero.send("GET", "join", "meetingID=room-of-one&fullName=Eve&role=VIEWER")
                        .status())
                .isEqualTo(302);
        assertThat(Rooms.ask(zero, "end", "room-of-one").succeeded()).isTrue();
        assertThat(Rooms.listed(one)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"getMeetingInfo, notFound", "end, notFound", "join, notFound", "sendChatMessage, meetingNotFound"})
    void other_sub_ids_reach_only_their_own(String call, String key) throws IOException {
        Rooms.create(one, "room-of-one");
        Rooms.create(zero, "room-of-zero");

        assertThat(Rooms.ask(two, call, "room-of-one").messageKey()).isEqualTo(key);
        assertThat(Rooms.ask(two, call, "room-of-zero").messageKey()).isEqualTo(key);
        assertThat(Rooms.listed(two)).isEmpty();
        assertThat(Rooms.running(pool, "room-of-one")).hasSize(1);
    }

    @Test
    void of_equal_ids_sub_id_0_means_its_own() throws IOException {
        Rooms.create(one, "the-room");
        String own = Rooms.create(zero, "the-room").value("internalMeetingID");

        assertThat(Rooms.ask(zero, "getMeetingInfo", "the-room").value("internalMeetingID"))
                .isEqualTo(own);
        assertThat(Rooms.listed(zero)).containsExactlyInAnyOrder("the-room", "the-room");
    }

    @Test
    void of_two_others_equal_ids_sub_id_0_means_none() throws IOException {
        Rooms.create(one, "the-room");
        Rooms.create(two, "the-room");

        assertThat(Rooms.ask(zero, "getMeetingInfo", "the-room").messageKey()).isEqualTo("notFound");
        assertThat(Rooms.ask(zero, "end", "the-room").messageKey()).isEqualTo("notFound");
        assertThat(Rooms.running(pool, "the-room")).hasSize(2);
    }

    @Test
    void a_create_by_sub_id_0_makes_a_meeting_of_its_own() throws IOException {
        String others = Rooms.create(one, "the-room").value("internalMeetingID");

        String own = Rooms.create(zero, "the-room").value("internalMeetingID");

        assertThat(own).isNotEqualTo(others);
        assertThat(Rooms.running(pool, "the-room")).hasSize(2);
        assertThat(Rooms.ask(one, "getMeetingInfo", "the-room").value("internalMeetingID"))
                .isEqualTo(others);
    }

    @Test
    void where_nobody_else_may_be_every_node_may_have_a_room_of_one_id() throws IOException {
        for (BbbClient each : List.of(zero, one, two)) {
            assertThat(Rooms.create(each, "the-room").succeeded()).isTrue();
        }

        assertThat(Rooms.running(pool, "the-room")).hasSize(3);
    }

    @Test
    void sub_ids_leave_nodes_to_other_tenants_rooms_of_the_id() throws IOException {
        try (SecondTenant other = SecondTenant.in(testbed, pool)) {
            assertThat(Rooms.create(one, "the-room").succeeded()).isTrue();
            assertThat(Rooms.create(two, "the-room").succeeded()).isTrue();

            BbbAnswer third = Rooms.create(zero, "the-room");

            assertThat(third.messageKey()).isEqualTo("maxConcurrent");
            assertThat(third.value("message")).startsWith("This tenant has 2 meetings of this ID");
            assertThat(Rooms.create(zero, "another-room").succeeded()).isTrue();
            assertThat(Rooms.create(one, "the-room").succeeded())
                    .as("a create of what is there")
                    .isTrue();
            assertThat(Rooms.create(other.client(), "the-room").succeeded()).isTrue();
            assertThat(Rooms.ask(one, "end", "the-room").succeeded()).isTrue();
            assertThat(Rooms.create(zero, "the-room").messageKey())
                    .as("the place is for others again")
                    .isEqualTo("maxConcurrent");
        }
    }

    @Test
    void a_secret_opens_only_its_own_sub_id() throws IOException {
        BbbClient wrong = pool.client(2, pool.addSecret(3));

        assertThat(wrong.get("getMeetings").messageKey()).isEqualTo("checksumError");
    }
}
