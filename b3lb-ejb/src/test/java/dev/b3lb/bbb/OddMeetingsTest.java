package dev.b3lb.bbb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists with something in them that no XML parser takes. */
class OddMeetingsTest {

    private static final String MARKER = "0b71d1b0-1111-4222-8333-444455556666";

    private final MeetingListParser parser = new MeetingListParser(name -> false);

    private static String meeting(int number, String oddity) {
        return """
                <meeting><meetingName>Room</meetingName><meetingID>room-%d</meetingID>
                <internalMeetingID>183f0bf3-%d</internalMeetingID><createTime>1</createTime>
                <participantCount>40</participantCount>
                <attendees><attendee><userID>w_1</userID>%s</attendee></attendees>
                <metadata><b3lb-id>%s</b3lb-id></metadata><isBreakout>false</isBreakout></meeting>""".formatted(number, number, oddity, MARKER);
    }

    private static String list(String... meetings) {
        return "<response><returncode>SUCCESS</returncode><meetings>\n" + String.join("\n", meetings)
                + "</meetings></response>";
    }

    private MeetingList parse(String xml) throws UnreadableAnswer {
        return parser.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<customdata><my key>1</my key></customdata>",
                "<customdata><1>1</1></customdata>",
                "<customdata><>1</></customdata>",
                "<customdata><a<b>1</a<b></customdata>",
                "<fullName>A&#11;B</fullName>",
                "<fullName>A&#x0;B</fullName>",
                "<fullName>A&#xD800;B</fullName>",
                "<fullName>A & B</fullName>",
                "<fullName>&unknown;</fullName>",
                "<fullName>never closed",
                "</attendee></attendees></attendees>",
                "<meeting>",
                "<meeting x>1</meeting x>",
                "</meeting>",
                "<meetings>",
                "<?my key>1</?my key>",
                "<a b='1' b='2'/>"
            })
    void one_that_cannot_be_read_spoils_no_other(String oddity) throws UnreadableAnswer {
        MeetingList list = parse(list(meeting(1, ""), meeting(2, oddity), meeting(3, "")));

        assertThat(list.meetings()).extracting(ListedMeeting::externalId).containsExactly("room-1", "room-3");
        assertThat(list.unreadable()).singleElement().satisfies(odd -> {
            assertThat(odd.internalIds()).containsExactly("183f0bf3-2");
            assertThat(odd.markers()).containsExactly(UUID.fromString(MARKER));
            assertThat(odd.attendees()).isEqualTo(40);
            assertThat(odd.words()).isEqualTo("183f0bf3-2 (room-2)");
            assertThat(odd.nameless()).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<x><![CDATA[</meeting><meeting><meetingName>]]></x>",
                "<meeting>1</meeting>",
                "<meetings>1</meetings>",
                "<meeting >1</meeting >",
                "<!-->1</!-->",
                "<meeting/>"
            })
    void what_only_looks_like_the_end_of_a_meeting_does_not_part_it(String oddity) throws UnreadableAnswer {
        MeetingList list = parse(list(meeting(1, oddity), meeting(2, "<my key/>")));

        assertThat(list.meetings()).extracting(ListedMeeting::externalId).containsExactly("room-1");
        assertThat(list.unreadable()).hasSize(1);
    }

    @Test
    void one_without_an_id_may_be_any() throws UnreadableAnswer {
        MeetingList list = parse(list("<meeting><meetingName>&#0;</meetingName></meeting>", meeting(2, "")));
        assertThat(list.meetings()).hasSize(1);
        assertThat(list.unreadable()).singleElement().satisfies(odd -> {
            assertThat(odd.nameless()).isTrue();
            assertThat(odd.words()).isEqualTo("of no known id");
        });
    }

    @Test
    void of_a_breakout_room_its_main_room_is_known_and_nobody_is_counted_twice() throws UnreadableAnswer {
        String room = meeting(2, "<my key/>")
                .replace("<isBreakout>false", "<parentMeetingID>183f0bf3-1</parentMeetingID><isBreakout>true");
        assertThat(parse(list(meeting(1, ""), room)).unreadable())
                .singleElement()
                .satisfies(odd -> {
                    assertThat(odd.parents()).containsExactly("183f0bf3-1");
                    assertThat(odd.attendees()).isZero();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n \t", "\uFEFF\n", "\n<?xml version=\"1.0\"?>\n"})
    void white_space_before_the_answer_is_none_of_it(String before) throws UnreadableAnswer {
        MeetingList list = parse(before + list(meeting(1, "")));
        assertThat(list.meetings()).hasSize(1);
        assertThat(list.unreadable()).isEmpty();
    }

    @Test
    void a_list_that_is_cut_off_or_not_a_nodes_answer_is_none() {
        String list = list(meeting(1, ""), meeting(2, "<my key/>"), meeting(3, ""));
        for (String odd : List.of(
                list.substring(0, list.length() - 5),
                list.substring(0, list.indexOf("</meetings>")),
                list.substring(0, list.indexOf("room-3")),
                list.replace("response", "html"),
                list.replace("<returncode>SUCCESS</returncode>", ""),
                list.replace("meetings>", "my list>"),
                "<!DOCTYPE response>" + list)) {
            assertThatExceptionOfType(UnreadableAnswer.class).as(odd).isThrownBy(() -> parse(odd));
        }
    }

    @Test
    void a_refusal_stays_one() {
        assertThatExceptionOfType(UnreadableAnswer.class)
                .isThrownBy(
                        () -> parse("<response><returncode>FAILED</returncode><messageKey>checksumError</messageKey>"
                                + "</response>"))
                .withMessageContaining("wrong secret");
    }

    @Test
    void a_meeting_that_is_absurdly_large_is_not_gathered() {
        String huge = meeting(1, "<x>1</x>".repeat(1_000_000)) + meeting(2, "<my key/>");
        assertThatExceptionOfType(UnreadableAnswer.class).isThrownBy(() -> parse(list(huge)));
    }

    /** Whatever byte of one meeting is lost or doubled, the others are read, or there is no list at all. */
    @Property(tries = 500)
    void an_odd_byte_touches_its_own_meeting_only(@ForAll @IntRange(min = 9, max = 380) int at, @ForAll("odd") char odd)
            throws UnreadableAnswer {
        String middle = meeting(2, "<fullName>A</fullName>");
        int place = Math.min(at, middle.length() - "</meeting>".length());
        String spoilt = middle.substring(0, place) + odd + middle.substring(place);

        MeetingList list = parse(list(meeting(1, ""), spoilt, meeting(3, "")));

        assertThat(list.meetings()).extracting(ListedMeeting::externalId).contains("room-1", "room-3");
        assertThat(list.meetings().size() + list.unreadable().size()).isEqualTo(3);
    }

    @Provide
    Arbitrary<Character> odd() {
        return Arbitraries.of('<', '>', '&', '/', '!', '?', '"', ' ', 'x', '\u0000', '\uD800');
    }
}
