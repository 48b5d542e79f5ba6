package dev.b3lb.meeting;

import dev.b3lb.placement.Candidate;
import java.util.List;

/**
 * The nodes that might get a meeting.
 *
 * @param all each with what is known of it
 * @param ownRooms on how many of them the tenant has a room of the wanted id already, under other sub ids
 */
record Candidates(List<Candidate> all, int ownRooms) {}
