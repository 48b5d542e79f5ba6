package dev.b3lb.bbb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateValidationTest {

    private static final String GOOD = "name=Class&meetingID=class-1";

    static Stream<Arguments> faults() {
        String longest = "x".repeat(257);
        return Stream.of(
                Arguments.of("meetingID=ab", BbbError.NAME_MISSING),
                Arguments.of("name=&meetingID=ab", BbbError.NAME_EMPTY),
                Arguments.of("name=%20%00&meetingID=ab", BbbError.NAME_EMPTY),
                Arguments.of("name=x&meetingID=ab", BbbError.NAME_SIZE),
                Arguments.of("name=" + longest + "&meetingID=ab", BbbError.NAME_SIZE),
                Arguments.of("name=xy", BbbError.MEETING_ID_INVALID),
                Arguments.of("name=xy&meetingID=", BbbError.MEETING_ID_MISSING),
                Arguments.of("name=xy&meetingID=%20", BbbError.MEETING_ID_MISSING),
                Arguments.of("name=xy&meetingID=a", BbbError.MEETING_ID_SIZE),
                Arguments.of("name=xy&meetingID=" + longest, BbbError.MEETING_ID_SIZE),
                Arguments.of("name=xy&meetingID=a,b", BbbError.MEETING_ID_COMMA),
                Arguments.of("name=xy&meetingID=%20ab", BbbError.MEETING_ID_INVALID),
                Arguments.of("name=xy&meetingID=a%0Ab", BbbError.MEETING_ID_INVALID),
                Arguments.of("name=xy&meetingID=a%EF%BF%BFb", BbbError.MEETING_ID_INVALID),
                Arguments.of(
                        GOOD + "&meta_x=%0B",
                        BbbError.validationError("The parameter 'meta_x' has a character that XML does not allow")),
                Arguments.of(GOOD + "&attendeePW=x", BbbError.PASSWORD_INVALID),
                Arguments.of(GOOD + "&moderatorPW=" + "x".repeat(65), BbbError.PASSWORD_INVALID),
                Arguments.of(GOOD + "&voiceBridge=7x", BbbError.VOICE_BRIDGE_INVALID),
                Arguments.of(GOOD + "&record=yes", BbbError.RECORD_INVALID),
                Arguments.of(GOOD + "&presentationUploadExternalUrl=nonsense", BbbError.EXTERNAL_URL_INVALID),
                Arguments.of(
                        GOOD + "&presentationUploadExternalUrl=http%3A%2F%2Fa%20b", BbbError.EXTERNAL_URL_INVALID));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void names_the_fault_as_bbb_does(String query, BbbError expected) {
        assertThat(CreateValidation.check(QueryParameters.parse(query))).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                GOOD,
                GOOD + "&attendeePW=&moderatorPW=xy&voiceBridge=&record=",
                GOOD + "&record=TRUE&voiceBridge=71234",
                GOOD + "&record=0&presentationUploadExternalUrl=https%3A%2F%2Fexample.org%2Fx",
                "name=%F0%9F%98%80&meetingID=course..42[group%2B]",
            })
    void takes_what_bbb_takes(String query) {
        assertThat(CreateValidation.check(QueryParameters.parse(query))).isEmpty();
    }

    @Test
    void of_several_faults_the_first_in_the_documented_order_is_named() {
        assertThat(CreateValidation.check(QueryParameters.parse("record=x&voiceBridge=y&name=z")))
                .contains(BbbError.NAME_SIZE);
        assertThat(CreateValidation.check(QueryParameters.parse(GOOD + "&record=x&voiceBridge=y")))
                .contains(BbbError.VOICE_BRIDGE_INVALID);
    }

    @Test
    void a_question_about_a_meeting_checks_the_cleaned_id() {
        assertThat(MeetingIdRule.forQuestion(Optional.of(" ab "))).isEmpty();
        assertThat(MeetingIdRule.forQuestion(Optional.of("a"))).contains(BbbError.MEETING_ID_SIZE);
        assertThat(MeetingIdRule.forQuestion(Optional.empty())).contains(BbbError.MEETING_ID_MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "abc-123", "a9993e364706816aba3e25717850c26c9cd0d89d-1531155809613"})
    void an_id_of_lower_case_hex_and_dashes_could_be_an_internal_prefix(String id) {
        assertThat(MeetingIdOnNode.couldBeInternalPrefix(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A1", "room", "12_3", "0\n"})
    void other_ids_could_not(String id) {
        assertThat(MeetingIdOnNode.couldBeInternalPrefix(id)).isFalse();
    }

    @Property(tries = 200)
    void the_id_of_a_room_on_its_node_looks_like_every_internal_id_and_stays_the_same(
            @ForAll long high, @ForAll long low) {
        UUID room = new UUID(high, low);
        assertThat(MeetingIdOnNode.ofRoom(room))
                .matches("[0-9a-f]{40}-[0-9]{13}")
                .isEqualTo(MeetingIdOnNode.ofRoom(room))
                .isNotEqualTo(MeetingIdOnNode.ofRoom(new UUID(high, low + 1)));
    }
}
