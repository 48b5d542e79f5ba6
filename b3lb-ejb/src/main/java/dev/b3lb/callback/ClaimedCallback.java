package dev.b3lb.callback;

import java.util.Optional;
import java.util.UUID;

/**
 * An entry of the outbox that this server has taken on.
 *
 * @param id the entry
 * @param lease proves that it is still ours
 * @param url where to call
 * @param host the address's host, for the log
 * @param tenant the tenant's slug, for the log
 * @param purpose what it is about
 * @param meetingId the client's own id of the meeting, for the log
 * @param form a form body for a POST
 * @param attempts how many there have been with this one
 */
public record ClaimedCallback(
        UUID id,
        UUID lease,
        String url,
        String host,
        String tenant,
        CallbackPurpose purpose,
        String meetingId,
        Optional<String> form,
        int attempts) {

    /** Without address and form, which may hold secrets of the front end. */
    @Override
    public String toString() {
        return "ClaimedCallback[" + id + ", " + host + ", attempt " + attempts + "]";
    }
}
