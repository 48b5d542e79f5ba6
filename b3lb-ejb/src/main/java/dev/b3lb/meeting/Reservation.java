package dev.b3lb.meeting;

import dev.b3lb.placement.Choice;

/** The outcome of trying to reserve a place for a meeting. */
public sealed interface Reservation {

    /**
     * A place is reserved; the caller has to create the meeting there, and to confirm or undo.
     *
     * @param meeting the PENDING meeting
     * @param place the node and its load
     */
    record Reserved(PlacedMeeting meeting, Choice.Chosen place) implements Reservation {}

    /**
     * The account already has a meeting with this id, PENDING or OPEN.
     *
     * @param meeting that meeting
     */
    record Known(PlacedMeeting meeting) implements Reservation {}

    /** No node of the tenant may get a meeting now. */
    record NoNode() implements Reservation {}

    /** No node that may get a meeting carries the tag that was insisted on. */
    record NoTaggedNode() implements Reservation {}

    /**
     * The nodes that are free of this id are kept for other tenants.
     *
     * @param rooms how many of the id the tenant has already, under other sub ids
     */
    record TooManyOfId(int rooms) implements Reservation {}

    /**
     * A limit leaves no room for one more meeting.
     *
     * @param limit which
     */
    record OverLimit(LimitReached limit) implements Reservation {}
}
