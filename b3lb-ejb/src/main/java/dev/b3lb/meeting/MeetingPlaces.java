package dev.b3lb.meeting;

import dev.b3lb.configuration.Configurations;
import dev.b3lb.node.NodeHealth;
import dev.b3lb.node.NodeState;
import dev.b3lb.node.NodeStates;
import dev.b3lb.tenant.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Finds a meeting together with its node. */
@ApplicationScoped
public class MeetingPlaces {

    private final Meetings meetings;
    private final Configurations configurations;
    private final NodeStates states;

    @Inject
    MeetingPlaces(Meetings meetings, Configurations configurations, NodeStates states) {
        this.meetings = meetings;
        this.configurations = configurations;
        this.states = states;
    }

    /** The open meeting that an account means, and where it is; see {@link Meetings#find}. */
    public Optional<MeetingPlace> find(Account account, String meetingId) {
        return meetings.find(account, meetingId).flatMap(meeting -> place(meeting, Optional.empty()));
    }

    /** The same, or the breakout room inside a meeting that the id means; see {@link Meetings#findRoom}. */
    public Optional<MeetingPlace> findWithRooms(Account account, String id) {
        Optional<RoomInside> room = meetings.findRoom(account, id);
        return room.isPresent()
                ? room.flatMap(inside -> place(inside.meeting(), Optional.of(inside.internalId())))
                : find(account, id);
    }

    private Optional<MeetingPlace> place(PlacedMeeting meeting, Optional<String> room) {
        return configurations
                .current()
                .node(meeting.nodeId())
                .map(node -> new MeetingPlace(
                        meeting,
                        room,
                        node,
                        states.of(node.id()).map(NodeState::health).orElse(NodeHealth.NEW)));
    }
}
