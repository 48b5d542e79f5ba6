package dev.b3lb.bbb;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which parameters BBB demands of the calls about recordings. It looks for them before it verifies the checksum, so
 * that a missing one is named whatever the checksum.
 */
final class RecordingCallRule {

    /** A parameter, and what its absence is told as. */
    private record Demand(String parameter, BbbError missing) {

        static Demand ofTextTracks(String parameter) {
            return new Demand(parameter, new BbbError("paramError", "Missing param " + parameter + "."));
        }
    }

    private static final Demand RECORDING = new Demand("recordID", BbbError.RECORD_ID_MISSING);
    private static final Demand PUBLISH = new Demand("publish", BbbError.PUBLISH_MISSING);

    private static final Map<ApiCall, List<Demand>> DEMANDS = Map.of(
            ApiCall.PUBLISH_RECORDINGS, List.of(RECORDING, PUBLISH),
            ApiCall.DELETE_RECORDINGS, List.of(RECORDING),
            ApiCall.UPDATE_RECORDINGS, List.of(RECORDING),
            ApiCall.GET_RECORDING_TEXT_TRACKS, List.of(Demand.ofTextTracks("recordID")),
            ApiCall.PUT_RECORDING_TEXT_TRACK,
                    List.of(Demand.ofTextTracks("recordID"), Demand.ofTextTracks("kind"), Demand.ofTextTracks("lang")));

    private RecordingCallRule() {}

    /**
     * The first parameter that is absent or empty, empty if there is none or the call is about something else.
     *
     * @param parameters tells the value of a parameter
     */
    static Optional<BbbError> missing(ApiCall call, Function<String, Optional<String>> parameters) {
        return DEMANDS.getOrDefault(call, List.of()).stream()
                .filter(demand -> WireText.sanitized(
                                parameters.apply(demand.parameter()).orElse(""))
                        .isEmpty())
                .map(Demand::missing)
                .findFirst();
    }
}
