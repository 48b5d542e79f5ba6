package dev.b3lb.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.BbbError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoRecordingsHandlerTest extends HandlerFixture {

    private final NoRecordingsHandler handler = new NoRecordingsHandler();

    @Test
    void the_list_is_empty() {
        assertThat(xml(answer(ApiCall.GET_RECORDINGS)))
                .isEqualTo("<response><returncode>SUCCESS</returncode><recordings></recordings>"
                        + "<messageKey>noRecordings</messageKey>"
                        + "<message>There are no recordings for the meeting(s).</message></response>");
    }

    @ParameterizedTest
    @EnumSource(names = {"PUBLISH_RECORDINGS", "DELETE_RECORDINGS", "UPDATE_RECORDINGS"})
    void there_is_nothing_to_change(ApiCall call) {
        assertFailed(answer(call), "notFound");
    }

    @ParameterizedTest
    @EnumSource(names = {"GET_RECORDING_TEXT_TRACKS", "PUT_RECORDING_TEXT_TRACK"})
    void text_tracks_are_told_of_in_json(ApiCall call) {
        assertThat(answer(call)).isEqualTo(new ApiAnswer.FailedInJson(BbbError.NO_RECORDINGS));
    }

    @Test
    void all_calls_about_recordings_are_answered() {
        assertThat(handler.calls()).allMatch(ApiCall::concernsRecordings).hasSize(6);
    }

    private ApiAnswer answer(ApiCall call) {
        return now(handler.handle(request(call, "recordID=a")));
    }
}
