package dev.b3lb.bbb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiCallTest {

    @ParameterizedTest
    @EnumSource
    void every_call_is_found_by_its_name(ApiCall call) {
        assertThat(ApiCall.ofWireName(call.wireName())).contains(call);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Create", "", "getJoinUrl", "stuns", "enter", "setConfigXML", "hooks/create", "signOut"})
    void other_names_are_unknown(String name) {
        assertThat(ApiCall.ofWireName(name)).isEmpty();
    }

    @Test
    void methods_are_those_that_bbb_maps() {
        assertThat(ApiCall.JOIN.methods()).containsExactly("GET");
        assertThat(ApiCall.INSERT_DOCUMENT.methods()).containsExactly("POST");
        assertThat(ApiCall.CREATE.allowsMethod("POST")).isTrue();
        assertThat(ApiCall.DELETE_RECORDINGS.allowsMethod("POST")).isFalse();
    }

    @Test
    void body_types_are_compared_without_parameters_and_case() {
        assertThat(ApiCall.CREATE.acceptsBody("Text/XML; charset=UTF-8")).isTrue();
        assertThat(ApiCall.CREATE.acceptsBody("application/json")).isFalse();
        assertThat(ApiCall.END.acceptsBody("application/x-www-form-urlencoded")).isTrue();
        assertThat(ApiCall.END.acceptsBody("text/xml")).isFalse();
        assertThat(ApiCall.INSERT_DOCUMENT.acceptsBody("application/x-www-form-urlencoded"))
                .isFalse();
    }

    @Test
    void text_tracks_are_answered_in_json_and_all_else_in_xml() {
        assertThat(ApiCall.GET_RECORDING_TEXT_TRACKS.answer()).isEqualTo(ApiCall.Answer.JSON);
        assertThat(ApiCall.JOIN.answer()).isEqualTo(ApiCall.Answer.XML);
    }

    @Test
    void recording_calls_are_told_from_others() {
        assertThat(ApiCall.GET_RECORDINGS.concernsRecordings()).isTrue();
        assertThat(ApiCall.PUT_RECORDING_TEXT_TRACK.concernsRecordings()).isTrue();
        assertThat(ApiCall.SEND_CHAT_MESSAGE.concernsRecordings()).isFalse();
    }

    @Test
    void a_request_for_the_headers_alone_changes_nothing() {
        assertThat(ApiCall.GET_MEETINGS.answersMethod("HEAD")).isTrue();
        assertThat(ApiCall.GET_MEETINGS.answersMethod("PUT")).isFalse();
        for (ApiCall call : new ApiCall[] {
            ApiCall.CREATE, ApiCall.JOIN, ApiCall.END, ApiCall.SEND_CHAT_MESSAGE, ApiCall.DELETE_RECORDINGS
        }) {
            assertThat(call.answersMethod("HEAD")).as(call.wireName()).isFalse();
            assertThat(call.answersMethod("GET")).as(call.wireName()).isTrue();
        }
    }
}
