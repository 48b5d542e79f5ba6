package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.fakenode.Attendee;
import dev.b3lb.fakenode.FakeBbbNode;
import dev.b3lb.fakenode.FakeMeeting;
import dev.b3lb.testbed.BbbAnswer;
import dev.b3lb.testbed.HttpAnswer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nodes print names of user data as they come, and characters that no XML document may have. Whatever one tenant sends,
 * the list of the node stays readable, and the other tenant's meeting on it is told as before.
 */
@OnTestbed
class SpoiledListsIT {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String ROOM = "meetingID=the-room&name=Room";

    private final Testbed testbed;
    private Pool pool;
    private FakeBbbNode node;
    private VictimRoom theirs;
    private VictimRoom.State before;

    SpoiledListsIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeEach
    void makePool() throws IOException {
        pool = testbed.newPool(1);
        node = pool.nodes().get(0);
        theirs = VictimRoom.open(pool, SecondTenant.in(testbed, pool).client(), "their-room");
        poll();
        before = theirs.state();
        theirs.forgetRequests();
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    private void poll() {
        pool.poll(pool.slugs().get(0));
    }

    private void assertNothingIsSpoiled() throws IOException {
        poll();

        assertThat(Reports.of(pool, node).get("health").asString()).isEqualTo("ACTIVE");
        assertThat(Reports.of(pool, node).get("last-error").asString()).isEmpty();
        assertThat(theirs.state()).isEqualTo(before);
    }

    private HttpAnswer join(String more) throws IOException {
        return pool.client().send("GET", "join", "meetingID=the-room&fullName=Ann&role=VIEWER&" + more);
    }

    /** Lets a browser go where a join leads; the person is in the meeting then. */
    private static void enter(HttpAnswer join) throws Exception {
        URI target = join.location().orElseThrow(() -> new AssertionError(join.toString()));
        HttpClient browser = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        browser.send(
                HttpRequest.newBuilder(target).timeout(Duration.ofSeconds(10)).build(), BodyHandlers.discarding());
    }

    private List<Map<String, String>> userData() {
        FakeMeeting meeting = Rooms.running(pool, "the-room").get(0);
        return meeting.attendees().stream().map(Attendee::customData).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userdata-my%20key=1",
                "userdataX-my%20key=1",
                "userdataX-my%20key-=1",
                "userdata%20of%20mine-1=1",
                "userdata%00-%3Cx%3E=1",
                "userdata_-a%3Ab=1",
                "userdataX-%EF%BF%BF=1",
                "userdataX-%ED%A0%80=1",
            })
    void user_data_whose_name_lists_cannot_have_is_left_out(String parameter) throws Exception {
        Rooms.create(pool.client(), "the-room");

        enter(join(parameter + "&userdataY-good=2"));

        assertThat(userData()).containsExactly(Map.of("good", "2"));
        assertNothingIsSpoiled();
        assertThat(Rooms.ask(pool.client(), "getMeetingInfo", "the-room").values("attendees/attendee/fullName"))
                .containsExactly("Ann");
        assertThat(pool.client().get("getMeetings").values("meetings/meeting/attendees/attendee/fullName"))
                .containsExactly("Ann");
    }

    @ParameterizedTest
    @CsvSource({
        "fullName=A%EF%BF%BFb, fullName",
        "fullName=A%EF%BF%BEb, fullName",
        "fullName=A%0Bb, fullName",
        "fullName=A%00b, fullName",
        "fullName=A&userID=%EF%BF%BF, userID",
        "fullName=A&userdata-a=%EF%BF%BF, userdata-a",
        "fullName=A&userdataX-a=%1B, userdata-a",
        "firstName=%EF%BF%BF&lastName=x, firstName",
    })
    void a_join_with_what_no_xml_may_have_is_refused(String query, String parameter) throws IOException {
        Rooms.create(pool.client(), "the-room");

        BbbAnswer answer = BbbAnswer.of(pool.client().send("GET", "join", "meetingID=the-room&role=VIEWER&" + query));

        assertRefused(answer, "The parameter '" + parameter + "' has a character that XML does not allow");
        assertNothingIsSpoiled();
    }

    @ParameterizedTest
    @CsvSource({
        "meetingID=a%EF%BF%BFb&name=Room, Invalid meeting ID",
        "meetingID=a%0Bb&name=Room, Invalid meeting ID",
        "meetingID=ab&name=a%EF%BF%BFb, The parameter 'name' has a character that XML does not allow",
        "meetingID=ab&name=a%0Bb, The parameter 'name' has a character that XML does not allow",
        "meetingID=ab&name=a%00b, The parameter 'name' has a character that XML does not allow",
        "meetingID=ab&name=Room&meta_x=%EF%BF%BE, The parameter 'meta_x' has a character that XML does not allow",
        "meetingID=ab&name=Room&meta_x=%0B, The parameter 'meta_x' has a character that XML does not allow",
        "meetingID=ab&name=Room&moderatorPW=a%EF%BF%BF,"
                + " The parameter 'moderatorPW' has a character that XML does not allow",
    })
    void a_create_with_what_no_xml_may_have_is_refused_however_it_comes(String query, String message)
            throws IOException {
        for (HttpAnswer answer : List.of(
                pool.client().send("GET", "create", query),
                pool.client().post("create", "", FORM, query),
                pool.client().post("create", query, "text/xml", "<modules/>"))) {
            assertRefused(BbbAnswer.of(answer), message);
        }
        assertThat(theirs.requests()).isEmpty();
        assertNothingIsSpoiled();
    }

    /** A lone surrogate and bytes that are no UTF-8 become U+FFFD, and names of metadata that BBB drops it drops. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "meta_x=%ED%A0%80",
                "meta_x=%FF%C3",
                "meta_a%20b=1",
                "meta_%3Cx%3E=1",
                "meta_1=1",
                "meta_%EF%BF%BF=1",
                "welcome=a%0Bb%00%EF%BF%BF",
                "meta_x=a%09b%0Ac%C2%85",
            })
    void what_spoils_nothing_is_taken(String more) throws IOException {
        BbbAnswer answer = BbbAnswer.of(pool.client().send("GET", "create", ROOM + "&" + more));

        assertThat(answer.succeeded()).as(answer.toString()).isTrue();
        assertNothingIsSpoiled();
        assertThat(Rooms.listed(pool.client())).containsExactly("the-room");
    }

    @Test
    void rules_about_user_data_see_it_by_the_name_that_bbb_reads() throws Exception {
        Rooms.create(pool.client(), "the-room");
        rule("userdata-bbb_hide_presentation", Map.of("mode", "BLOCK"));
        rule("userdata-bbb_client_title", Map.of("mode", "OVERRIDE", "value", "Our school"));
        rule("userdata-bbb_shortcuts", Map.of("mode", "SET", "value", "none"));

        enter(join("userdataX-bbb_hide_presentation=true&userdataX-bbb_client_title=Mine&userdataX-bbb_shortcuts=all"));

        assertThat(userData()).containsExactly(Map.of("bbb_client_title", "Our school", "bbb_shortcuts", "all"));
    }

    private void rule(String parameter, Map<String, String> more) {
        Map<String, String> arguments = new LinkedHashMap<>(more);
        arguments.put("tenant-slug", pool.tenant());
        arguments.put("parameter", parameter);
        testbed.operations().call("setparameter", arguments);
    }

    @Test
    void user_data_that_is_the_same_to_bbb_is_there_twice() throws IOException {
        Rooms.create(pool.client(), "the-room");

        BbbAnswer answer = BbbAnswer.of(join("userdata-a=1&userdataX-a=2"));

        assertRefused(answer, "The parameter 'userdata-a' must not be given more than once");
    }

    private static void assertRefused(BbbAnswer answer, String message) {
        assertThat(answer.messageKey()).as(answer.toString()).isEqualTo("validationError");
        assertThat(answer.value("message")).isEqualTo(message);
    }
}
