package dev.b3lb.meeting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.b3lb.bbb.RoomIds;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Every open meeting in memory: some hundred bytes each. Kept up to date by what this server does itself and by what it
 * reads of the others' changes, whichever comes first; an older state never replaces a newer one.
 */
@ApplicationScoped
public class OpenMeetings {

    /** How late an older state of a meeting that is over may still come, at the very most. */
    private static final Duration REMEMBERED = Duration.ofMinutes(2);

    private static final int MOST_REMEMBERED = 100_000;

    private final Map<UUID, PlacedMeeting> byId = new ConcurrentHashMap<>();
    private final Map<UUID, Map<String, PlacedMeeting>> byAccount = new ConcurrentHashMap<>();

    private final RoomsInside rooms = new RoomsInside();

    /**
     * Revisions at which meetings were over. Only one that nobody has ended can open again, when a copy of it turns out to
     * be going on; that is a later revision.
     */
    private final Cache<UUID, Integer> over = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(MOST_REMEMBERED)
            .build();

    /** The open meeting of an account by the client's id or one of the node's. */
    public Optional<PlacedMeeting> find(UUID account, String meetingId) {
        return Optional.ofNullable(byAccount.getOrDefault(account, Map.of()).get(meetingId));
    }

    /** The open meeting of our own id. */
    public Optional<PlacedMeeting> byId(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The breakout room inside an open meeting, whosever that is, by either of the ids that its node gave it. */
    Optional<RoomInside> room(String id) {
        return rooms.find(id)
                .flatMap(known -> byId(known.meeting()).map(meeting -> new RoomInside(meeting, known.internalId())));
    }

    /** Takes in which breakout rooms people have made inside a meeting; there are no others any more. */
    public void putRooms(UUID meeting, List<RoomIds> inside) {
        rooms.put(meeting, over.getIfPresent(meeting) == null ? inside : List.of());
    }

    /** The open meetings of an account. */
    public Collection<PlacedMeeting> of(UUID account) {
        return byAccount.getOrDefault(account, Map.of()).values().stream()
                .distinct()
                .toList();
    }

    /** All open meetings, in no order. */
    public Collection<PlacedMeeting> all() {
        return byId.values();
    }

    /** How many there are. */
    public int count() {
        return byId.size();
    }

    /** Takes in what a meeting is now: an open one is kept, any other is forgotten. */
    public void put(PlacedMeeting meeting) {
        byId.compute(meeting.id(), (id, held) -> {
            if (held != null && held.revision() >= meeting.revision() || isOver(meeting)) {
                return held;
            }
            if (meeting.isOpen()) {
                link(meeting);
            } else if (meeting.state() == MeetingState.CLOSED) {
                over.put(id, meeting.revision());
            }
            if (held != null) {
                unlink(held); // leaves what has just been linked, so nobody misses the meeting in between
            }
            if (!meeting.isOpen()) {
                rooms.put(id, List.of());
            }
            return meeting.isOpen() ? meeting : null;
        });
    }

    private boolean isOver(PlacedMeeting meeting) {
        Integer revision = over.getIfPresent(meeting.id());
        return revision != null && revision >= meeting.revision();
    }

    /** Forgets a meeting that is over for good. */
    public void remove(UUID id) {
        byId.compute(id, (key, held) -> {
            over.put(id, Integer.MAX_VALUE);
            rooms.put(id, List.of());
            if (held != null) {
                unlink(held);
            }
            return null;
        });
    }

    /** Forgets meetings that went away with their node or their account, without having been closed. */
    public void retain(Predicate<PlacedMeeting> wanted) {
        byId.values().stream().filter(wanted.negate()).map(PlacedMeeting::id).forEach(this::drop);
    }

    /** It is not over: its node may only be missing from the configuration for a while. */
    private void drop(UUID id) {
        byId.computeIfPresent(id, (key, held) -> {
            rooms.put(id, List.of());
            unlink(held);
            return null;
        });
    }

    private void link(PlacedMeeting meeting) {
        byAccount.compute(meeting.secretId(), (account, ids) -> {
            Map<String, PlacedMeeting> linked = ids == null ? new ConcurrentHashMap<>() : ids;
            meeting.internalMeetingId().ifPresent(internal -> linkIfFree(linked, internal, meeting));
            meeting.idOnNode().ifPresent(external -> linkIfFree(linked, external, meeting));
            linked.put(meeting.meetingId(), meeting);
            return linked;
        });
    }

    /** A client may choose an id that its other meeting has on a node; then its own choice counts. */
    private static void linkIfFree(Map<String, PlacedMeeting> linked, String id, PlacedMeeting meeting) {
        linked.merge(id, meeting, (held, next) -> held.meetingId().equals(id) ? held : next);
    }

    private void unlink(PlacedMeeting meeting) {
        byAccount.computeIfPresent(meeting.secretId(), (account, ids) -> {
            ids.remove(meeting.meetingId(), meeting);
            meeting.internalMeetingId().ifPresent(internal -> ids.remove(internal, meeting));
            meeting.idOnNode().ifPresent(external -> ids.remove(external, meeting));
            return ids.isEmpty() ? null : ids;
        });
    }
}
