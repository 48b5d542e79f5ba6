package dev.b3lb.web.api;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.BbbError;
import dev.b3lb.meter.CallMeter;
import dev.b3lb.meter.Meters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Counts and times calls of clients, as {@code b3lb_request*}, by what came of them. */
@ApplicationScoped
public class RequestMeter {

    private static final String UNKNOWN_CALL = "unknown";
    private static final String SUCCESS = "success";
    private static final String REFUSED_BY_NODE = "refused_by_node";

    /** What our own errors say about a request; all others are about what is in it. */
    private static final Map<String, String> OUTCOMES = Map.of(
            BbbError.CHECKSUM_MISMATCH.messageKey(), "checksum_error",
            BbbError.NOT_FOUND.messageKey(), "not_found",
            BbbError.CHAT_NOT_FOUND.messageKey(), "not_found",
            BbbError.maxConcurrent("").messageKey(), "limit",
            BbbError.UNSUPPORTED_REQUEST.messageKey(), "unsupported",
            BbbError.SERVER_UNAVAILABLE.messageKey(), "unavailable",
            BbbError.SERVER_TAG_UNAVAILABLE.messageKey(), "no_tagged_node",
            BbbError.internalError("").messageKey(), "error");

    private static final String INVALID = "invalid";

    private final CallMeter calls;

    @Inject
    RequestMeter(Meters meters) {
        this.calls = meters.calls("b3lb_request", "Calls of the BBB API by front ends and browsers");
    }

    /**
     * A call was answered.
     *
     * @param call none if there is no such call
     * @param start {@link System#nanoTime()} when it came
     */
    void answered(Optional<ApiCall> call, ApiAnswer answer, long start) {
        calls.record(call.map(ApiCall::wireName).orElse(UNKNOWN_CALL), outcome(answer), System.nanoTime() - start);
    }

    private static String outcome(ApiAnswer answer) {
        if (answer instanceof ApiAnswer.Failed failed) {
            return outcome(failed.error());
        }
        if (answer instanceof ApiAnswer.FailedInJson failed) {
            return outcome(failed.error());
        }
        return answer instanceof ApiAnswer.Xml xml && !xml.successful() ? REFUSED_BY_NODE : SUCCESS;
    }

    private static String outcome(BbbError error) {
        return OUTCOMES.getOrDefault(error.messageKey(), INVALID);
    }
}
