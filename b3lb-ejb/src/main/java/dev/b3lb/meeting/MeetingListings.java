package dev.b3lb.meeting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.b3lb.meter.CacheMeter;
import dev.b3lb.meter.CacheName;
import dev.b3lb.meter.Meters;
import dev.b3lb.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * What getMeetings tells of each meeting, in memory up to a bound in bytes; the rest is read from the database when it
 * is asked for.
 */
@ApplicationScoped
public class MeetingListings {

    /**
     * A meeting as its node tells it.
     *
     * @param meetingId our own id
     * @param xml the {@code <meeting>} element, and those of its breakout rooms behind it
     */
    public record Listing(UUID meetingId, String xml) {

        /** Without the element, which holds passwords. */
        @Override
        public String toString() {
            return "Listing[" + meetingId + "]";
        }
    }

    private static final Logger LOG = Logger.getLogger(MeetingListings.class);

    private static final int ENTRY_BYTES = 100;

    /** Beside what large things may take, which is nearly half of the heap, there has to be room for work. */
    private static final int MOST_PART_OF_HEAP = 6;

    /** Lists that do not fit into memory are read anew each time; so few at once. */
    private static final int MOST_READERS = 4;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Semaphore readers = new Semaphore(MOST_READERS, true);
    private final MeetingStore store;
    private final CacheMeter meter;
    private final Cache<UUID, String> cache;

    @Inject
    MeetingListings(MeetingStore store, Settings settings, Meters meters) {
        this.store = store;
        this.meter = meters.cache(CacheName.LISTINGS);
        this.cache = Caffeine.newBuilder()
                .maximumWeight(Math.min(
                        settings.get(Settings.MEETING_LIST_CACHE),
                        Runtime.getRuntime().maxMemory() / MOST_PART_OF_HEAP))
                .weigher((UUID id, String xml) -> ENTRY_BYTES + 2 * xml.length())
                .build();
    }

    /** Takes in newer elements. */
    public void put(Collection<Listing> listings) {
        listings.forEach(listing -> cache.put(listing.meetingId(), listing.xml()));
    }

    /** Forgets a meeting that is over. */
    public void remove(UUID meetingId) {
        cache.invalidate(meetingId);
    }

    /**
     * The elements of meetings, in their order; one that nobody has told yet is left out. While the database is away,
     * what is in memory is all there is.
     */
    public List<String> of(Collection<PlacedMeeting> meetings) {
        Map<UUID, String> found =
                inMemoryOrRead(meetings.stream().map(PlacedMeeting::id).toList());
        return meetings.stream()
                .flatMap(meeting -> Optional.ofNullable(found.get(meeting.id())).stream())
                .toList();
    }

    private Map<UUID, String> inMemoryOrRead(List<UUID> meetings) {
        Map<UUID, String> found = new HashMap<>(cache.getAllPresent(meetings));
        List<UUID> missing =
                meetings.stream().filter(id -> !found.containsKey(id)).toList();
        meter.asked(found.size(), missing.size());
        if (!missing.isEmpty()) {
            found.putAll(read(missing));
        }
        return found;
    }

    private Map<UUID, String> read(List<UUID> missing) {
        try {
            if (!readers.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new RejectedExecutionException("too many lists are being read from the database");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new RejectedExecutionException("the server stops", stopped);
        }
        try {
            Map<UUID, String> found = new HashMap<>();
            store.listings(missing).forEach((id, read) -> {
                String newer = cache.asMap().putIfAbsent(id, read); // one may have come in meanwhile
                found.put(id, newer == null ? read : newer);
            });
            return found;
        } catch (RuntimeException databaseAway) {
            LOG.debug("Listings that are not in memory cannot be read", databaseAway);
            return Map.of();
        } finally {
            readers.release();
        }
    }
}
