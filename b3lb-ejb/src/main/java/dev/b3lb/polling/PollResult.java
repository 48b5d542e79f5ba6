package dev.b3lb.polling;

import dev.b3lb.bbb.ListedMeeting;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What came of polling a node. */
sealed interface PollResult {

    /** The node's CPU utilisation, 0 to 10,000, if it told. */
    OptionalInt cpu();

    /**
     * The node listed its meetings.
     *
     * @param cpu its CPU utilisation, if it told
     * @param bbbVersion its version, if it was asked and told
     * @param meetings all meetings on it, ours and others
     */
    record Good(OptionalInt cpu, Optional<String> bbbVersion, List<ListedMeeting> meetings) implements PollResult {

        /** Attendees in all meetings that are no breakout rooms: who is in such a room is in the main one too. */
        int attendees() {
            return mainMeetings().mapToInt(ListedMeeting::attendees).sum();
        }

        int largestMeeting() {
            return mainMeetings().mapToInt(ListedMeeting::attendees).max().orElse(0);
        }

        int videos() {
            return meetings.stream().mapToInt(ListedMeeting::videos).sum();
        }

        private Stream<ListedMeeting> mainMeetings() {
            return meetings.stream().filter(meeting -> !meeting.isBreakout());
        }
    }

    /**
     * The node did not list its meetings.
     *
     * @param cpu its CPU utilisation, if at least that was told
     * @param words what was wrong, for the operator
     */
    record Bad(OptionalInt cpu, String words) implements PollResult {}
}
