package dev.b3lb.meeting;

import dev.b3lb.placement.ServerTag;
import dev.b3lb.tenant.Account;

/**
 * A meeting that is to be placed.
 *
 * @param account who creates it
 * @param meetingId the id that the client gave it
 * @param name its name
 * @param expectedAttendees how many attendees it is expected to get
 * @param tag which nodes the client asks for
 */
public record MeetingWish(Account account, String meetingId, String name, int expectedAttendees, ServerTag tag) {}
