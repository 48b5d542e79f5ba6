package dev.b3lb.meeting;

import dev.b3lb.placement.WeekHour;
import dev.b3lb.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Notes how large meetings were that are over, once for each that a poll has seen. A breakout room is no meeting of its
 * own.
 */
@ApplicationScoped
public class SizeNotes {

    /** No meeting is larger, whatever a node says: one that invents must not spoil a tenant's averages for months. */
    private static final int LARGEST = 1_000;

    /**
     * The rows of secret and tenant are locked with the meetings, against those who delete a tenant: they lock these
     * before its meetings, and would else wait for us while we wait for them.
     */
    private static final String ENDED = """
            select m.id, s.tenant_id, m.created_at,
                   least(:largest, greatest(0, m.peak_attendees, m.attendees)) as size
            from meeting m join secret s on s.id = m.secret_id join tenant t on t.id = s.tenant_id
            where m.state = 'CLOSED' and not m.size_noted and not m.breakout and (m.listed or m.peak_attendees > 0)
            order by m.closed_at, m.id limit :most
            for update of m skip locked for key share of s, t skip locked""";

    private static final String NOTE = """
            with noted as (
                update meeting set size_noted = true where id = any(:ids)
                returning id, secret_id, meeting_id, closed_at)
            insert into meeting_size (secret_id, room, hour, peak, ended_at)
            select n.secret_id, %s, l.hour, l.size, n.closed_at
            from noted n join unnest(:ids, :hours, :sizes) as l (id, hour, size) on l.id = n.id""".formatted(SizeHistories.room("n.meeting_id"));

    /** A meeting that is over; public because Jdbi builds it. */
    public record Ended(UUID id, UUID tenantId, Instant createdAt, int size) {}

    private final Jdbi jdbi;
    private final ZoneId zone;
    private final Duration kept;
    private final UsualSizes usual = new UsualSizes();

    @Inject
    SizeNotes(Jdbi jdbi, Settings settings) {
        this.jdbi = jdbi;
        this.zone = settings.get(Settings.TIME_ZONE);
        this.kept = settings.get(Settings.SIZE_HISTORY_KEEP);
    }

    /**
     * Notes the sizes of meetings that are over, in the order in which they ended.
     *
     * @param most how many at the most
     * @return how many; fewer than {@code most} when none is left that nobody else is just noting
     */
    @Transactional(TxType.REQUIRES_NEW)
    public int noteEnded(int most) {
        return jdbi.withHandle(handle -> {
            List<Ended> ended = handle.createQuery(ENDED)
                    .bind("largest", LARGEST)
                    .bind("most", most)
                    .map(ConstructorMapper.of(Ended.class))
                    .list();
            if (!ended.isEmpty()) {
                note(handle, ended);
                usual.count(
                        handle,
                        ended.stream()
                                .map(meeting -> Map.entry(key(meeting), meeting.size()))
                                .toList());
            }
            return ended.size();
        });
    }

    private void note(Handle handle, List<Ended> ended) {
        handle.createUpdate(NOTE)
                .bindArray("ids", UUID.class, column(ended, Ended::id))
                .bindArray(
                        "hours", Integer.class, column(ended, one -> hour(one).number()))
                .bindArray("sizes", Integer.class, column(ended, Ended::size))
                .execute();
    }

    private WeekHour hour(Ended meeting) {
        return WeekHour.of(meeting.createdAt(), zone);
    }

    private UsualSizes.Key key(Ended meeting) {
        return new UsualSizes.Key(meeting.tenantId(), hour(meeting).ofDay());
    }

    private static Object[] column(List<Ended> ended, Function<Ended, Object> value) {
        return ended.stream().map(value).toArray();
    }

    /**
     * Deletes what is older than the setting allows.
     *
     * @param most how many at the most
     * @return how many; fewer than {@code most} when none is left
     */
    @Transactional(TxType.REQUIRES_NEW)
    public int forgetOld(int most) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        delete from meeting_size where ctid = any(array(
                            select ctid from meeting_size
                            where ended_at < now() - :seconds * interval '1 second' limit :most for update skip locked))""")
                .bind("seconds", kept.toSeconds())
                .bind("most", most)
                .execute());
    }
}
