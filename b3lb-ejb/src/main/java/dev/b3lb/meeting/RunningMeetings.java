package dev.b3lb.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The meetings that are not over, for those who look after the pool. */
@ApplicationScoped
public class RunningMeetings {

    /**
     * Which of them are wanted; what is empty excludes none.
     *
     * @param tenant of the tenant with this slug
     * @param node on the node with this slug
     * @param meetingId with this id of the client's
     * @param id with this id of ours
     */
    public record Filter(
            Optional<String> tenant, Optional<String> node, Optional<String> meetingId, Optional<UUID> id) {}

    /**
     * How many there are of one tenant.
     *
     * @param tenantSlug whose
     * @param meetings breakout rooms included
     * @param attendees of breakout rooms only once, in the main meeting
     */
    public record OfTenant(String tenantSlug, long meetings, long attendees) {}

    private final Jdbi jdbi;

    @Inject
    RunningMeetings(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Those that have been running longest first.
     *
     * @param offset how many are left out before the first
     * @param most how many at the most
     */
    public List<RunningMeeting> oldest(Filter filter, int offset, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select m.id, t.slug as tenant_slug, s.sub_id, m.meeting_id, m.internal_meeting_id, m.name,
                               n.slug as node, m.state, m.created_at, m.breakout, m.attendees, m.listeners, m.voices,
                               m.videos, m.moderators
                        from meeting m
                        join secret s on s.id = m.secret_id
                        join tenant t on t.id = s.tenant_id
                        join node n on n.id = m.node_id
                        where m.state <> 'CLOSED'
                          and (cast(:tenant as text) is null or t.slug = :tenant)
                          and (cast(:node as text) is null or n.slug = :node)
                          and (cast(:meetingId as text) is null or m.meeting_id = :meetingId)
                          and (cast(:id as uuid) is null or m.id = cast(:id as uuid))
                        order by m.created_at, m.id offset :offset limit :most""")
                .bindMethods(filter)
                .bind("offset", offset)
                .bind("most", most)
                .map(ConstructorMapper.of(RunningMeeting.class))
                .list());
    }

    /** How many each tenant has, also those that have none, by their slugs. */
    public List<OfTenant> byTenant() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select t.slug as tenant_slug, count(m.id) as meetings,
                               coalesce(sum(m.attendees) filter (where not m.breakout), 0) as attendees
                        from tenant t
                        left join secret s on s.tenant_id = t.id
                        left join meeting m on m.secret_id = s.id and m.state <> 'CLOSED'
                        group by t.slug order by t.slug""")
                .map(ConstructorMapper.of(OfTenant.class))
                .list());
    }
}
