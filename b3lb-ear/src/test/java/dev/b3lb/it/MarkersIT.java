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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The metadata by which b3lb knows its meetings: on the node, and nowhere else. */
@OnTestbed
class MarkersIT {

    private final Testbed testbed;
    private Pool pool;
    private BbbClient client;

    MarkersIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeEach
    void makePool() {
        pool = testbed.newPool(1);
        client = pool.client();
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    private FakeMeeting meeting() {
        return Rooms.running(pool, "the-room").get(0);
    }

    @Test
    void a_meeting_carries_our_id_on_its_node() throws IOException {
        Rooms.create(client, "the-room", Map.of("meta_bbb-origin", "Moodle"));

        assertThat(UUID.fromString(meeting().metadata().get("b3lb-id"))).isNotNull();
        assertThat(meeting().metadata()).containsEntry("bbb-origin", "Moodle");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+", "%20%09", "%00"})
    void blanks_around_a_name_smuggle_nothing_past_us(String blank) throws IOException {
        String query = "meetingID=the-room&name=Room&#meta_b3lb-id=mine&#record#=true&#welcome=Hi".replace("#", blank)
                + "&meta_endCallbackUrl" + blank + "=http://client.example/";

        assertThat(BbbAnswer.of(client.send("GET", "create", query)).succeeded())
                .isTrue();

        assertThat(UUID.fromString(meeting().metadata().get("b3lb-id"))).isNotNull();
        assertThat(meeting().createParameters().asMap().get("meta_endCallbackUrl"))
                .singleElement()
                .asString()
                .contains("/b3lb/b/meeting/end?nonce=");
        assertThat(meeting().createParameters().asMap().get("record")).containsExactly("false");
        assertThat(meeting().createParameters().raw("welcome")).contains("Hi");
        assertThat(Rooms.listed(client)).containsExactly("the-room");
    }

    @Test
    void no_answer_shows_it() throws IOException {
        BbbAnswer created = Rooms.create(client, "the-room", Map.of("meta_bbb-origin", "Moodle"));
        BbbAnswer listedAtOnce = client.get("getMeetings");
        pool.poll(pool.slugs().get(0));

        for (BbbAnswer answer : List.of(
                created,
                listedAtOnce,
                Rooms.create(client, "the-room"),
                client.get("getMeetings"),
                Rooms.ask(client, "getMeetingInfo", "the-room"),
                Rooms.ask(client, "isMeetingRunning", "the-room"))) {
            assertThat(answer.succeeded()).isTrue();
            assertThat(answer.http().text()).doesNotContainIgnoringCase("b3lb").doesNotContain("meta_");
        }
        for (BbbAnswer list : List.of(listedAtOnce, client.get("getMeetings"))) {
            assertThat(list.value("meetings/meeting/metadata/bbb-origin")).isEqualTo("Moodle");
        }
        HttpAnswer join = client.send("GET", "join", "meetingID=the-room&fullName=E&role=VIEWER");
        assertThat(join.toString()).doesNotContain("b3lb-id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "meta_b3lb-id",
                "meta_B3LB-ID",
                "META_b3lb-id",
                "Meta_b3Lb-Other",
                "meta_b3lb-recordset",
                "meta_B3LB-Recordset",
                "meta_b3lb-"
            })
    void a_client_cannot_set_it(String name) throws IOException {
        String forged = UUID.randomUUID().toString();

        BbbAnswer answer = Rooms.create(client, "the-room", Map.of(name, forged));

        assertThat(answer.succeeded()).isTrue();
        assertThat(meeting().metadata()).doesNotContainValue(forged);
        assertThat(pool.nodes().get(0).requests().last("create").orElseThrow().rawQuery())
                .doesNotContain(forged);
    }

    @Test
    void a_client_cannot_set_it_in_a_form_either() throws IOException {
        String forged = UUID.randomUUID().toString();
        String body = "meetingID=the-room&name=Room&%6Deta_b3lb-id=" + forged;

        HttpAnswer answer = client.post("create", "", "application/x-www-form-urlencoded", body);

        assertThat(BbbAnswer.of(answer).succeeded()).as(answer.toString()).isTrue();
        assertThat(meeting().metadata()).doesNotContainValue(forged);
    }

    @Test
    void a_list_shown_before_and_after_the_first_poll_has_the_same_elements() throws IOException {
        Rooms.create(client, "the-room", Map.of("meta_bbb-origin", "Moodle", "meta_x", "<&>", "duration", "30"));
        List<String> before = client.get("getMeetings").values("meetings/meeting/*");
        pool.poll(pool.slugs().get(0));

        assertThat(client.get("getMeetings").values("meetings/meeting/*")).isEqualTo(before);
    }
}
