package dev.b3lb.meeting;

/**
 * A breakout room that people have made inside a meeting, on its node and without a create of a client.
 *
 * @param meeting the meeting, whose owner alone may use the room
 * @param internalId the node's own id of the room
 */
public record RoomInside(PlacedMeeting meeting, String internalId) {}
