package dev.b3lb.fakenode;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JoinTest {

    private final FakeBbbNode node = FakeBbbNode.builder().start();
    private final Probe probe = new Probe(node);
    private FakeMeeting meeting;

    @BeforeEach
    void open() {
        meeting = node.meetings()
                .open(
                        "room",
                        "Room",
                        Map.of(
                                "attendeePW",
                                "ap",
                                "moderatorPW",
                                "mp",
                                "maxParticipants",
                                "2",
                                "guestPolicy",
                                "ALWAYS_DENY"));
    }

    @AfterEach
    void close() {
        node.close();
    }

    private Probe.Reply join(String more) throws Exception {
        return probe.get(node.signed("join", "meetingID=room&fullName=Ada+L." + more));
    }

    private static String errors(Probe.Reply reply) {
        return URLDecoder.decode(reply.header("Location").split("errors=")[1], StandardCharsets.UTF_8);
    }

    @Test
    void a_browser_is_sent_to_the_nodes_page_with_a_session() throws Exception {
        Probe.Reply reply = join("&role=VIEWER");

        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.header("Location")).startsWith(node.origin() + "/html5client/join?sessionToken=");
        assertThat(reply.header("Set-Cookie")).startsWith("JSESSIONID=");
    }

    @Test
    void the_person_is_an_attendee_once_the_page_is_opened() throws Exception {
        String page = join("&role=MODERATOR&userID=u1&userdata-bbb_x=1&userdata-a-b=2")
                .header("Location");
        assertThat(meeting.attendees()).isEmpty();

        probe.get(URI.create(page));

        assertThat(meeting.attendees())
                .containsExactly(new Attendee("u1", "Ada L.", true, true, false, false, false, Map.of("bbb_x", "1")));
    }

    @ParameterizedTest
    @CsvSource({
        "userdata-a, a",
        "userdataX-a, a",
        "userdata%20of%20mine-a, a",
        "userdataX-my%20key, my key",
        "userdata-a-, a",
        "userdata-a--, a",
        "userdata, ",
        "userdata-, ",
        "userdata--a, ",
        "userdata-a-b, ",
        "xuserdata-a, ",
        "Userdata-a, ",
    })
    void user_data_is_what_stands_behind_the_one_hyphen(String parameter, String name) throws Exception {
        probe.get(URI.create(join("&role=VIEWER&" + parameter + "=1").header("Location")));

        assertThat(meeting.attendees())
                .extracting(Attendee::customData)
                .containsExactly(name == null ? Map.of() : Map.of(name, "1"));
    }

    @ParameterizedTest
    @CsvSource({
        "&role=moderator, moderator",
        "&role=VIEWER&password=mp, viewer",
        "&role=Moderator&password=, moderator",
        "&password=mp, moderator",
        "&password=ap, viewer",
        "&role=nonsense&password=ap, viewer"
    })
    void a_valid_role_wins_over_the_password(String query, String role) throws Exception {
        Probe.Reply page = probe.get(URI.create(join(query).header("Location")));

        assertThat(page.body()).contains("<span id=\"role\">" + role + "</span>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&password=wrong", "&role=ADMIN", "&password=wrong&redirect=true"})
    void without_role_and_password_the_answer_is_always_xml(String query) throws Exception {
        Probe.Reply reply = join(query);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.key()).isEqualTo("Params required");
    }

    @Test
    void without_redirect_the_answer_is_xml() throws Exception {
        Probe.Reply reply = join("&role=VIEWER&redirect=false");

        assertThat(reply.children("response"))
                .containsExactly(
                        "returncode",
                        "messageKey",
                        "message",
                        "meeting_id",
                        "user_id",
                        "auth_token",
                        "session_token",
                        "guestStatus",
                        "url");
        assertThat(reply.key()).isEqualTo("successfullyJoined");
        assertThat(reply.text("meeting_id")).isEqualTo(meeting.internalId());
        assertThat(reply.text("url")).endsWith("?sessionToken=" + reply.text("session_token"));
    }

    @Test
    void the_right_create_time_is_accepted() throws Exception {
        assertThat(join("&role=VIEWER&redirect=false&createTime=" + meeting.createTime())
                        .key())
                .isEqualTo("successfullyJoined");
    }

    @Test
    void a_wrong_create_time_is_refused() throws Exception {
        Probe.Reply reply = join("&role=VIEWER&redirect=false&createTime=" + (meeting.createTime() + 1));

        assertThat(reply.key()).isEqualTo("mismatchCreateTimeParam");
        assertThat(reply.text("message"))
                .isEqualTo("The createTime parameter submitted mismatches with the current meeting.");
    }

    @Test
    void a_refusal_goes_to_the_error_redirect_url() throws Exception {
        Probe.Reply reply = join("&role=VIEWER&createTime=1&logoutURL=http%3A%2F%2Fout.test%2F"
                + "&errorRedirectUrl=http%3A%2F%2Ferr.test%2F%3Fa%3D1");

        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.header("Location")).startsWith("http://err.test/?a=1&errors=");
        assertThat(errors(reply))
                .isEqualTo("[{\"key\":\"mismatchCreateTimeParam\",\"message\":"
                        + "\"The createTime parameter submitted mismatches with the current meeting.\"}]");
    }

    @Test
    void an_invalid_request_goes_to_the_logout_url_whatever_the_error_redirect_url() throws Exception {
        Probe.Reply reply = probe.get(node.signed(
                "join",
                "meetingID=nowhere&fullName=Ada&role=VIEWER&logoutURL=http%3A%2F%2Fout.test%2F"
                        + "&errorRedirectUrl=http%3A%2F%2Ferr.test%2F"));

        assertThat(reply.header("Location")).startsWith("http://out.test/?errors=");
    }

    @Test
    void an_unknown_meeting_is_reported_as_ended() throws Exception {
        Probe.Reply reply = probe.get(node.signed("join", "meetingID=nowhere&fullName=Ada&role=VIEWER"));

        assertThat(reply.header("Location")).startsWith(node.origin() + "/?errors=");
        assertThat(errors(reply)).startsWith("[{\"key\":\"meetingForciblyEnded\"");
    }

    @Test
    void an_absent_name_makes_the_node_fail() throws Exception {
        assertThat(probe.get(node.signed("join", "meetingID=room&role=VIEWER")).status())
                .isEqualTo(500);
    }

    @Test
    void an_empty_name_is_an_error_with_a_key() throws Exception {
        assertThat(probe.get(node.signed("join", "meetingID=room&role=VIEWER&fullName=&redirect=false"))
                        .key())
                .isEqualTo("missingParamFullName");
    }

    @Test
    void a_full_meeting_takes_nobody() throws Exception {
        meeting.addAttendees(Crowd.of(2));

        assertThat(join("&role=VIEWER&redirect=false").key()).isEqualTo("maxParticipantsReached");
    }

    @Test
    void guests_are_refused_where_the_policy_says_so() throws Exception {
        assertThat(join("&role=VIEWER&redirect=false&guest=true").key()).isEqualTo("guestDeniedAccess");
    }
}
