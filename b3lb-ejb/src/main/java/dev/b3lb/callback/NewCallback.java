package dev.b3lb.callback;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that a tenant is to be told.
 *
 * @param purpose what it is about
 * @param once names the event; of several with equal names only the first is told
 * @param tenantId whose address it is
 * @param meetingId the client's own id of the meeting, for people
 * @param url where to call; anything, as the client sent it
 * @param form a form body for a POST; without one the call is a GET
 */
public record NewCallback(
        CallbackPurpose purpose, String once, UUID tenantId, String meetingId, String url, Optional<String> form) {

    public NewCallback {
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(once, "once");
        Objects.requireNonNull(tenantId, "tenantId");
        Objects.requireNonNull(meetingId, "meetingId");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(form, "form");
    }

    /** Without address and form, which may hold secrets of the front end. */
    @Override
    public String toString() {
        return "NewCallback[" + purpose + ", " + once + "]";
    }
}
