package dev.b3lb.metrics;

import dev.b3lb.meeting.OpenMeetings;
import dev.b3lb.meeting.PlacedMeeting;
import dev.b3lb.node.NodeStates;
import dev.b3lb.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The open meetings that are told. Those of a node that has been DOWN for longer than the grace are left out, as limits
 * leave them out: nobody is in them any more as far as is known, and dead nodes would count for ever.
 */
@ApplicationScoped
public class RunningMeetings {

    private final OpenMeetings meetings;
    private final NodeStates states;
    private final Duration grace;

    @Inject
    RunningMeetings(OpenMeetings meetings, NodeStates states, Settings settings) {
        this.meetings = meetings;
        this.states = states;
        this.grace = settings.get(Settings.NODE_GRACE);
    }

    /** All, in no order. */
    Stream<PlacedMeeting> all() {
        return alive(meetings.all());
    }

    /** Those of an account. */
    Stream<PlacedMeeting> of(UUID account) {
        return alive(meetings.of(account));
    }

    private Stream<PlacedMeeting> alive(Collection<PlacedMeeting> open) {
        long now = System.nanoTime();
        return open.stream().filter(meeting -> states.of(meeting.nodeId())
                .filter(state -> state.lost(now, grace))
                .isEmpty());
    }
}
