package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.fakenode.FakeBbbNode;
import dev.b3lb.fakenode.Fault;
import dev.b3lb.fakenode.PresentationDocument;
import dev.b3lb.testbed.BbbAnswer;
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
import org.junit.jupiter.params.provider.CsvSource;

@OnTestbed
class MeetingCallsIT {

    private final Testbed testbed;
    private Pool pool;

    MeetingCallsIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeEach
    void makePool() {
        pool = testbed.newPool(1);
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    private FakeBbbNode node() {
        return pool.nodes().get(0);
    }

    @Test
    void a_joiner_who_wants_xml_gets_the_nodes_answer() throws IOException {
        Rooms.create(pool.client(), "the-room");

        BbbAnswer answer = pool.client()
                .get("join", Map.of("meetingID", "the-room", "fullName", "Eve", "role", "VIEWER", "redirect", "false"));

        assertThat(answer.messageKey()).isEqualTo("successfullyJoined");
        assertThat(answer.value("url")).startsWith(node().origin());
    }

    @Test
    void a_join_keeps_every_parameter_and_costs_no_call_to_the_node() throws IOException {
        Rooms.create(pool.client(), "the-room");
        node().requests().clear();

        String location = pool.client()
                .send(
                        "GET",
                        "join",
                        "createTime=123&meetingID=the-room&userdata-x=a%2Bb+c&fullName=E%26e&role=viewer&odd=%7E")
                .header("Location")
                .orElseThrow();

        assertThat(location)
                .contains(
                        "createTime=123",
                        "userdata-x=a%2Bb+c",
                        "fullName=E%26e",
                        "role=viewer",
                        "odd=%7E",
                        "checksum=");
        assertThat(node().requests().count("join")).isZero();
        assertThat(node().requests().count("getMeetingInfo")).isZero();
    }

    @Test
    void a_meeting_can_be_asked_for_by_its_internal_id() throws IOException {
        String internalId = Rooms.create(pool.client(), "the-room").value("internalMeetingID");

        assertThat(Rooms.ask(pool.client(), "getMeetingInfo", internalId).value("meetingID"))
                .isEqualTo("the-room");
    }

    @Test
    void an_id_that_looks_like_the_beginning_of_an_internal_one_means_only_the_clients_own() throws IOException {
        String internalId = Rooms.create(pool.client(), "the-room").value("internalMeetingID");
        String prefix = internalId.substring(0, 6);

        assertThat(Rooms.ask(pool.client(), "getMeetingInfo", prefix).messageKey())
                .isEqualTo("notFound");
        assertThat(Rooms.ask(pool.client(), "end", prefix).messageKey()).isEqualTo("notFound");
        assertThat(Rooms.running(pool, "the-room")).hasSize(1);

        assertThat(Rooms.create(pool.client(), prefix).succeeded()).isTrue();
        assertThat(Rooms.ask(pool.client(), "getMeetingInfo", prefix).value("meetingID"))
                .isEqualTo(prefix);
        assertThat(Rooms.ask(pool.client(), "end", prefix).succeeded()).isTrue();
        assertThat(Rooms.running(pool, "the-room")).hasSize(1);
        assertThat(Rooms.running(pool, prefix)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "getMeetingInfo, notFound",
        "end, notFound",
        "sendChatMessage, meetingNotFound",
        "isMeetingRunning, ''",
    })
    void a_meeting_that_nobody_created_is_not_found(String call, String key) throws IOException {
        BbbAnswer answer = Rooms.ask(pool.client(), call, "no-room");

        assertThat(answer.messageKey()).isEqualTo(key);
        assertThat(node().requests().count(call)).isZero();
    }

    @Test
    void a_message_without_a_meeting_is_refused_as_bbb_does() throws IOException {
        assertThat(pool.client().get("sendChatMessage", Map.of("message", "hi")).messageKey())
                .isEqualTo("missingParamMeetingID");
        assertThat(node().requests().count("sendChatMessage")).isZero();
    }

    @Test
    void a_joiner_who_wants_xml_is_told_that_the_server_answered_nonsense() throws IOException {
        Rooms.create(pool.client(), "the-room");
        Map<String, String> join =
                Map.of("meetingID", "the-room", "fullName", "E", "role", "VIEWER", "redirect", "false");

        node().faults().set(Fault.status(500), "join");
        assertThat(pool.client().get("join", join).value("message"))
                .isEqualTo("The server of this meeting answered with an error, not with a session.");
        node().faults().set(Fault.loginPage(), "join");
        assertThat(pool.client().get("join", join).value("message"))
                .isEqualTo("The server of this meeting gave an answer that cannot be read.");
        assertThat(Reports.of(pool, node()).get("health").asString()).isEqualTo("ACTIVE");
    }

    @Test
    void nobody_chooses_the_conference_to_speak_in() throws IOException {
        Rooms.create(pool.client(), "the-room", Map.of("webVoice", "71234"));

        String query = pool.client()
                .send("GET", "join", "meetingID=the-room&fullName=E&role=VIEWER&webVoiceConf=71235")
                .location()
                .orElseThrow()
                .getQuery();

        assertThat(query).contains("fullName=E").doesNotContain("webVoice");
        assertThat(Rooms.running(pool, "the-room").get(0).createParameters().first("webVoice"))
                .isEmpty();
    }

    @Test
    void a_create_takes_its_presentation_along() throws IOException {
        String xml =
                "<modules><module name=\"presentation\"><document name=\"a.txt\">aGVsbG8=</document></module></modules>";

        HttpAnswer answer =
                pool.client().post("create", "meetingID=the-room&name=Room", "text/xml; charset=UTF-8", xml);

        assertThat(BbbAnswer.of(answer).succeeded()).as(answer.toString()).isTrue();
        assertThat(Rooms.running(pool, "the-room").get(0).documents())
                .extracting(PresentationDocument::fileName)
                .containsExactly("a.txt");
    }

    @Test
    void a_very_long_welcome_text_reaches_the_node_whole() throws IOException {
        String welcome = "Grüße & mehr; ".repeat(1_500);

        BbbAnswer answer = Rooms.create(pool.client(), "the-room", Map.of("welcome", welcome));

        assertThat(answer.succeeded()).as(answer.toString()).isTrue();
        assertThat(Rooms.running(pool, "the-room").get(0).createParameters().raw("welcome"))
                .contains(welcome);
    }
}
