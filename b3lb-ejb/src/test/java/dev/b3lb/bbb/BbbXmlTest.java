package dev.b3lb.bbb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BbbXmlTest {

    private static final String CREATED = """
            <response><returncode>SUCCESS</returncode><meetingID>class-1</meetingID>\
            <internalMeetingID>0123-1531155809613</internalMeetingID><parentMeetingID>bbb-none</parentMeetingID>\
            <attendeePW>ap</attendeePW><moderatorPW>mp</moderatorPW><createTime>1531155809613</createTime>\
            <voiceBridge>70757</voiceBridge><dialNumber>613-555-1234</dialNumber>\
            <createDate>Mon Jul 09 17:03:29 UTC 2018</createDate><hasUserJoined>false</hasUserJoined>\
            <duration>60</duration><hasBeenForciblyEnded>false</hasBeenForciblyEnded>\
            <messageKey/><message/></response>""";

    @Test
    void an_error_has_code_key_and_message() {
        assertThat(BbbXml.failed(BbbError.NOT_FOUND))
                .isEqualTo("<response><returncode>FAILED</returncode><messageKey>notFound</messageKey>"
                        + "<message>A meeting with that ID does not exist</message></response>");
    }

    @Property
    void any_message_is_readable_xml(@ForAll String message) throws UnreadableAnswer {
        String xml = BbbXml.failed(BbbError.internalError("!" + message + "!"));
        NodeAnswer answer = new NodeAnswers().parse(xml.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.returncode()).isEqualTo("FAILED");
        assertThat(answer.messageKey()).contains("internalError");
        assertThat(answer.message())
                .contains(WireText.xmlSafe("!" + message + "!").replaceAll("\r\n?", "\n"));
    }

    @Test
    void the_root_tells_the_version_of_the_api_and_hides_the_servers() {
        assertThat(BbbXml.root("2.0"))
                .isEqualTo("<response><returncode>SUCCESS</returncode><version>2.0</version>"
                        + "<apiVersion>2.0</apiVersion><bbbVersion/></response>");
    }

    @Test
    void running_is_true_or_false() {
        assertThat(BbbXml.running(true))
                .isEqualTo("<response><returncode>SUCCESS</returncode><running>true</running></response>");
    }

    @Test
    void meetings_are_listed_as_they_are() {
        assertThat(String.join("", BbbXml.meetings(List.of("<meeting>1</meeting>", "<meeting>2</meeting>"))))
                .isEqualTo("<response><returncode>SUCCESS</returncode><meetings><meeting>1</meeting>"
                        + "<meeting>2</meeting></meetings></response>");
    }

    @Test
    void no_meetings_is_a_success_with_a_remark() {
        assertThat(String.join("", BbbXml.meetings(List.of())))
                .isEqualTo("<response><returncode>SUCCESS</returncode><meetings/><messageKey>noMeetings</messageKey>"
                        + "<message>no meetings were found on this server</message></response>");
    }

    @Test
    void a_new_meeting_is_listed_like_one_that_a_node_lists() throws UnreadableAnswer {
        ListedMeeting listed = listed(newMeeting("name=A%20%26%20B&record=true&maxParticipants=25&meta_Origin=x+y"));
        assertThat(listed.externalId()).isEqualTo("class-1");
        assertThat(listed.internalId()).isEqualTo("0123-1531155809613");
        assertThat(listed.name()).isEqualTo("A & B");
        assertThat(listed.createTime()).isEqualTo(1531155809613L);
        assertThat(listed.attendees()).isZero();
        assertThat(listed.isBreakout()).isFalse();
        assertThat(listed.text().with(Map.of()))
                .contains("<running>false</running><duration>60</duration>")
                .contains("<attendeePW>ap</attendeePW><moderatorPW>mp</moderatorPW>")
                .contains("<recording>true</recording>", "<maxUsers>25</maxUsers>")
                .contains("<metadata><origin>x y</origin></metadata>");
    }

    @Test
    void a_new_breakout_room_tells_its_parent() throws UnreadableAnswer {
        String parent = CREATED.replace("bbb-none", "4567-1531155800000");
        ListedMeeting listed = listed(NewMeeting.of(
                answer(parent), QueryParameters.parse("name=x&isBreakout=true&sequence=2&freeJoin=false")));
        assertThat(listed.isBreakout()).isTrue();
        assertThat(listed.parentInternalId()).contains("4567-1531155800000");
        assertThat(listed.text().with(Map.of())).contains("<sequence>2</sequence><freeJoin>false</freeJoin>");
    }

    @Test
    void only_the_word_makes_a_meeting_a_breakout_room() throws UnreadableAnswer {
        assertThat(listed(newMeeting("name=x&isBreakout=1")).isBreakout()).isFalse();
        assertThat(listed(newMeeting("name=x&isBreakout=+TRUE")).isBreakout()).isTrue();
    }

    @Test
    void metadata_with_names_that_bbb_drops_is_dropped() throws UnreadableAnswer {
        NewMeeting meeting = newMeeting("name=x&meta_a.b=1&meta_1=2&meta_=3&meta_a%3E=4&meta_OK-1=5&meta_ok-1=6");
        assertThat(meeting.metadata()).isEqualTo(Map.of("ok-1", "5"));
    }

    @Test
    void passwords_that_the_node_did_not_tell_are_left_out() {
        NewMeeting meeting = new NewMeeting(
                "n", "id", "int", 1, "date", "", "", "", "", 0, false, 0, Map.of("no name", "x"), Optional.empty());
        assertThat(BbbXml.meetingFragment(meeting)).doesNotContain("PW>").contains("<metadata/>");
    }

    @Test
    void a_new_meeting_shows_no_passwords() throws UnreadableAnswer {
        assertThat(newMeeting("name=x").toString()).doesNotContain("mp");
    }

    private static NewMeeting newMeeting(String asked) throws UnreadableAnswer {
        return NewMeeting.of(answer(CREATED), QueryParameters.parse(asked));
    }

    private static NodeAnswer answer(String xml) throws UnreadableAnswer {
        return new NodeAnswers().parse(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static ListedMeeting listed(NewMeeting meeting) throws UnreadableAnswer {
        String list = String.join("", BbbXml.meetings(List.of(BbbXml.meetingFragment(meeting))));
        List<ListedMeeting> meetings = new MeetingListParser(name -> false)
                .parse(new ByteArrayInputStream(list.getBytes(StandardCharsets.UTF_8)))
                .meetings();
        assertThat(meetings).hasSize(1);
        return meetings.get(0);
    }
}
