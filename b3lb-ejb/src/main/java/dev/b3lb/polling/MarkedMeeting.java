package dev.b3lb.polling;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.b3lb.bbb.ListedMeeting;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * A listed meeting that carries a marker of ours.
 *
 * @param marker the marker
 * @param meeting the meeting
 * @param rooms breakout rooms that the meeting's own people made, listed with it
 */
record MarkedMeeting(UUID marker, ListedMeeting meeting, List<ListedMeeting> rooms) {

    /**
     * Meetings that came by a create. Rooms that nodes make by themselves inherit the metadata of their meeting, the
     * marker too; rooms that a client created have one of their own.
     */
    static Collection<MarkedMeeting> among(List<ListedMeeting> listed) {
        Map<String, ListedMeeting> mainMeetings = mainMeetings(listed);
        Map<String, List<ListedMeeting>> rooms = listed.stream()
                .filter(meeting -> madeOnTheNode(meeting, mainMeetings))
                .collect(groupingBy(meeting -> meeting.parentInternalId().orElseThrow()));
        return listed.stream()
                .filter(meeting -> meeting.marker().isPresent() && !madeOnTheNode(meeting, mainMeetings))
                .map(meeting -> new MarkedMeeting(
                        meeting.marker().orElseThrow(), meeting, rooms.getOrDefault(meeting.internalId(), List.of())))
                .collect(toMap(MarkedMeeting::marker, Function.identity(), MarkedMeeting::rather))
                .values();
    }

    /** Internal ids of rooms that people made inside a listed meeting. */
    static Set<String> roomsMadeOnTheNode(List<ListedMeeting> listed) {
        Map<String, ListedMeeting> mainMeetings = mainMeetings(listed);
        return listed.stream()
                .filter(meeting -> madeOnTheNode(meeting, mainMeetings))
                .map(ListedMeeting::internalId)
                .collect(toSet());
    }

    private static Map<String, ListedMeeting> mainMeetings(List<ListedMeeting> listed) {
        return listed.stream()
                .filter(meeting -> !meeting.isBreakout())
                .collect(toMap(ListedMeeting::internalId, Function.identity(), (one, other) -> one));
    }

    private static boolean madeOnTheNode(ListedMeeting meeting, Map<String, ListedMeeting> mainMeetings) {
        Optional<ListedMeeting> parent = meeting.parentInternalId().map(mainMeetings::get);
        return parent.isPresent()
                && (meeting.marker().isEmpty()
                        || meeting.marker().equals(parent.get().marker()));
    }

    /**
     * A meeting that was ended and created again may be listed twice for some seconds, its rooms even after it. The
     * node's clock may have been set back between its lives.
     */
    private static MarkedMeeting rather(MarkedMeeting one, MarkedMeeting other) {
        if (one.meeting().isBreakout() != other.meeting().isBreakout()) {
            return one.meeting().isBreakout() ? other : one;
        }
        if (one.meeting().over() != other.meeting().over()) {
            return one.meeting().over() ? other : one;
        }
        return one.meeting().createTime() >= other.meeting().createTime() ? one : other;
    }

    /** Whether it may be the next life of a meeting that is known by another internal id. */
    boolean mayFollow() {
        return !meeting.isBreakout() && !meeting.over();
    }

    /** What getMeetings tells of the meeting and its rooms, with the metadata that was kept from the node. */
    String xml(Map<String, String> kept) {
        StringBuilder xml = new StringBuilder(meeting.text().with(kept));
        rooms.forEach(room -> xml.append(room.text().with(inherited(room) ? kept : Map.of())));
        return xml.toString();
    }

    private boolean inherited(ListedMeeting room) {
        return room.marker().isPresent();
    }
}
