package dev.b3lb.polling;

import java.time.Instant;

/**
 * A meeting on a node that nobody here has created.
 *
 * @param node the node's slug
 * @param meetingId the id that its client chose
 * @param internalMeetingId the node's own id
 * @param name its name
 * @param attendees who is in it, as of the last poll
 * @param firstSeenAt since when it is known, by the database's clock; for display only
 */
public record Orphan(
        String node, String meetingId, String internalMeetingId, String name, int attendees, Instant firstSeenAt) {}
