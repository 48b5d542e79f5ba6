package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.fakenode.Crowd;
import dev.b3lb.fakenode.FakeBbbNode;
import dev.b3lb.fakenode.FakeMeeting;
import dev.b3lb.fakenode.Fault;
import dev.b3lb.testbed.BbbAnswer;
import dev.b3lb.testbed.BbbClient;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A meeting in a node's list that cannot be read, or that is far too large: it is that meeting's matter alone. */
@OnTestbed
@Tag("full")
class OddMeetingsIT {

    private static final int MEGABYTE = 1 << 20;

    private final Testbed testbed;
    private Pool pool;
    private FakeBbbNode node;
    private BbbClient other;
    private FakeMeeting odd;

    OddMeetingsIT(Testbed testbed) {
        this.testbed = testbed;
    }

    /** One tenant's lecture with 40 people, another tenant's class with three, both on the only node. */
    @BeforeEach
    void makeMeetings() throws IOException {
        pool = testbed.newPool(1);
        node = pool.nodes().get(0);
        other = SecondTenant.in(testbed, pool).client();
        Rooms.create(pool.client(), "lecture");
        Rooms.create(other, "class");
        odd = Rooms.running(node, "lecture").get(0);
        odd.addAttendees(Crowd.of(40));
        Rooms.running(node, "class").get(0).addAttendees(Crowd.of(3));
        poll(1);
    }

    @AfterEach
    void closePool() {
        node.faults().heal();
        pool.close();
    }

    private void poll(int times) {
        for (int i = 0; i < times; i++) {
            pool.poll(pool.slugs().get(0));
        }
    }

    private String report(String field) {
        return Reports.of(pool, node).get(field).asString();
    }

    /** In the order in which nodes list them, the list being the only place of the id that is changed. */
    private void spoil(String oddity) {
        String id = "<meetingID>lecture</meetingID>";
        node.faults().set(Fault.changed("odd meeting", body -> body.replace(id, id + oddity)), "getMeetings");
    }

    private void assertEverybodyIsServed() throws IOException {
        assertThat(Rooms.listed(pool.client())).containsExactly("lecture");
        assertThat(other.get("getMeetings").values("meetings/meeting/participantCount"))
                .containsExactly("3");
        assertThat(Rooms.ask(other, "isMeetingRunning", "class").value("running"))
                .isEqualTo("true");
        assertThat(Rooms.ask(pool.client(), "getMeetingInfo", "lecture").succeeded())
                .isTrue();
        for (BbbClient client : new BbbClient[] {pool.client(), other}) {
            String room = client == other ? "class" : "lecture";
            assertThat(client.send("GET", "join", "meetingID=" + room + "&fullName=Ann&role=VIEWER")
                            .status())
                    .isEqualTo(302);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<my key>1</my key>",
                "<x>&#11;</x>",
                "<x>&#x0;</x>",
                "<x>&#xD83D;</x>",
                "<never closed",
                "</meeting>"
            })
    void one_that_cannot_be_read_is_known_as_before_and_no_other_is_touched(String oddity) throws IOException {
        spoil(oddity);

        poll(5);

        assertThat(report("health")).isEqualTo("ACTIVE");
        assertThat(report("unreadable-meetings")).isEqualTo(odd.internalId() + " (lecture)");
        assertThat(report("meetings")).isEqualTo("2");
        assertThat(report("users")).isEqualTo("43");
        assertEverybodyIsServed();
        assertThat(Rooms.create(pool.client(), "lecture").value("internalMeetingID"))
                .isEqualTo(odd.internalId());

        node.faults().heal();
        poll(2);

        assertThat(report("unreadable-meetings")).isEmpty();
        assertThat(odd.isEnded()).isFalse();
        assertThat(node.requests().count("end")).isZero();
        assertEverybodyIsServed();
    }

    @Test
    void nobody_is_missing_while_one_cannot_be_read_that_does_not_even_tell_its_id() throws IOException {
        String id = "<internalMeetingID>" + odd.internalId();
        node.faults()
                .set(Fault.changed("no id", body -> body.replace(id, id.replace("ID>", "ID>&#0;"))), "getMeetings");

        poll(5);

        assertThat(report("health")).isEqualTo("ACTIVE");
        assertThat(report("unreadable-meetings")).isEqualTo("of no known id (lecture)");
        assertEverybodyIsServed();
    }

    @Test
    void a_line_break_before_the_list_is_nothing() throws IOException {
        node.faults()
                .set(
                        Fault.changed("line break", body -> "\n<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + body),
                        "getMeetings");

        poll(4);

        assertThat(report("health")).isEqualTo("ACTIVE");
        assertThat(report("unreadable-meetings")).isEmpty();
        assertEverybodyIsServed();
    }

    @Test
    void a_list_that_is_too_large_puts_its_node_in_doubt_and_no_more() throws IOException {
        node.faults().set(Fault.largeBody(70L * MEGABYTE), "getMeetings");

        poll(5);

        assertThat(report("health")).isEqualTo("SUSPECT");
        assertThat(report("last-error")).isEqualTo("the answer is too large");
        assertEverybodyIsServed();

        node.faults().heal();
        poll(1);
        assertThat(report("health")).isEqualTo("ACTIVE");
    }

    @Test
    void a_create_with_far_too_much_metadata_is_refused_before_any_node_hears_of_it() throws IOException {
        long before = node.requests().count("create");

        for (String metadatum : new String[] {"meta_a", "meta_" + "b".repeat(100)}) {
            BbbAnswer refused = BbbAnswer.of(pool.client()
                    .post(
                            "create",
                            "",
                            "application/x-www-form-urlencoded",
                            "meetingID=huge&name=Huge&" + metadatum + "=" + "x".repeat(MEGABYTE - 500)));
            assertThat(refused.messageKey()).isEqualTo("validationError");
            assertThat(refused.value("message")).contains("65536 bytes");
        }

        assertThat(node.requests().count("create")).isEqualTo(before);
        assertThat(Rooms.create(pool.client(), "large", Map.of("meta_a", "x".repeat(65_000)))
                        .succeeded())
                .isTrue();
        poll(1);
        assertThat(report("health")).isEqualTo("ACTIVE");
        assertThat(Rooms.listed(other)).containsExactly("class");
    }
}
