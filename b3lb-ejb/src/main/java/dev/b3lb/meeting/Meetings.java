package dev.b3lb.meeting;

import dev.b3lb.configuration.Configurations;
import dev.b3lb.meter.CacheMeter;
import dev.b3lb.meter.CacheName;
import dev.b3lb.meter.Meters;
import dev.b3lb.server.Breaker;
import dev.b3lb.tenant.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;

/**
 * Finds the meeting that a client means. Open meetings are in memory; what is not there is looked up in the database
 * once, and a miss is never kept.
 */
@ApplicationScoped
public class Meetings {

    private static final Duration DATABASE_LEFT_ALONE = Duration.ofSeconds(2);

    private final Breaker database = new Breaker(DATABASE_LEFT_ALONE, System::nanoTime);
    private final OpenMeetings open;
    private final MeetingStore store;
    private final Configurations configurations;
    private final CacheMeter meter;

    @Inject
    Meetings(OpenMeetings open, MeetingStore store, Configurations configurations, Meters meters) {
        this.meter = meters.cache(CacheName.MEETINGS);
        this.open = open;
        this.store = store;
        this.configurations = configurations;
    }

    /**
     * The open meeting that an account means with an id, the one it gave or the node's internal one. Sub id 0 means its
     * own first, else the only one of its tenant.
     *
     * @throws RuntimeException when the meeting is not in memory and the database cannot be asked
     */
    public Optional<PlacedMeeting> find(Account account, String meetingId) {
        Optional<PlacedMeeting> held = inMemory(account, meetingId);
        meter.asked(held.isPresent());
        return held.or(() -> inDatabase(account, meetingId));
    }

    /**
     * The breakout room that an account means with an id that its node gave it: one that people have made inside a
     * meeting that the account may use, if no meeting of its own has that id. Never asks the database.
     */
    public Optional<RoomInside> findRoom(Account account, String id) {
        return open.room(id)
                .filter(room -> mayUse(account, room.meeting().secretId()))
                .filter(room -> inMemory(account, id).isEmpty());
    }

    private boolean mayUse(Account account, UUID owner) {
        return owner.equals(account.id())
                || account.actsForTenant()
                        && configurations
                                .current()
                                .account(owner)
                                .filter(other -> other.tenantId().equals(account.tenantId()))
                                .isPresent();
    }

    private Optional<PlacedMeeting> inMemory(Account account, String meetingId) {
        return open.find(account.id(), meetingId)
                .or(() -> onlyOne(others(account).flatMap(other -> open.find(other.id(), meetingId).stream())));
    }

    private Optional<PlacedMeeting> inDatabase(Account account, String meetingId) {
        List<UUID> accounts = visible(account).stream().map(Account::id).toList();
        List<PlacedMeeting> found = fromStore(accounts, meetingId).stream()
                .filter(PlacedMeeting::isOpen)
                .toList();
        found.forEach(open::put);
        return found.stream()
                .filter(meeting -> meeting.secretId().equals(account.id()))
                .findFirst()
                .or(() -> onlyOne(found.stream()));
    }

    /** While the database is away not every caller waits for it: threads are needed for the meetings in memory. */
    private List<PlacedMeeting> fromStore(List<UUID> accounts, String meetingId) {
        if (!database.mayTry()) {
            throw new RejectedExecutionException("the database was away a moment ago");
        }
        try {
            List<PlacedMeeting> found = store.find(accounts, meetingId);
            database.succeeded();
            return found;
        } catch (RuntimeException away) {
            database.failed();
            throw away;
        }
    }

    /** All open meetings that an account may see. */
    public List<PlacedMeeting> visibleTo(Account account) {
        return visible(account).stream()
                .flatMap(visible -> open.of(visible.id()).stream())
                .toList();
    }

    private Stream<Account> others(Account account) {
        return visible(account).stream().filter(other -> !other.id().equals(account.id()));
    }

    private Collection<Account> visible(Account account) {
        return account.actsForTenant()
                ? configurations.current().accountsOfTenant(account.tenantId())
                : List.of(account);
    }

    private static Optional<PlacedMeeting> onlyOne(Stream<PlacedMeeting> meetings) {
        List<PlacedMeeting> first = meetings.limit(2).toList();
        return first.size() == 1 ? Optional.of(first.get(0)) : Optional.empty();
    }
}
