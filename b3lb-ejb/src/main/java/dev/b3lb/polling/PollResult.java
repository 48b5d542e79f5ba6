package dev.b3lb.polling;

import dev.b3lb.bbb.ListedMeeting;
import dev.b3lb.bbb.MeetingList;
import dev.b3lb.bbb.UnreadableMeeting;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What came of polling a node. */
sealed interface PollResult {

    /** The node's CPU utilisation, 0 to 10,000, if it told. */
    OptionalInt cpu();

    /**
     * The node listed its meetings.
     *
     * @param cpu its CPU utilisation, if it told
     * @param bbbVersion its version, if it was asked and told
     * @param list all meetings on it, ours and others
     */
    record Good(OptionalInt cpu, Optional<String> bbbVersion, MeetingList list) implements PollResult {

        private static final int MOST_NAMED = 5;

        /** Attendees in all meetings that are no breakout rooms: who is in such a room is in the main one too. */
        int attendees() {
            return crowds().sum();
        }

        int largestMeeting() {
            return crowds().max().orElse(0);
        }

        int meetings() {
            return list.meetings().size() + list.unreadable().size();
        }

        int videos() {
            return list.meetings().stream().mapToInt(ListedMeeting::videos).sum();
        }

        private IntStream crowds() {
            return IntStream.concat(
                    list.meetings().stream()
                            .filter(meeting -> !meeting.isBreakout())
                            .mapToInt(ListedMeeting::attendees),
                    list.unreadable().stream().mapToInt(UnreadableMeeting::attendees));
        }

        /** Which meetings could not be read, for the operator; empty when all could. */
        String unreadable() {
            int more = list.unreadable().size() - MOST_NAMED;
            return list.unreadable().stream()
                            .limit(MOST_NAMED)
                            .map(UnreadableMeeting::words)
                            .collect(Collectors.joining(", "))
                    + (more > 0 ? " and %d more".formatted(more) : "");
        }
    }

    /**
     * The node did not list its meetings.
     *
     * @param cpu its CPU utilisation, if at least that was told
     * @param words what was wrong, for the operator
     * @param answers whether the node is there all the same and only tells too much, so that it is in doubt but not gone
     */
    record Bad(OptionalInt cpu, String words, boolean answers) implements PollResult {}
}
