package dev.b3lb.web.api;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.NodeRequest;
import dev.b3lb.bbb.QueryParameters;
import dev.b3lb.bbb.WireText;
import dev.b3lb.tenant.Account;
import java.util.Optional;

/**
 * A call whose sender has proved to know a secret.
 *
 * @param account whose secret
 * @param call the call
 * @param parameters its parameters without the checksum, each once, with names as BBB reads them
 * @param body an XML body, if there is one
 */
record ApiRequest(Account account, ApiCall call, QueryParameters parameters, Optional<NodeRequest.Body> body) {

    ApiRequest {
        parameters = parameters.withNamesAsRead();
    }

    /** This request with a body. */
    ApiRequest with(Optional<NodeRequest.Body> other) {
        return new ApiRequest(account, call, parameters, other);
    }

    /** The id of the meeting as BBB reads it; empty if there is none. */
    String meetingId() {
        return WireText.sanitized(parameters.first("meetingID").orElse(""));
    }
}
