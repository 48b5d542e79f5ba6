package dev.b3lb.web.api;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.BbbError;
import dev.b3lb.bbb.BbbXml;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * The calls about recordings of a pool that keeps none: lists are empty, and nothing is found to be changed. Which
 * parameters they lack is told before, together with the checksum.
 */
@ApplicationScoped
public class NoRecordingsHandler implements CallHandler {

    @Override
    public Set<ApiCall> calls() {
        return EnumSet.range(ApiCall.GET_RECORDINGS, ApiCall.PUT_RECORDING_TEXT_TRACK);
    }

    @Override
    public CompletionStage<ApiAnswer> handle(ApiRequest request) {
        return ApiAnswer.now(
                switch (request.call()) {
                    case GET_RECORDINGS -> new ApiAnswer.Xml(BbbXml.noRecordings());
                    case GET_RECORDING_TEXT_TRACKS, PUT_RECORDING_TEXT_TRACK ->
                        ApiAnswer.failed(request.call(), BbbError.NO_RECORDINGS);
                    default -> new ApiAnswer.Failed(BbbError.RECORDINGS_NOT_FOUND);
                });
    }
}
