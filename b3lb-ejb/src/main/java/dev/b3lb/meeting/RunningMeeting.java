package dev.b3lb.meeting;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A meeting that is not over, as people see it.
 *
 * @param id our own id of it
 * @param tenantSlug whose it is
 * @param subId with which of the tenant's secrets it was created
 * @param meetingId the client's own id
 * @param internalMeetingId the node's id; none while it is being created
 * @param name what it is called
 * @param node slug of the node that it is on
 * @param state PENDING while it is being created, else OPEN
 * @param createdAt when its create came
 * @param breakout whether it is a breakout room
 * @param attendees at the last poll, as all that follows
 * @param listeners who only listen
 * @param voices who may speak
 * @param videos webcams
 * @param moderators attendees that are moderators
 */
public record RunningMeeting(
        UUID id,
        String tenantSlug,
        int subId,
        String meetingId,
        Optional<String> internalMeetingId,
        String name,
        String node,
        MeetingState state,
        Instant createdAt,
        boolean breakout,
        int attendees,
        int listeners,
        int voices,
        int videos,
        int moderators) {}
