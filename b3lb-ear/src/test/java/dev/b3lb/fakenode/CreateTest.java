package dev.b3lb.fakenode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateTest {

    private static final Instant NOON = Instant.parse("2018-07-09T17:03:29.500Z");

    private final FakeBbbNode node =
            FakeBbbNode.builder().clock(Clock.fixed(NOON, ZoneOffset.UTC)).start();
    private final Probe probe = new Probe(node);

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void the_answer_has_all_elements_in_order() throws Exception {
        Probe.Reply reply = probe.call("create", "name", "Räum & <1>", "meetingID", "room");

        assertThat(reply.children("response"))
                .containsExactly(
                        "returncode",
                        "meetingID",
                        "internalMeetingID",
                        "parentMeetingID",
                        "attendeePW",
                        "moderatorPW",
                        "createTime",
                        "voiceBridge",
                        "dialNumber",
                        "createDate",
                        "hasUserJoined",
                        "duration",
                        "hasBeenForciblyEnded",
                        "messageKey",
                        "message");
        assertThat(reply.key()).isEmpty();
        assertThat(reply.text("parentMeetingID")).isEqualTo("bbb-none");
        assertThat(reply.text("createDate")).isEqualTo("Mon Jul 09 17:03:29 UTC 2018");
    }

    @Test
    void the_internal_id_is_hash_and_create_time() throws Exception {
        Probe.Reply reply = probe.call("create", "name", "Room", "meetingID", "abc123");

        assertThat(reply.text("createTime")).isEqualTo("1531155809500");
        assertThat(reply.text("internalMeetingID")).isEqualTo("6367c48dd193d56ea7b0baad25b19455e529f5ee-1531155809500");
    }

    @Test
    void create_times_can_be_strange() throws Exception {
        node.meetings().setCreateTimes(millis -> -5);

        Probe.Reply reply = probe.call("create", "name", "Room", "meetingID", "abc123");

        assertThat(reply.text("createTime")).isEqualTo("-5");
        assertThat(reply.text("internalMeetingID")).endsWith("--5");
        assertThat(node.meetings().find("abc123")).isPresent();
    }

    @Test
    void passwords_and_voice_bridge_are_made_when_absent() throws Exception {
        Probe.Reply reply = probe.call("create", "name", "Room", "meetingID", "room");

        assertThat(reply.text("attendeePW")).matches("[A-Za-z0-9]{8}");
        assertThat(reply.text("moderatorPW")).matches("[A-Za-z0-9]{8}");
        assertThat(reply.text("voiceBridge")).matches("[1-9][0-9]{4}");
    }

    @Test
    void an_equal_create_is_a_duplicate_with_the_first_ones_facts() throws Exception {
        Probe.Reply first = probe.call("create", "name", "Room", "meetingID", "room");
        node.setClockOffset(Duration.ofSeconds(5));

        Probe.Reply second = probe.call("create", "name", "Other name", "meetingID", "room");

        assertThat(second.key()).isEqualTo("duplicateWarning");
        assertThat(second.text("message"))
                .isEqualTo("This conference was already in existence and may currently be in progress.");
        assertThat(List.of(second.text("createTime"), second.text("attendeePW"), second.text("voiceBridge")))
                .containsExactly(first.text("createTime"), first.text("attendeePW"), first.text("voiceBridge"));
        assertThat(node.meetings().all()).extracting(FakeMeeting::name).containsExactly("Room");
    }

    @Test
    void equal_passwords_make_a_duplicate_too() throws Exception {
        String[] query = {"name", "Room", "meetingID", "room", "attendeePW", "ap", "moderatorPW", "mp"};
        probe.call("create", query);

        assertThat(probe.call("create", query).key()).isEqualTo("duplicateWarning");
    }

    @Test
    void other_passwords_make_the_id_not_unique() throws Exception {
        probe.call("create", "name", "Room", "meetingID", "room", "attendeePW", "ap", "moderatorPW", "mp");

        Probe.Reply second =
                probe.call("create", "name", "Room", "meetingID", "room", "attendeePW", "ap", "moderatorPW", "xx");

        assertThat(second.key()).isEqualTo("idNotUnique");
        assertThat(second.text("message"))
                .isEqualTo("A meeting already exists with that meeting ID.  Please use a different meeting ID.");
    }

    @Test
    void simultaneous_creates_make_one_meeting() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            Set<String> keys = ConcurrentHashMap.newKeySet();
            List<Callable<Boolean>> creates = IntStream.range(0, 40)
                    .mapToObj(i ->
                            (Callable<Boolean>) () -> keys.add(probe.call("create", "name", "Room", "meetingID", "room")
                                    .text("internalMeetingID")))
                    .toList();
            for (Future<Boolean> create : pool.invokeAll(creates)) {
                create.get();
            }
            assertThat(keys).hasSize(1);
            assertThat(node.meetings().all()).hasSize(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name=Room|validationError|Invalid meeting ID",
                "name=Room&meetingID=|missingParamMeetingID|You must provide a meeting ID",
                "name=&meetingID=|emptyError|You must provide a meeting name",
                "meetingID=room|nullError|You must provide a meeting name",
                "name=R&meetingID=room|sizeError|Meeting name must be between 2 and 256 characters",
                "name=Room&meetingID=r|sizeError|Meeting ID must be between 2 and 256 characters",
                "name=Room&meetingID=a%2Cb|validationError|Meeting ID cannot contain ','",
                "name=Room&meetingID=%20room|validationError|Invalid meeting ID",
                "name=Room&meetingID=room&attendeePW=x|invalidPassword|Invalid password",
                "name=Room&meetingID=room&voiceBridge=x|validationError|Voice bridge must be an integral value",
                "name=Room&meetingID=room&record=yes|validationError|Record must be a boolean value (true or false)",
                "name=Room&meetingID=room&presentationUploadExternalUrl=x|validationError"
                        + "|Param 'presentationUploadExternalUrl' is not a valid URL",
                "name=Room&meetingID=room&isBreakout=true|parentMeetingIDMissing"
                        + "|No parent meeting ID was provided for the breakout room.",
                "name=Room&meetingID=room&isBreakout=true&parentMeetingID=nobody|parentMeetingDoesNotExist"
                        + "|No parent meeting exists for the breakout room."
            })
    void bad_parameters_are_reported_with_bbbs_key(String query, String key, String message) throws Exception {
        Probe.Reply reply = probe.get(node.signed("create", query));

        assertThat(reply.key()).isEqualTo(key);
        assertThat(reply.text("message")).isEqualTo(message);
        assertThat(node.meetings().all()).isEmpty();
    }

    @Test
    void a_taken_voice_bridge_is_reported_in_the_list_form() throws Exception {
        probe.call("create", "name", "One", "meetingID", "one", "voiceBridge", "12345");

        Probe.Reply reply = probe.call("create", "name", "Two", "meetingID", "two", "voiceBridge", "12345");

        assertThat(reply.children("response")).containsExactly("returncode", "errors");
        assertThat(reply.text("key")).isEqualTo("nonUniqueVoiceBridge");
    }

    @Test
    void metadata_are_lower_cased_and_bad_names_dropped() throws Exception {
        probe.call("create", "name", "Room", "meetingID", "room", "meta_bbb-Origin", "Moodle", "meta_1x", "no");

        FakeMeeting meeting = node.meetings().find("room").orElseThrow();
        assertThat(meeting.metadata()).containsOnlyKeys("bbb-origin").containsEntry("bbb-origin", "Moodle");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/xml; charset=UTF-8"})
    void presentations_come_in_an_xml_body(String contentType) throws Exception {
        String xml = "<modules><module name='presentation'><document name='a.txt'>aGVsbG8=</document>"
                + "<document url=\"https://x.test/b.pdf\" filename=\"b.pdf\"/></module></modules>";

        probe.post(node.signed("create", "name=Room&meetingID=room"), contentType, xml);

        assertThat(node.meetings().find("room").orElseThrow().documents())
                .extracting(PresentationDocument::fileName, PresentationDocument::size)
                .containsExactly(tuple("a.txt", 5), tuple("b.pdf", 0));
        assertThat(node.requests().last("create").orElseThrow().body()).isEqualTo(xml);
    }

    @Test
    void a_broken_body_costs_the_answer_but_not_the_meeting() throws Exception {
        Probe.Reply reply =
                probe.post(node.signed("create", "name=Room&meetingID=room"), "text/xml", "<modules><module");

        assertThat(reply.status()).isEqualTo(500);
        assertThat(node.meetings().find("room")).isPresent();
    }

    @Test
    void a_breakout_room_keeps_the_id_as_its_internal_one_and_gets_an_external_one_of_the_nodes_own_making()
            throws Exception {
        probe.call("create", "name", "Parent", "meetingID", "parent");
        FakeMeeting parent = node.meetings().find("parent").orElseThrow();

        Probe.Reply reply = probe.call(
                "create",
                "name",
                "Room 2",
                "meetingID",
                "room-2",
                "isBreakout",
                "true",
                "parentMeetingID",
                "parent",
                "sequence",
                "2");

        assertThat(reply.text("parentMeetingID")).isEqualTo(parent.internalId());
        assertThat(reply.text("internalMeetingID")).isEqualTo("room-2");
        assertThat(reply.text("meetingID")).matches("[0-9a-f]{40}-" + parent.createTime());
        assertThat(parent.breakouts()).containsExactly(reply.text("internalMeetingID"));
    }

    @Test
    void an_ended_meetings_id_is_free_at_once_even_while_it_is_listed() throws Exception {
        node.meetings().setEndDelay(Duration.ofHours(1));
        Probe.Reply first = probe.call("create", "name", "Room", "meetingID", "room");
        probe.call("end", "meetingID", "room");

        Probe.Reply second = probe.call("create", "name", "Room", "meetingID", "room");

        assertThat(second.key()).isEmpty();
        assertThat(second.text("internalMeetingID")).isNotEqualTo(first.text("internalMeetingID"));
        assertThat(node.meetings().all()).hasSize(2);
    }
}
