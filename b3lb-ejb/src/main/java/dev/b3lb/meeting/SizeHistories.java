package dev.b3lb.meeting;

import dev.b3lb.placement.ExpectedSize;
import dev.b3lb.placement.SizeHistory;
import dev.b3lb.placement.UsualSize;
import dev.b3lb.placement.WeekHour;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** How many attendees a meeting that is to be placed will get, by what it says and by the meetings before it. */
final class SizeHistories {

    private static final String SQL = """
            select array(select peak from meeting_size
                         where secret_id = :secret and room = r.room and hour = :hour
                         order by ended_at desc limit :most) as same_hour,
                   array(select peak from meeting_size
                         where secret_id = :secret and room = r.room
                         order by ended_at desc limit :most) as recent,
                   coalesce(u.meetings, 0) as meetings, coalesce(u.mean, 0) as mean
            from (select %s as room) r
            left join meeting_size_mean u on u.tenant_id = :tenant and u.hour = :hourOfDay""".formatted(room("cast(:meetingId as text)"));

    /** A row; public because Jdbi builds it. */
    public record Row(List<Integer> sameHour, List<Integer> recent, long meetings, double mean) {

        SizeHistory history() {
            return new SizeHistory(sameHour, recent, new UsualSize(meetings, mean).known());
        }
    }

    private final Clock clock;
    private final ZoneId zone;

    /**
     * @param clock tells which hour it is
     * @param zone where
     */
    SizeHistories(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** What stands for a meetingID, of which sizes are kept longer than anybody needs to know the id itself. */
    static String room(String meetingId) {
        return "substring(sha256(convert_to(" + meetingId + ", 'UTF8')) for 16)";
    }

    /**
     * How many attendees a new meeting is expected to get. Costs a statement unless the create itself says it. Who is in
     * a breakout room is counted in its main meeting, so nobody is expected in one.
     */
    ExpectedSize expected(Handle handle, MeetingWish wish) {
        if (wish.isBreakout()) {
            return ExpectedSize.NOBODY;
        }
        return wish.size().expected(wish.size().told() ? SizeHistory.NONE : history(handle, wish));
    }

    private SizeHistory history(Handle handle, MeetingWish wish) {
        WeekHour hour = WeekHour.of(clock.instant(), zone);
        return handle.createQuery(SQL)
                .bind("secret", wish.account().id())
                .bind("tenant", wish.account().tenantId())
                .bind("meetingId", wish.meetingId())
                .bind("hour", hour.number())
                .bind("hourOfDay", hour.ofDay())
                .bind("most", SizeHistory.MOST)
                .map(ConstructorMapper.of(Row.class))
                .one()
                .history();
    }
}
