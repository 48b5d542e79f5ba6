package dev.b3lb.meeting;

/** Where a meeting is between its first create and its end. */
public enum MeetingState {
    /** A place on a node is reserved; the node has not confirmed the meeting. */
    PENDING,
    /** The meeting's node has confirmed it. */
    OPEN,
    /** The meeting is over. The row stays for a day, so that a copy that turns up late is known as ours. */
    CLOSED
}
