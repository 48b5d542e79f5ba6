package dev.b3lb.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.BbbError;
import dev.b3lb.meter.Meters;
import dev.b3lb.meter.SomeMeters;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestMeterTest {

    private final Meters meters = SomeMeters.meters();
    private final RequestMeter meter = new RequestMeter(meters);

    private void answered(ApiCall call, ApiAnswer answer) {
        meter.answered(Optional.of(call), answer, System.nanoTime());
    }

    private List<String> counted() {
        return meters.snapshots().stream()
                .filter(family -> family.getMetadata().getName().equals("b3lb_requests"))
                .flatMap(family -> family.getDataPoints().stream())
                .map(point ->
                        point.getLabels().get("call") + " " + point.getLabels().get("outcome"))
                .toList();
    }

    private void assertOutcome(BbbError error, String outcome) {
        answered(ApiCall.END, new ApiAnswer.Failed(error));
        assertThat(counted()).contains("end " + outcome);
    }

    @Test
    void what_was_done_is_a_success() {
        answered(ApiCall.JOIN, new ApiAnswer.Redirect(URI.create("https://node.example/")));
        answered(ApiCall.GET_MEETINGS, new ApiAnswer.Xml("<response/>"));

        assertThat(counted()).containsExactlyInAnyOrder("join success", "getMeetings success");
    }

    @Test
    void a_nodes_refusal_is_the_nodes() {
        answered(ApiCall.CREATE, new ApiAnswer.Xml("<response/>", false));

        assertThat(counted()).containsExactly("create refused_by_node");
    }

    @Test
    void our_own_refusals_say_whose_fault_it_is() {
        assertOutcome(BbbError.CHECKSUM_MISMATCH, "checksum_error");
        assertOutcome(BbbError.CHECKSUM_MISSING, "checksum_error");
        assertOutcome(BbbError.NOT_FOUND, "not_found");
        assertOutcome(BbbError.CHAT_NOT_FOUND, "not_found");
        assertOutcome(BbbError.maxConcurrent("7"), "limit");
        assertOutcome(BbbError.SERVER_UNAVAILABLE, "unavailable");
        assertOutcome(BbbError.SERVER_TAG_UNAVAILABLE, "unavailable");
        assertOutcome(BbbError.UNSUPPORTED_REQUEST, "unsupported");
        assertOutcome(BbbError.internalError("away"), "error");
        assertOutcome(BbbError.MEETING_ID_MISSING, "invalid");
        answered(ApiCall.GET_RECORDING_TEXT_TRACKS, new ApiAnswer.FailedInJson(BbbError.RECORD_ID_MISSING));
        assertThat(counted()).contains("getRecordingTextTracks invalid");
    }

    @Test
    void calls_that_do_not_exist_are_counted_as_one() {
        meter.answered(Optional.empty(), new ApiAnswer.Failed(BbbError.UNSUPPORTED_REQUEST), System.nanoTime());

        assertThat(counted()).containsExactly("unknown unsupported");
    }
}
