package dev.b3lb.callback;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An entry of the outbox as people see it, without the address.
 *
 * @param id the entry
 * @param purpose what it is about
 * @param tenant the tenant's slug
 * @param meetingId the client's own id of the meeting
 * @param host host and port of the address; empty when it has none
 * @param state where it is
 * @param attempts how many there were since it was put or last put back
 * @param createdAt when it was put
 * @param nextTryAt when it is due
 * @param overAt when it was done or given up
 * @param lastError what the last attempt came to
 */
public record OutboxEntry(
        UUID id,
        CallbackPurpose purpose,
        String tenant,
        String meetingId,
        String host,
        CallbackState state,
        int attempts,
        Instant createdAt,
        Instant nextTryAt,
        Optional<Instant> overAt,
        Optional<String> lastError) {}
