package dev.b3lb.bbb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeetingListParserTest {

    private final MeetingListParser parser = new MeetingListParser(name -> name.startsWith("b3lb-"));

    @Test
    void reads_the_facts_of_a_meeting() throws UnreadableAnswer {
        ListedMeeting meeting = only(Fixtures.MEETING);
        assertThat(meeting.externalId()).isEqualTo("class-1");
        assertThat(meeting.internalId()).isEqualTo("183f0bf3a0982a127bdb8161e0c44eb696b3e75c-1531240585189");
        assertThat(meeting.name()).isEqualTo("Biology & \"Chemistry\" 😀 <3");
        assertThat(meeting.createTime()).isEqualTo(1531240585189L);
        assertThat(meeting.voiceBridge()).isEqualTo("70066");
        assertThat(meeting.attendees()).isEqualTo(3);
        assertThat(meeting.listeners()).isEqualTo(1);
        assertThat(meeting.voices()).isEqualTo(2);
        assertThat(meeting.videos()).isEqualTo(1);
        assertThat(meeting.moderators()).isEqualTo(1);
        assertThat(meeting.isBreakout()).isFalse();
        assertThat(meeting.parentInternalId()).isEmpty();
        assertThat(meeting.marker()).contains(UUID.fromString(Fixtures.MARKER));
        assertThat(meeting.origin()).isEqualTo("Moodle");
        assertThat(meeting.originServerName()).isEqualTo("moodle.example.org");
    }

    @Test
    void reads_breakout_rooms_beside_their_main_room() throws UnreadableAnswer {
        List<ListedMeeting> meetings = parse(Fixtures.meetings(Fixtures.MEETING, Fixtures.BREAKOUT));
        assertThat(meetings).hasSize(2);
        ListedMeeting room = meetings.get(1);
        assertThat(room.isBreakout()).isTrue();
        assertThat(room.parentInternalId()).contains(meetings.get(0).internalId());
        assertThat(room.marker()).isEmpty();
        assertThat(room.text().with(Map.of())).isEqualTo(Fixtures.BREAKOUT);
    }

    @Test
    void a_meeting_that_only_checks_its_node_is_none_unless_people_are_in_it() throws UnreadableAnswer {
        String check = "<meeting><meetingID>c</meetingID><participantCount>%d</participantCount>"
                + "<metadata><b3lb-check>c</b3lb-check></metadata></meeting>";
        assertThat(parse(Fixtures.meetings(Fixtures.MEETING, check.formatted(0))))
                .extracting(ListedMeeting::externalId)
                .containsExactly("class-1");
        assertThat(parse(Fixtures.meetings(check.formatted(1)))).hasSize(1);
    }

    @Test
    void more_metadata_can_be_told_at_the_end_of_the_metadata() throws UnreadableAnswer {
        String meeting =
                "<meeting a=\"1\"><customdata><metadata>no</metadata></customdata><metadata><b3lb-id>x</b3lb-id>"
                        + "<b>2</b></metadata><isBreakout>false</isBreakout></meeting>";
        assertThat(only(meeting).text().with(Map.of("c", "<3")))
                .isEqualTo("<meeting a=\"1\"><customdata><metadata>no</metadata></customdata><metadata>"
                        + "<b>2</b><c>&lt;3</c></metadata><isBreakout>false</isBreakout></meeting>");
    }

    @Test
    void an_element_without_metadata_stays_without() throws UnreadableAnswer {
        String meeting = "<meeting><meetingID>x</meetingID></meeting>";
        assertThat(only(meeting).text().with(Map.of("c", "3"))).isEqualTo(meeting);
    }

    @Test
    void writes_the_element_as_it_came_without_hidden_metadata() throws UnreadableAnswer {
        String xml = only(Fixtures.MEETING).text().with(Map.of());
        assertThat(xml)
                .doesNotContain(Fixtures.MARKER)
                .contains("<b3lb-id>not metadata</b3lb-id>")
                .contains("<note><![CDATA[1 < 2 & 3]]></note>")
                .contains("<bbb-origin>Moodle</bbb-origin>")
                .contains("😀 &lt;3</meetingName>")
                .contains("<fullName>Jörg &amp; Co</fullName>");
        String expected = Fixtures.MEETING
                .strip()
                .replace("<b3lb-id>" + Fixtures.MARKER + "</b3lb-id>", "")
                .replace("&quot;", "\"")
                .replace("<empty></empty>", "<empty/>");
        assertThat(xml).isEqualTo(expected);
    }

    @Test
    void the_written_element_reads_the_same_again() throws UnreadableAnswer {
        MeetingListParser openParser = new MeetingListParser(name -> false);
        ListedMeeting once = openParser
                .parse(bytes(Fixtures.meetings(Fixtures.MEETING)))
                .meetings()
                .get(0);
        assertThat(openParser
                        .parse(bytes(Fixtures.meetings(once.text().with(Map.of()))))
                        .meetings())
                .containsExactly(once);
    }

    @Test
    void no_meetings_is_an_empty_list() throws UnreadableAnswer {
        assertThat(parse(Fixtures.NO_MEETINGS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            value = {"1,234|1234", "1.234.567|0", "1 234|1234", "''|0", "-3|0", "many|0", "12,34|0", "999999999999999|0"
            },
            delimiter = '|')
    void a_number_is_read_as_it_is_meant_or_is_zero(String text, int expected) throws UnreadableAnswer {
        String odd = Fixtures.MEETING.replace("<participantCount>3<", "<participantCount>" + text + "<");
        ListedMeeting meeting = only(odd);
        assertThat(meeting.attendees()).isEqualTo(expected);
        assertThat(meeting.moderators()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1-1-1-1-1", "nonsense"})
    void a_marker_that_is_no_uuid_is_none(String marker) throws UnreadableAnswer {
        assertThat(only(Fixtures.MEETING.replace(Fixtures.MARKER, marker)).marker())
                .isEmpty();
    }

    @Test
    void a_meeting_that_lacks_everything_spoils_no_other() throws UnreadableAnswer {
        List<ListedMeeting> meetings = parse(Fixtures.meetings("<meeting/>", Fixtures.MEETING));
        assertThat(meetings.get(0).externalId()).isEmpty();
        assertThat(meetings.get(1).externalId()).isEqualTo("class-1");
    }

    @Test
    void a_forbidden_character_in_a_name_spoils_only_itself() throws UnreadableAnswer {
        String odd = Fixtures.MEETING.replace("Biology", "Bio\u0001\uFFFFlogy");
        List<ListedMeeting> meetings = parse(Fixtures.meetings(odd, Fixtures.BREAKOUT));
        assertThat(meetings.get(0).name()).startsWith("Bio\uFFFD\uFFFDlogy");
        assertThat(meetings).hasSize(2);
    }

    @Test
    void bytes_that_are_no_utf8_spoil_only_themselves() throws UnreadableAnswer {
        byte[] latin =
                Fixtures.meetings(Fixtures.BREAKOUT.replace("Room", "Rööm")).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(parser.parse(new ByteArrayInputStream(latin))
                        .meetings()
                        .get(0)
                        .name())
                .isEqualTo("R\uFFFD\uFFFDm 2");
    }

    @Test
    void names_with_colons_need_no_namespace() throws UnreadableAnswer {
        String odd = Fixtures.BREAKOUT.replace("<attendees/>", "<a:b c:d=\"1\">2</a:b>");
        assertThat(only(odd).text().with(Map.of())).isEqualTo(odd);
    }

    @Test
    void a_very_long_name_is_read() throws UnreadableAnswer {
        String name = "x".repeat(300_000);
        assertThat(only(Fixtures.BREAKOUT.replace("Room 2", name)).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "<hasBeenForciblyEnded>false</hasBeenForciblyEnded><endTime>0</endTime>, false",
        "<hasBeenForciblyEnded>true</hasBeenForciblyEnded><endTime>0</endTime>, true",
        "<endTime>1531240585189</endTime>, true",
        "<endTime/>, false",
        "<endTime>never</endTime>, false",
    })
    void a_meeting_is_over_when_its_node_says_so(String elements, boolean over) throws UnreadableAnswer {
        assertThat(only("<meeting>" + elements + "</meeting>").over()).isEqualTo(over);
    }

    @ParameterizedTest
    @ValueSource(strings = {"meetingID", "internalMeetingID", "voiceBridge"})
    void an_id_longer_than_any_of_bbbs_is_none(String element) throws UnreadableAnswer {
        ListedMeeting longest = only(withId(element, 300));
        ListedMeeting tooLong = only(withId(element, 301));
        assertThat(id(longest, element)).hasSize(300);
        assertThat(id(tooLong, element)).isEmpty();
    }

    private static String withId(String element, int length) {
        return "<meeting><%1$s>%2$s</%1$s></meeting>".formatted(element, "7".repeat(length));
    }

    private static String id(ListedMeeting meeting, String element) {
        return switch (element) {
            case "meetingID" -> meeting.externalId();
            case "internalMeetingID" -> meeting.internalId();
            default -> meeting.voiceBridge();
        };
    }

    @Test
    void a_declaration_a_byte_order_mark_and_comments_do_no_harm() throws UnreadableAnswer {
        assertThat(parse("\uFEFF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- c -->\n" + Fixtures.NO_MEETINGS))
                .isEmpty();
        assertThat(only(Fixtures.BREAKOUT.replace("Room", "Ro<!-- c -->om")).name())
                .isEqualTo("Room 2");
    }

    @Test
    void failed_is_told_with_its_key_only() {
        assertThatExceptionOfType(UnreadableAnswer.class)
                .isThrownBy(() -> parse(BbbXml.failed(BbbError.CHECKSUM_MISMATCH)))
                .withMessage("checksumError (wrong secret)");
        assertThatExceptionOfType(UnreadableAnswer.class)
                .isThrownBy(() -> parse(Fixtures.ERRORS))
                .withMessage("nonUniqueVoiceBridge");
    }

    @Test
    void an_answer_without_a_list_is_not_taken_for_an_empty_one() {
        assertThatExceptionOfType(UnreadableAnswer.class)
                .isThrownBy(() -> parse(BbbXml.running(true)))
                .withMessage("the answer has no list of meetings");
        assertThatExceptionOfType(UnreadableAnswer.class)
                .isThrownBy(() -> parse("<response><meetings/></response>"))
                .withMessage("the answer has no return code");
    }

    @Test
    void more_meetings_than_any_node_holds_are_refused() {
        assertThatExceptionOfType(UnreadableAnswer.class)
                .isThrownBy(() -> parse(Fixtures.meetings("<meeting/>".repeat(100_001))))
                .withMessage("the answer lists more than 100000 meetings");
    }

    @Test
    void a_meeting_shows_no_passwords() throws UnreadableAnswer {
        assertThat(only(Fixtures.MEETING).toString()).doesNotContain("mp").contains("class-1");
    }

    private ListedMeeting only(String meeting) throws UnreadableAnswer {
        List<ListedMeeting> meetings = parse(Fixtures.meetings(meeting));
        assertThat(meetings).hasSize(1);
        return meetings.get(0);
    }

    private List<ListedMeeting> parse(String xml) throws UnreadableAnswer {
        return parser.parse(bytes(xml)).meetings();
    }

    private static ByteArrayInputStream bytes(String xml) {
        return new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
    }
}
