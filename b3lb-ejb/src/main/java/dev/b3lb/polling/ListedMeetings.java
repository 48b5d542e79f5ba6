package dev.b3lb.polling;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.b3lb.bbb.ListedMeeting;
import dev.b3lb.bbb.MeetingList;
import dev.b3lb.meeting.KeptMetadata;
import dev.b3lb.meeting.MeetingCopies.Copy;
import dev.b3lb.meeting.StillExpected;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * What a node's list of meetings changes in ours, in five statements at most. A meeting on a node is ours only by its
 * marker; the internal id tells apart two lives of one meeting. Of a meeting in the list that could not be read, what is
 * known stands.
 */
final class ListedMeetings {

    private final Orphans orphans;

    ListedMeetings(Orphans orphans) {
        this.orphans = orphans;
    }

    /**
     * A row of a meeting with a listed marker; public because Jdbi builds it.
     *
     * @param stray whether the meeting is not meant to be on this node (any more)
     * @param returned whether it was taken for over without anybody having ended it
     * @param digest of what getMeetings tells of it, if a poll has written that
     */
    public record Known(
            UUID id, @Nested KeptMetadata metadata, boolean stray, boolean returned, Optional<String> digest) {}

    /**
     * Internal ids of meetings that are to be ended on the node.
     *
     * @param strays copies of ours that are not meant to be there
     * @param orphans those that nobody here has created, when their time is over
     */
    record Unwanted(List<String> strays, List<String> orphans) {

        static final Unwanted NONE = new Unwanted(List.of(), List.of());
    }

    /**
     * A meeting that is over; public because Jdbi builds it.
     *
     * @param secretId whose it was
     * @param meetingId the client's id
     */
    public record Closed(UUID secretId, String meetingId) {}

    /**
     * What follows from a list.
     *
     * @param closed meetings that are over
     * @param unwanted meetings that are to be ended on the node
     * @param returned meetings that were taken for over and go on on the node
     */
    record Consequences(List<Closed> closed, Unwanted unwanted, List<Copy> returned) {

        static final Consequences NONE = new Consequences(List.of(), Unwanted.NONE, List.of());
    }

    /** Updates, confirms and closes meetings of a node, and remembers what is not ours. */
    Consequences record(Handle handle, Claim claim, MeetingList list) {
        List<ListedMeeting> listed = list.meetings();
        Unread unread = Unread.of(list.unreadable());
        Collection<MarkedMeeting> marked = MarkedMeeting.among(listed);
        if (!marked.isEmpty()) {
            update(handle, claim, marked);
        }
        List<Closed> closed = closeMissing(handle, claim, marked, unread);
        Map<UUID, Known> known = marked.isEmpty() ? Map.of() : known(handle, claim, marked);
        list(handle, claim, TellableMeeting.changed(marked, known, unread));
        List<ListedMeeting> strangers = Orphans.among(listed, known.keySet(), unread);
        return new Consequences(
                closed,
                new Unwanted(strays(marked, known), orphans.remember(handle, claim, strangers, unread)),
                returned(marked, known));
    }

    private static List<Copy> returned(Collection<MarkedMeeting> marked, Map<UUID, Known> known) {
        return marked.stream()
                .filter(one -> hasReturned(one, known.get(one.marker())))
                .map(one -> new Copy(
                        one.marker(),
                        one.meeting().internalId(),
                        one.meeting().createTime(),
                        one.meeting().voiceBridge(),
                        one.meeting().attendees(),
                        one.xml(known.get(one.marker()).metadata().values())))
                .toList();
    }

    private static boolean hasReturned(MarkedMeeting marked, Known known) {
        return known != null && known.returned() && marked.mayFollow();
    }

    private static List<String> strays(Collection<MarkedMeeting> marked, Map<UUID, Known> known) {
        return marked.stream()
                .filter(one -> known.containsKey(one.marker())
                        && known.get(one.marker()).stray()
                        && !hasReturned(one, known.get(one.marker())))
                .map(one -> one.meeting().internalId())
                .toList();
    }

    /**
     * A reservation that turns out to be a meeting is confirmed here: its server may have died before it could. A room
     * is found on its node only by ids that the node gave it. What the node has begun anew without our knowing is
     * followed, also when its clock went back meanwhile. Who has arrived since the last poll is no longer on the
     * way.
     */
    private static void update(Handle handle, Claim claim, Collection<MarkedMeeting> marked) {
        handle.createUpdate("""
                        update meeting m
                        set state = 'OPEN', internal_meeting_id = l.internal, create_time = l.create_time,
                            voice_bridge = l.voice_bridge, id_on_node = nullif(nullif(l.external, m.meeting_id), ''),
                            confirmed_at = case when m.internal_meeting_id is distinct from l.internal then now()
                                                else m.confirmed_at end,
                            listed = true, missed_polls = 0, attendees = l.attendees,
                            peak_attendees = greatest(m.peak_attendees, l.attendees),
                            coming = greatest(0, m.coming - greatest(0, l.attendees - m.attendees)),
                            listeners = l.listeners,
                            voices = l.voices, videos = l.videos, moderators = l.moderators, origin = l.origin,
                            origin_server_name = l.origin_server_name,
                            revision = m.revision + 1, changed_in = pg_current_xact_id()
                        from unnest(:markers, :internals, :externals, :successors, :createTimes, :voiceBridges, :attendees, :listeners, :voices,
                                    :videos, :moderators, :origins, :serverNames)
                            as l (id, internal, external, successor, create_time, voice_bridge, attendees, listeners, voices, videos,
                                  moderators, origin, origin_server_name)
                        where m.id = l.id and m.node_id = :node
                          and (m.state = 'PENDING'
                               or m.state = 'OPEN' and (m.internal_meeting_id = l.internal
                                                        or l.successor
                                                           and (l.create_time > m.create_time
                                                                or m.confirmed_at < cast(:startedAt as timestamptz))))
                          and (m.state, m.internal_meeting_id, m.listed, m.missed_polls, m.attendees,
                               m.peak_attendees >= l.attendees, m.listeners, m.voices, m.videos,
                               m.moderators, m.origin, m.origin_server_name)
                              is distinct from ('OPEN', l.internal, true, 0, l.attendees,
                                                true, l.listeners, l.voices, l.videos,
                                                l.moderators, l.origin, l.origin_server_name)""")
                .bind("node", claim.nodeId())
                .bind("startedAt", claim.startedAt())
                .bindArray("markers", UUID.class, column(marked, MarkedMeeting::marker))
                .bindArray("internals", String.class, column(marked, one -> one.meeting()
                        .internalId()))
                .bindArray("externals", String.class, column(marked, one -> one.meeting()
                        .externalId()))
                .bindArray("successors", Boolean.class, column(marked, MarkedMeeting::mayFollow))
                .bindArray("createTimes", Long.class, column(marked, one -> one.meeting()
                        .createTime()))
                .bindArray("voiceBridges", String.class, column(marked, one -> one.meeting()
                        .voiceBridge()))
                .bindArray("attendees", Integer.class, column(marked, one -> one.meeting()
                        .attendees()))
                .bindArray("listeners", Integer.class, column(marked, one -> one.meeting()
                        .listeners()))
                .bindArray("voices", Integer.class, column(marked, one -> one.meeting()
                        .voices()))
                .bindArray("videos", Integer.class, column(marked, one -> one.meeting()
                        .videos()))
                .bindArray("moderators", Integer.class, column(marked, one -> one.meeting()
                        .moderators()))
                .bindArray("origins", String.class, column(marked, one -> one.meeting()
                        .origin()))
                .bindArray("serverNames", String.class, column(marked, one -> one.meeting()
                        .originServerName()))
                .execute();
    }

    /**
     * A meeting is over when two polls that started after it was confirmed do not list it. Who is still expected in the
     * others is summed up for choices to come.
     */
    private static List<Closed> closeMissing(
            Handle handle, Claim claim, Collection<MarkedMeeting> marked, Unread unread) {
        return StillExpected.bind(handle.createQuery("""
                        with missing as (
                            update meeting
                            set missed_polls = missed_polls + 1,
                                state = case when missed_polls > 0 then 'CLOSED' else state end,
                                closed_at = case when missed_polls > 0 then now() end,
                                closed_as = case when missed_polls > 0 then 'MISSING' else closed_as end,
                                revision = revision + 1, changed_in = pg_current_xact_id()
                            where node_id = :node and state = 'OPEN'
                              and confirmed_at < cast(:startedAt as timestamptz)
                              and internal_meeting_id <> all(:internals)
                              and not (:mayBeAny or internal_meeting_id = any(:unreadIds) or id = any(:unreadMarkers))
                            returning id, state, secret_id, meeting_id),
                        forgotten as (
                            delete from meeting_listing
                            where meeting_id in (select id from missing where state = 'CLOSED')),
                        expected as (
                            update node_state
                            set expected_attendees = (
                                select coalesce(sum(%s), 0)
                                from meeting where node_id = :node and state = 'OPEN' and listed and not breakout)
                            where node_id = :node)
                        select secret_id, meeting_id from missing where state = 'CLOSED'""".formatted(StillExpected.SQL)))
                .bind("node", claim.nodeId())
                .bind("startedAt", claim.startedAt())
                .bindArray("internals", String.class, column(marked, one -> one.meeting()
                        .internalId()))
                .bind("mayBeAny", unread.mayBeAny())
                .bindArray("unreadIds", String.class, unread.internalIds().toArray())
                .bindArray("unreadMarkers", UUID.class, unread.markers().toArray())
                .map(ConstructorMapper.of(Closed.class))
                .list();
    }

    /**
     * What is known of the listed meetings. Nodes may list a meeting for some seconds after its end, so one that has
     * just been closed is left alone.
     */
    private static Map<UUID, Known> known(Handle handle, Claim claim, Collection<MarkedMeeting> marked) {
        return handle
                .createQuery("""
                        select m.id, m.kept_metadata, l.digest,
                               m.node_id <> :node
                               or m.state = 'CLOSED' and m.closed_at < now() - interval '10 seconds' as stray,
                               m.node_id = :node and m.state = 'CLOSED'
                               and (m.closed_as = 'LOST'
                                    or m.closed_as = 'MISSING' and m.closed_at < now() - interval '10 seconds')
                                   as returned
                        from meeting m left join meeting_listing l on l.meeting_id = m.id
                        where m.id = any(:markers)""")
                .bind("node", claim.nodeId())
                .bindArray("markers", UUID.class, column(marked, MarkedMeeting::marker))
                .map(ConstructorMapper.of(Known.class))
                .list()
                .stream()
                .collect(toMap(Known::id, identity()));
    }

    /** What getMeetings tells is long, so only what has changed travels. */
    private static void list(Handle handle, Claim claim, Collection<TellableMeeting> changed) {
        if (changed.isEmpty()) {
            return;
        }
        handle.createUpdate("""
                        insert into meeting_listing as listing (meeting_id, xml, digest)
                        select m.id, l.xml, l.digest
                        from unnest(:ids, :internals, :xml, :digests) as l (id, internal, xml, digest)
                        join meeting m on m.id = l.id and m.node_id = :node and m.state = 'OPEN'
                                      and m.internal_meeting_id = l.internal
                        on conflict (meeting_id) do update
                        set xml = excluded.xml, digest = excluded.digest, changed_in = pg_current_xact_id()
                        where listing.digest is distinct from excluded.digest""")
                .bind("node", claim.nodeId())
                .bindArray("ids", UUID.class, column(changed, TellableMeeting::id))
                .bindArray("internals", String.class, column(changed, TellableMeeting::internalId))
                .bindArray("xml", String.class, column(changed, TellableMeeting::xml))
                .bindArray("digests", String.class, column(changed, TellableMeeting::digest))
                .execute();
    }

    private static <T> Object[] column(Collection<T> rows, Function<T, Object> value) {
        return rows.stream().map(value).toArray();
    }
}
