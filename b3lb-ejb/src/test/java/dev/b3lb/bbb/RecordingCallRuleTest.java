package dev.b3lb.bbb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingCallRuleTest {

    @ParameterizedTest
    @CsvSource({
        "PUBLISH_RECORDINGS, publish=true, missingParamRecordID, You must specify a recordID.",
        "PUBLISH_RECORDINGS, recordID=a, missingParamPublish, You must specify a publish value true or false.",
        "PUBLISH_RECORDINGS, recordID=a&publish=, missingParamPublish, You must specify a publish value true or false.",
        "DELETE_RECORDINGS, recordID=%20, missingParamRecordID, You must specify a recordID.",
        "UPDATE_RECORDINGS, meta_a=b, missingParamRecordID, You must specify a recordID.",
        "GET_RECORDING_TEXT_TRACKS, '', paramError, Missing param recordID.",
        "PUT_RECORDING_TEXT_TRACK, kind=captions, paramError, Missing param recordID.",
        "PUT_RECORDING_TEXT_TRACK, recordID=a, paramError, Missing param kind.",
        "PUT_RECORDING_TEXT_TRACK, recordID=a&kind=captions, paramError, Missing param lang.",
    })
    void the_first_missing_parameter_is_named(ApiCall call, String query, String key, String message) {
        assertThat(RecordingCallRule.missing(call, QueryParameters.parse(query)::first))
                .contains(new BbbError(key, message));
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLISH_RECORDINGS, recordID=a&publish=nonsense",
        "PUT_RECORDING_TEXT_TRACK, recordID=a&kind=x&lang=y",
        "GET_RECORDINGS, ''",
        "END, ''",
    })
    void nothing_else_is_demanded(ApiCall call, String query) {
        assertThat(RecordingCallRule.missing(call, QueryParameters.parse(query)::first))
                .isEmpty();
    }
}
