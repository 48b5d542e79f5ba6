package dev.b3lb.meeting;

import dev.b3lb.bbb.NodeRequest;
import dev.b3lb.bbb.QueryParameters;
import dev.b3lb.tenant.Account;
import java.util.Optional;

/**
 * A client's create, already authenticated and checked.
 *
 * @param account who creates
 * @param meetingId the id of the meeting
 * @param parameters the client's parameters without its checksum
 * @param body an XML body that goes on untouched
 */
public record CreateRequest(
        Account account, String meetingId, QueryParameters parameters, Optional<NodeRequest.Body> body) {}
