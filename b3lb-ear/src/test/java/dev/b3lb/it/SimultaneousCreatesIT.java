package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.fakenode.FakeBbbNode;
import dev.b3lb.testbed.BbbAnswer;
import dev.b3lb.testbed.BbbClient;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@OnTestbed
class SimultaneousCreatesIT {

    private final Testbed testbed;

    SimultaneousCreatesIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @Test
    void fifty_creates_spread_evenly_over_five_idle_nodes() throws Exception {
        try (Pool pool = testbed.newPool(5)) {
            BbbClient client = pool.client();

            List<BbbAnswer> answers = AtOnce.all(50, i -> () -> Rooms.create(client, "room-" + i));

            assertThat(answers).allMatch(BbbAnswer::succeeded);
            assertThat(pool.nodes())
                    .allSatisfy(node -> assertThat(node.meetings().all())
                            .as(node.toString())
                            .hasSizeBetween(9, 11));
        }
    }

    @Test
    void twenty_equal_creates_make_one_meeting_and_all_succeed() throws Exception {
        try (Pool pool = testbed.newPool(5)) {
            BbbClient client = pool.client();

            List<BbbAnswer> answers = AtOnce.all(20, i -> () -> Rooms.create(client, "the-room"));

            assertThat(answers).allMatch(BbbAnswer::succeeded);
            assertThat(answers)
                    .extracting(answer -> answer.value("createTime"))
                    .containsOnly(answers.get(0).value("createTime"));
            assertThat(Rooms.running(pool, "the-room")).hasSize(1);
            assertThat(pool.nodes().stream().filter(node -> node.requests().count("create") > 0))
                    .hasSize(1);
            assertThat(Rooms.listed(client)).containsExactly("the-room");
        }
    }

    @Test
    void equal_creates_that_differ_in_passwords_end_as_on_one_server() throws Exception {
        try (Pool pool = testbed.newPool(3)) {
            BbbClient client = pool.client();

            List<BbbAnswer> answers = AtOnce.all(
                    10,
                    i -> () ->
                            Rooms.create(client, "the-room", Map.of("attendeePW", "ap" + i, "moderatorPW", "mp" + i)));

            assertThat(answers).filteredOn(BbbAnswer::succeeded).hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> !answer.succeeded())
                    .extracting(BbbAnswer::messageKey)
                    .containsOnly("idNotUnique");
            assertThat(Rooms.running(pool, "the-room")).hasSize(1);
        }
    }

    @Test
    void two_tenants_equal_ids_land_on_different_nodes() throws Exception {
        try (Pool pool = testbed.newPool(2);
                SecondTenant other = SecondTenant.in(testbed, pool)) {
            List<BbbClient> clients = List.of(pool.client(), other.client());

            List<BbbAnswer> answers = AtOnce.all(2, i -> () -> Rooms.create(clients.get(i), "the-room"));

            assertThat(answers).allMatch(BbbAnswer::succeeded);
            assertThat(pool.nodes()).allSatisfy(node -> assertThat(Rooms.running(node, "the-room"))
                    .hasSize(1));
        }
    }

    @Test
    void equal_ids_of_many_sub_ids_at_once_leave_a_quarter_of_the_nodes_to_others() throws Exception {
        try (Pool pool = testbed.newPool(5);
                SecondTenant other = SecondTenant.in(testbed, pool)) {
            List<BbbClient> clients = IntStream.rangeClosed(1, 10)
                    .mapToObj(subId -> pool.client(subId, pool.addSecret(subId)))
                    .toList();

            List<BbbAnswer> answers = AtOnce.all(10, i -> () -> Rooms.create(clients.get(i), "squat"));

            assertThat(answers).filteredOn(BbbAnswer::succeeded).hasSize(3);
            assertThat(answers)
                    .filteredOn(answer -> !answer.succeeded())
                    .extracting(BbbAnswer::messageKey)
                    .containsOnly("maxConcurrent");
            assertThat(Rooms.running(pool, "squat")).hasSize(3);
            assertThat(Rooms.create(other.client(), "squat").succeeded()).isTrue();
        }
    }

    @Test
    void an_id_that_all_nodes_have_for_others_is_not_created() throws Exception {
        try (Pool pool = testbed.newPool(1);
                SecondTenant other = SecondTenant.in(testbed, pool)) {
            Rooms.create(pool.client(), "the-room");

            BbbAnswer answer = Rooms.create(other.client(), "the-room");

            assertThat(answer.messageKey()).isEqualTo("internalError");
            assertThat(Rooms.listed(other.client())).isEmpty();
            assertThat(Rooms.ask(other.client(), "end", "the-room").messageKey())
                    .isEqualTo("notFound");
        }
    }

    @Test
    void a_second_create_gets_the_nodes_warning_and_the_first_ones_create_time() throws Exception {
        try (Pool pool = testbed.newPool(2)) {
            BbbAnswer first = Rooms.create(pool.client(), "the-room");

            BbbAnswer second = Rooms.create(pool.client(), "the-room");

            assertThat(first.messageKey()).isEmpty();
            assertThat(second.messageKey()).isEqualTo("duplicateWarning");
            assertThat(second.value("createTime")).isEqualTo(first.value("createTime"));
            assertThat(second.value("internalMeetingID")).isEqualTo(first.value("internalMeetingID"));
        }
    }

    @Test
    void a_create_with_other_passwords_is_not_unique_and_stays_on_its_node() throws Exception {
        try (Pool pool = testbed.newPool(2)) {
            Rooms.create(pool.client(), "the-room", Map.of("attendeePW", "ap", "moderatorPW", "mp"));
            FakeBbbNode home = Rooms.home(pool, "the-room");

            BbbAnswer second =
                    Rooms.create(pool.client(), "the-room", Map.of("attendeePW", "ap", "moderatorPW", "other"));

            assertThat(second.messageKey()).isEqualTo("idNotUnique");
            assertThat(Rooms.home(pool, "the-room")).isSameAs(home);
        }
    }
}
