package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.fakenode.Attendee;
import dev.b3lb.fakenode.Crowd;
import dev.b3lb.fakenode.FakeBbbNode;
import dev.b3lb.fakenode.FakeMeeting;
import dev.b3lb.testbed.BbbAnswer;
import dev.b3lb.testbed.HttpAnswer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The answers that b3lb gives by itself, to the letter: clients read the keys, and people the texts. */
@OnTestbed
class ApiAnswersIT {

    private static final String WRONG = "checksum=" + "0".repeat(64);

    private final Testbed testbed;
    private Pool pool;

    ApiAnswersIT(Testbed testbed) {
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

    private static String failed(String key, String message) {
        return "<response><returncode>FAILED</returncode><messageKey>" + key + "</messageKey><message>" + message
                + "</message></response>";
    }

    private static void assertXml(HttpAnswer answer, String xml) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).contains("text/xml;charset=utf-8");
        assertThat(answer.header("Cache-Control")).contains("no-cache");
        assertThat(answer.text()).isEqualTo(xml);
    }

    private static void assertJson(HttpAnswer answer, String json) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).contains("application/json");
        assertThat(answer.header("Cache-Control")).contains("no-cache");
        assertThat(answer.text()).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource({
        "getMeetings, You must provide the checksum, Checksums do not match",
        "create, You must provide the checksum, Checksums do not match",
        "join, You must provide the checksum, Checksums do not match",
        "getSessions, You must provide the checksum, Checksums do not match",
        "getRecordings, You did not pass the checksum security check, You did not pass the checksum security check",
        "getRecordingTextTracks, You did not pass the checksum security check, You did not pass the checksum security check",
    })
    void a_missing_and_a_wrong_checksum_are_worded_as_the_call_does(String call, String missing, String wrong)
            throws IOException {
        assertXml(pool.client().sendUnsigned("GET", call, "recordID=a"), failed("checksumError", missing));
        assertXml(pool.client().sendUnsigned("GET", call, "recordID=a&" + WRONG), failed("checksumError", wrong));
        assertXml(
                pool.client().sendUnsigned("GET", call, "recordID=a&" + WRONG + "&" + WRONG),
                failed("checksumError", "Checksums do not match"));
    }

    @Test
    void an_unknown_meeting_is_not_found() throws IOException {
        for (String call : List.of("getMeetingInfo", "end")) {
            for (String query : List.of("", "meetingID=", "meetingID=nobodys", "meetingID=x&password=y")) {
                assertXml(
                        pool.client().send("GET", call, query),
                        failed("notFound", "A meeting with that ID does not exist"));
            }
        }
        assertXml(
                pool.client().send("GET", "sendChatMessage", "meetingID=nobodys&message=hi"),
                failed("meetingNotFound", "A meeting with that ID does not exist"));
        assertXml(
                pool.client().send("GET", "isMeetingRunning", "meetingID=nobodys"),
                "<response><returncode>SUCCESS</returncode><running>false</running></response>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|missingParamMeetingID|You must provide a meeting ID",
                "meetingID=|missingParamMeetingID|You must provide a meeting ID",
                "meetingID=x|sizeError|Meeting ID must be between 2 and 256 characters",
                "meetingID=a%2Cb|validationError|Meeting ID cannot contain ','",
                "meetingID=ab&meetingID=ab|validationError|The parameter 'meetingID' must not be given more than once",
            })
    void a_wrong_question_is_refused_as_bbb_does(String query, String key, String message) throws IOException {
        for (String call : List.of("isMeetingRunning", "join", "sendChatMessage")) {
            assertXml(pool.client().send("GET", call, query), failed(key, message));
        }
    }

    @Test
    void a_wrong_external_url_is_refused() throws IOException {
        assertXml(
                pool.client().send("GET", "create", "name=Room&meetingID=room&presentationUploadExternalUrl=nonsense"),
                failed("validationError", "Param 'presentationUploadExternalUrl' is not a valid URL"));
    }

    @Test
    void no_meetings_and_no_sessions_are_told_as_a_success() throws IOException {
        assertXml(
                pool.client().send("GET", "getMeetings", ""),
                "<response><returncode>SUCCESS</returncode><meetings/><messageKey>noMeetings</messageKey>"
                        + "<message>no meetings were found on this server</message></response>");
        assertXml(
                pool.client().send("GET", "getSessions", ""),
                "<response><returncode>SUCCESS</returncode><sessions/><messageKey>noSessions</messageKey>"
                        + "<message>no sessions were found on this server</message></response>");
    }

    @Test
    void sessions_are_the_people_of_the_meetings_that_polling_has_seen() throws IOException {
        Rooms.create(pool.client(), "the-room");
        FakeMeeting meeting = Rooms.running(pool, "the-room").get(0);
        meeting.addAttendees(Crowd.of(3));
        pool.poll(pool.slugs().get(0));
        Awaitility.await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> assertThat(
                        pool.client().get("getSessions").values("sessions/meeting/userName"))
                .hasSize(3));
        node().requests().clear();

        BbbAnswer sessions = pool.client().get("getSessions");

        assertThat(sessions.values("sessions/meeting/userName"))
                .containsExactlyInAnyOrderElementsOf(
                        meeting.attendees().stream().map(Attendee::fullName).toList());
        assertThat(sessions.values("sessions/meeting/meetingID")).containsOnly(meeting.internalId());
        assertThat(sessions.values("sessions/meeting/meetingName")).containsOnly("Room the-room");
        assertThat(node().requests().count("getSessions")).isZero();
    }

    @Test
    void sessions_of_another_tenant_are_not_told() throws IOException {
        try (Pool other = testbed.newPool(1)) {
            Rooms.create(other.client(), "their-room");
            Rooms.running(other, "their-room").get(0).addAttendees(Crowd.of(2));
            other.poll(other.slugs().get(0));

            assertThat(pool.client().get("getSessions").messageKey()).isEqualTo("noSessions");
        }
    }

    @Test
    void a_pool_without_recordings_says_so() throws IOException {
        for (String query : List.of("", "meetingID=the-room", "recordID=x&state=any&limit=10")) {
            assertXml(
                    pool.client().send("GET", "getRecordings", query),
                    "<response><returncode>SUCCESS</returncode><recordings></recordings>"
                            + "<messageKey>noRecordings</messageKey>"
                            + "<message>There are no recordings for the meeting(s).</message></response>");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "publishRecordings, publish=true, missingParamRecordID, You must specify a recordID.",
        "publishRecordings, recordID=x, missingParamPublish, You must specify a publish value true or false.",
        "deleteRecordings, recordID=, missingParamRecordID, You must specify a recordID.",
        "updateRecordings, meta_a=b, missingParamRecordID, You must specify a recordID.",
    })
    void what_a_call_about_recordings_lacks_is_told_whatever_its_checksum(
            String call, String query, String key, String message) throws IOException {
        assertXml(pool.client().send("GET", call, query), failed(key, message));
        assertXml(pool.client().sendUnsigned("GET", call, query + "&" + WRONG), failed(key, message));
        assertXml(
                pool.client().sendUnsigned("GET", call, query),
                failed("checksumError", "You did not pass the checksum security check"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"publishRecordings", "deleteRecordings", "updateRecordings"})
    void no_recording_is_found_to_be_changed(String call) throws IOException {
        assertXml(
                pool.client().send("GET", call, "recordID=x&publish=true"),
                failed("notFound", "We could not find recordings"));
        assertXml(
                pool.client().sendUnsigned("GET", call, "recordID=x&publish=true&" + WRONG),
                failed("checksumError", "You did not pass the checksum security check"));
    }

    @Test
    void text_tracks_are_told_of_in_json() throws IOException {
        String lacking = "{\"response\":{\"returncode\":\"FAILED\",\"messageKey\":\"paramError\","
                + "\"message\":\"Missing param %s.\"}}";
        String none = "{\"response\":{\"returncode\":\"FAILED\",\"messageKey\":\"noRecordings\","
                + "\"message\":\"There are no recordings for the meeting(s).\"}}";

        assertJson(pool.client().send("GET", "getRecordingTextTracks", ""), lacking.formatted("recordID"));
        assertJson(pool.client().send("GET", "getRecordingTextTracks", "recordID=x"), none);
        assertJson(pool.client().send("POST", "putRecordingTextTrack", "recordID=x"), lacking.formatted("kind"));
        assertJson(
                pool.client()
                        .post(
                                "putRecordingTextTrack",
                                "recordID=x&kind=captions&lang=en",
                                "multipart/form-data; boundary=b",
                                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.vtt\"\r\n\r\n"
                                        + "WEBVTT".repeat(1_000) + "\r\n--b--\r\n"),
                none);
    }

    @Test
    void no_server_for_a_meeting_is_told_with_the_balancers_own_keys() throws IOException {
        assertXml(
                pool.client().send("GET", "create", "meetingID=the-room&name=Room&meta_server-tag=gpu!"),
                failed("serverTagUnavailable", "No server with the required tag is available."));

        testbed.operations().call("maintenance", Map.of("cluster", pool.cluster(), "on", "true"));

        assertXml(
                pool.client().send("GET", "create", "meetingID=the-room&name=Room"),
                failed("internalError", "No server is available for this meeting."));
    }

    @Test
    void a_server_that_does_not_answer_is_told_by_call() throws IOException {
        Rooms.create(pool.client(), "the-room");
        node().faults().refuseConnections();

        assertXml(
                pool.client().send("GET", "end", "meetingID=the-room"),
                failed("serverUnavailable", "The server for this meeting is disabled/offline."));
        assertXml(
                pool.client().send("GET", "getMeetingInfo", "meetingID=the-room"),
                failed("internalError", "The server of this meeting does not answer."));
    }
}
