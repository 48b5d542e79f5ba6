package dev.b3lb.simulation;

/** How many attendees a node has when everybody has come. */
final class FinalUsers {

    private FinalUsers() {}

    static int on(SimNode node) {
        int sum = 0;
        for (SimMeeting meeting : node.meetings()) {
            if (!meeting.over()) {
                sum += meeting.demand().size();
            }
        }
        return sum;
    }
}
