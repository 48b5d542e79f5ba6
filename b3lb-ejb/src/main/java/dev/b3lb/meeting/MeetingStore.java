package dev.b3lb.meeting;

import dev.b3lb.meeting.MeetingListings.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The rows of meetings, but for their placing ({@link Reservations}) and what polls write. */
@ApplicationScoped
public class MeetingStore {

    private final Jdbi jdbi;

    @Inject
    MeetingStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Notes what a node has told, for a meeting that is still meant to be there.
     *
     * @return the meeting as it is now; none if it is closed or has been moved to another node
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<PlacedMeeting> confirm(PlacedMeeting meeting, Confirmation confirmation) {
        return jdbi.withHandle(handle -> {
            Optional<PlacedMeeting> confirmed = handle.createQuery("""
                            update meeting
                            set state = 'OPEN', internal_meeting_id = :internalMeetingId, create_time = :createTime,
                                voice_bridge = :voiceBridge, id_on_node = :idOnNode, kept_metadata = :keptMetadata,
                                confirmed_at = now(), missed_polls = 0, listed = false,
                                revision = revision + 1, changed_in = pg_current_xact_id()
                            where id = :id and node_id = :node and state <> 'CLOSED'
                            returning\s""" + PlacedMeeting.COLUMNS)
                    .bindMethods(confirmation)
                    .bind("id", meeting.id())
                    .bind("node", meeting.nodeId())
                    .map(ConstructorMapper.of(PlacedMeeting.class))
                    .findOne();
            confirmed.ifPresent(open -> list(handle, open.id(), confirmation.listing()));
            return confirmed;
        });
    }

    /** Writes what getMeetings tells of a meeting. */
    static void list(Handle handle, UUID meeting, String xml) {
        handle.createUpdate("""
                        insert into meeting_listing (meeting_id, xml) values (:meeting, :xml)
                        on conflict (meeting_id)
                        do update set xml = excluded.xml, digest = null, changed_in = pg_current_xact_id()""").bind("meeting", meeting).bind("xml", xml).execute();
    }

    /** The meeting of our own id, whatever its state. */
    public Optional<PlacedMeeting> byId(UUID id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select " + PlacedMeeting.COLUMNS + " from meeting where id = :id")
                        .bind("id", id)
                        .map(ConstructorMapper.of(PlacedMeeting.class))
                        .findOne());
    }

    /** The meeting that a node was given this nonce for, whatever its state. */
    public Optional<PlacedMeeting> byNonce(String nonce) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select " + PlacedMeeting.COLUMNS + " from meeting where nonce = :nonce")
                        .bind("nonce", nonce)
                        .map(ConstructorMapper.of(PlacedMeeting.class))
                        .findOne());
    }

    /**
     * Whether a meeting is closed because another copy of it goes on, or was lost with its node and has been made anew.
     */
    public boolean goesOnElsewhere(PlacedMeeting meeting) {
        return meeting.state() == MeetingState.CLOSED
                && jdbi.withHandle(handle -> handle.createQuery("""
                        select closed_as = 'SUPERSEDED' or closed_as = 'LOST' and exists (
                            select from meeting other
                            where other.secret_id = m.secret_id and other.meeting_id = m.meeting_id
                              and other.state <> 'CLOSED')
                        from meeting m where id = :id and state = 'CLOSED'""")
                        .bind("id", meeting.id())
                        .mapTo(Boolean.class)
                        .findOne()
                        .orElse(false));
    }

    /**
     * Meetings of the given accounts that are not closed and have this id; first those whose client chose it, then those
     * that have it from their node.
     */
    public List<PlacedMeeting> find(Collection<UUID> accounts, String meetingId) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + PlacedMeeting.COLUMNS + """
                         from meeting
                        where secret_id = any(:accounts) and state <> 'CLOSED'
                          and (meeting_id = :meetingId or internal_meeting_id = :meetingId or id_on_node = :meetingId)
                        order by meeting_id = :meetingId desc""")
                .bindArray("accounts", UUID.class, accounts.toArray())
                .bind("meetingId", meetingId)
                .map(ConstructorMapper.of(PlacedMeeting.class))
                .list());
    }

    /**
     * Meetings that were confirmed, changed or closed in or after a transaction; see {@code ChangeFeed}. From the
     * beginning, closed ones are of no interest.
     */
    public List<PlacedMeeting> changedSince(String transaction) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + PlacedMeeting.COLUMNS + """
                         from meeting
                        where changed_in >= cast(:since as xid8)
                          and (state = 'OPEN' or state = 'CLOSED' and :since <> '0')""")
                .bind("since", transaction)
                .map(ConstructorMapper.of(PlacedMeeting.class))
                .list());
    }

    /** What getMeetings tells of meetings, if that was written in or after a transaction. */
    public List<Listing> listingsChangedSince(String transaction) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select meeting_id, xml from meeting_listing where changed_in >= cast(:since as xid8)")
                .bind("since", transaction)
                .map(ConstructorMapper.of(Listing.class))
                .list());
    }

    /** What getMeetings tells of the given meetings. */
    public Map<UUID, String> listings(Collection<? extends UUID> meetings) {
        return jdbi.withHandle(handle -> handle
                .createQuery("select meeting_id, xml from meeting_listing where meeting_id = any(:meetings)")
                .bindArray("meetings", UUID.class, meetings.toArray())
                .map(ConstructorMapper.of(Listing.class))
                .list()
                .stream()
                .collect(Collectors.toMap(Listing::meetingId, Listing::xml)));
    }

    /**
     * Closes a meeting on the node that the caller knows it on; does nothing if it has been moved meanwhile.
     *
     * @return whether it was open until now
     */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean close(PlacedMeeting meeting) {
        return close(meeting, "ENDED");
    }

    private boolean close(PlacedMeeting meeting, String as) {
        return jdbi.withHandle(handle -> {
            int closed = handle.createUpdate("""
                            update meeting
                            set state = 'CLOSED', closed_at = now(), closed_as = :as, revision = revision + 1,
                                changed_in = pg_current_xact_id()
                            where id = :id and node_id = :node and state <> 'CLOSED'""")
                    .bind("as", as)
                    .bind("id", meeting.id())
                    .bind("node", meeting.nodeId())
                    .execute();
            if (closed > 0) {
                handle.createUpdate("delete from meeting_listing where meeting_id = :id")
                        .bind("id", meeting.id())
                        .execute();
            }
            return closed > 0;
        });
    }

    /** Closes a meeting as the caller knows it, in the caller's transaction. */
    @Transactional(TxType.MANDATORY)
    public Closing closeLife(PlacedMeeting meeting) {
        return jdbi.withHandle(handle -> {
            Optional<Boolean> now = handle.createQuery("""
                            update meeting
                            set state = 'CLOSED', closed_at = coalesce(closed_at, now()), revision = revision + 1,
                                closed_as = case closed_as when 'SUPERSEDED' then closed_as else 'ENDED' end,
                                changed_in = pg_current_xact_id()
                            where id = :id and nonce = :nonce
                              and (state = 'CLOSED' or internal_meeting_id is not distinct from :internalId)
                            returning closed_at = now()""")
                    .bind("id", meeting.id())
                    .bind("nonce", meeting.nonce())
                    .bind("internalId", meeting.internalMeetingId())
                    .mapTo(Boolean.class)
                    .findOne();
            now.ifPresent(closed -> handle.createUpdate("delete from meeting_listing where meeting_id = :id")
                    .bind("id", meeting.id())
                    .execute());
            return now.map(closed -> closed ? Closing.NOW : Closing.BEFORE).orElse(Closing.NOT);
        });
    }

    /**
     * Closes a meeting whose node has been DOWN for longer than the grace, as the database knows it now.
     *
     * @return whether that is so
     */
    @Transactional(TxType.REQUIRES_NEW)
    public boolean closeLost(PlacedMeeting meeting, Duration grace) {
        boolean lost = jdbi.withHandle(handle -> handle.createQuery("""
                        select health = 'DOWN' and health_since < now() - :grace * interval '1 second'
                        from node_state where node_id = :node""")
                .bind("grace", grace.toSeconds())
                .bind("node", meeting.nodeId())
                .mapTo(Boolean.class)
                .findOne()
                .orElse(true));
        if (lost) {
            close(meeting, "LOST");
        }
        return lost;
    }

    /**
     * Gives up reservations whose server must have died, since no create takes that long.
     *
     * @return how many
     */
    @Transactional(TxType.REQUIRES_NEW)
    public int closeAbandoned(Duration olderThan) {
        return jdbi.withHandle(handle ->
                handle.createUpdate("""
                        update meeting
                        set state = 'CLOSED', closed_at = now(), revision = revision + 1,
                            changed_in = pg_current_xact_id()
                        where state = 'PENDING' and created_at < now() - :seconds * interval '1 second'""").bind("seconds", olderThan.toSeconds()).execute());
    }

    /**
     * Forgets meetings that were closed long ago, at most 1,000 at a time.
     *
     * @return how many
     */
    @Transactional(TxType.REQUIRES_NEW)
    public int forgetClosed(Duration olderThan) {
        return jdbi.withHandle(handle ->
                handle.createUpdate("""
                        delete from meeting where id in (
                            select id from meeting
                            where state = 'CLOSED' and closed_at < now() - :seconds * interval '1 second'
                            limit 1000)""").bind("seconds", olderThan.toSeconds()).execute());
    }
}
