package dev.b3lb.meeting;

import dev.b3lb.bbb.RoomIds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The breakout rooms that the last polls have listed inside meetings, by their ids. Safe for use by several threads. */
final class RoomsInside {

    private final Map<UUID, List<RoomIds>> byMeeting = new ConcurrentHashMap<>();
    private final Map<String, Known> byId = new ConcurrentHashMap<>();

    /**
     * What an id means.
     *
     * @param meeting our own id of the meeting
     * @param internalId the node's own id of the room
     */
    record Known(UUID meeting, String internalId) {}

    Optional<Known> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Takes in which rooms there are now; all others of the meeting are forgotten. */
    void put(UUID meeting, List<RoomIds> rooms) {
        byMeeting.compute(meeting, (same, before) -> {
            if (before != null) {
                before.stream().filter(room -> !rooms.contains(room)).forEach(room -> unlink(meeting, room));
            }
            rooms.forEach(room -> link(meeting, room));
            return rooms.isEmpty() ? null : rooms;
        });
    }

    private void link(UUID meeting, RoomIds room) {
        Known known = new Known(meeting, room.internalId());
        byId.put(room.internalId(), known);
        if (!room.externalId().isEmpty()) {
            byId.put(room.externalId(), known);
        }
    }

    private void unlink(UUID meeting, RoomIds room) {
        Known known = new Known(meeting, room.internalId());
        byId.remove(room.internalId(), known);
        byId.remove(room.externalId(), known);
    }
}
