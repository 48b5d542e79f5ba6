package dev.b3lb.meeting;

import static dev.b3lb.meeting.PlacedMeeting.COLUMNS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Decides which copy of a meeting goes on. There may be several when a node was away for so long that the meeting was
 * made anew elsewhere, and then comes back with people in it. The copy with more people goes on; of two that are equal,
 * the newer one, where everybody is sent by now.
 */
@ApplicationScoped
public class MeetingCopies {

    /**
     * A copy that a node lists although the meeting is closed here, without anybody having ended it.
     *
     * @param id our own id, which it carries
     * @param internalId the node's id of it
     * @param createTime in ms since 1970, by the node
     * @param voiceBridge the number to dial into it
     * @param attendees who is in it
     * @param xml what getMeetings is to tell of it
     */
    public record Copy(UUID id, String internalId, long createTime, String voiceBridge, int attendees, String xml) {

        /** Without the XML, which holds passwords. */
        @Override
        public String toString() {
            return "Copy[" + id + ", " + internalId + ", " + attendees + " attendees]";
        }
    }

    /** What is decided about a copy. */
    public sealed interface Verdict {

        /**
         * It goes on.
         *
         * @param meeting the meeting, open again
         * @param other the copy that was open until now and is to be ended, if there was one
         */
        record GoesOn(PlacedMeeting meeting, Optional<Rival> other) implements Verdict {}

        /**
         * It is to be ended.
         *
         * @param meeting the meeting that it was
         * @param other the copy that goes on; none when somebody has ended that one
         */
        record Loses(PlacedMeeting meeting, Optional<Rival> other) implements Verdict {}

        /** Somebody is just creating or has decided otherwise; the next poll asks again. */
        record Undecided() implements Verdict {}
    }

    /**
     * The copy that clients are sent to; public because Jdbi builds it.
     *
     * @param meeting the meeting
     * @param people who was in it at the last poll, or is on the way
     */
    public record Rival(@Nested PlacedMeeting meeting, int people) {}

    private final Jdbi jdbi;

    @Inject
    MeetingCopies(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Decides about a copy on a node, and writes what follows from it. */
    @Transactional(TxType.REQUIRES_NEW)
    public Verdict judge(UUID nodeId, Copy copy) {
        return jdbi.withHandle(handle -> {
            Optional<PlacedMeeting> closed = closed(handle, nodeId, copy);
            return closed.isPresent() ? judge(handle, closed.get(), copy) : new Verdict.Undecided();
        });
    }

    private static Verdict judge(Handle handle, PlacedMeeting closed, Copy copy) {
        Optional<Rival> rival = rival(handle, closed);
        if (rival.isEmpty() && wasEndedSince(handle, closed)) {
            supersede(handle, closed);
            return new Verdict.Loses(closed, rival);
        }
        if (rival.isPresent() && !rival.get().meeting().isOpen()) {
            return new Verdict.Undecided();
        }
        if (rival.isPresent() && rival.get().people() >= copy.attendees()) {
            supersede(handle, closed);
            return new Verdict.Loses(closed, rival);
        }
        Optional<Rival> ended = rival.map(other -> new Rival(supersede(handle, other.meeting()), other.people()));
        return new Verdict.GoesOn(reopen(handle, copy), ended);
    }

    private static Optional<PlacedMeeting> closed(Handle handle, UUID nodeId, Copy copy) {
        return handle.createQuery("select " + COLUMNS + """
                         from meeting
                        where id = :id and node_id = :node and state = 'CLOSED' and closed_as in ('MISSING', 'LOST')
                        for update""")
                .bind("id", copy.id())
                .bind("node", nodeId)
                .map(ConstructorMapper.of(PlacedMeeting.class))
                .findOne();
    }

    private static Optional<Rival> rival(Handle handle, PlacedMeeting closed) {
        return handle.createQuery("select " + COLUMNS + """
                        , attendees + coming as people from meeting
                        where secret_id = :secret and meeting_id = :meetingId and state <> 'CLOSED'
                        for update""")
                .bind("secret", closed.secretId())
                .bind("meetingId", closed.meetingId())
                .map(ConstructorMapper.of(Rival.class))
                .findOne();
    }

    /** Whether a later copy has come to its end meanwhile, so that the meeting is over for everybody who knows it. */
    private static boolean wasEndedSince(Handle handle, PlacedMeeting closed) {
        return handle.createQuery("""
                        select exists (
                            select from meeting later join meeting m on m.id = :id
                            where later.state = 'CLOSED' and later.closed_at > m.closed_at
                              and later.secret_id = m.secret_id and later.meeting_id = m.meeting_id
                              and later.closed_as = 'ENDED' and later.confirmed_at is not null)""")
                .bind("id", closed.id())
                .mapTo(Boolean.class)
                .one();
    }

    private static PlacedMeeting supersede(Handle handle, PlacedMeeting meeting) {
        handle.createUpdate("delete from meeting_listing where meeting_id = :id")
                .bind("id", meeting.id())
                .execute();
        return handle.createQuery("""
                        update meeting
                        set state = 'CLOSED', closed_at = coalesce(closed_at, now()), closed_as = 'SUPERSEDED',
                            revision = revision + 1, changed_in = pg_current_xact_id()
                        where id = :id
                        returning\s""" + COLUMNS)
                .bind("id", meeting.id())
                .map(ConstructorMapper.of(PlacedMeeting.class))
                .one();
    }

    private static PlacedMeeting reopen(Handle handle, Copy copy) {
        MeetingStore.list(handle, copy.id(), copy.xml());
        return handle.createQuery("""
                        update meeting
                        set state = 'OPEN', closed_at = null, closed_as = 'ENDED', internal_meeting_id = :internalId,
                            create_time = :createTime, voice_bridge = :voiceBridge, confirmed_at = now(),
                            attendees = :attendees, peak_attendees = greatest(peak_attendees, :attendees), coming = 0,
                            listed = true, missed_polls = 0,
                            revision = revision + 1, changed_in = pg_current_xact_id()
                        where id = :id
                        returning\s""" + COLUMNS)
                .bindMethods(copy)
                .map(ConstructorMapper.of(PlacedMeeting.class))
                .one();
    }
}
