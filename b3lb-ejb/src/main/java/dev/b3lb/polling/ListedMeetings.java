package dev.b3lb.polling;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;

import dev.b3lb.bbb.ListedMeeting;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * What a node's list of meetings changes in ours. A meeting on a node is ours only by its marker; the internal id tells
 * apart two lives of one meeting.
 */
final class ListedMeetings {

    /** A listed meeting of ours, with the elements of its breakout rooms behind its own. */
    private record Marked(UUID marker, ListedMeeting meeting, String xml) {}

    /**
     * Updates, confirms and closes meetings of a node.
     *
     * @return internal ids of meetings that are ours but not meant to be on this node
     */
    List<String> record(Handle handle, Claim claim, List<ListedMeeting> listed) {
        Collection<Marked> marked = marked(listed);
        update(handle, claim, marked);
        closeMissing(handle, claim, marked);
        list(handle, claim, marked);
        return marked.isEmpty() ? List.of() : strays(handle, claim, marked);
    }

    private static Collection<Marked> marked(List<ListedMeeting> listed) {
        Map<String, String> breakouts = listed.stream()
                .filter(meeting ->
                        meeting.isBreakout() && meeting.parentInternalId().isPresent())
                .collect(groupingBy(
                        meeting -> meeting.parentInternalId().orElseThrow(), mapping(ListedMeeting::xml, joining())));
        return listed.stream()
                .filter(meeting -> !meeting.isBreakout() && meeting.marker().isPresent())
                .map(meeting -> new Marked(
                        meeting.marker().orElseThrow(),
                        meeting,
                        meeting.xml() + breakouts.getOrDefault(meeting.internalId(), "")))
                .collect(toMap(Marked::marker, Function.identity(), ListedMeetings::younger))
                .values();
    }

    /** A meeting that was ended and created again may be listed twice for some seconds. */
    private static Marked younger(Marked one, Marked other) {
        return one.meeting().createTime() >= other.meeting().createTime() ? one : other;
    }

    /** A reservation that turns out to be a meeting is confirmed here: its server may have died before it could. */
    private static void update(Handle handle, Claim claim, Collection<Marked> marked) {
        handle.createUpdate("""
                        update meeting m
                        set state = 'OPEN', internal_meeting_id = l.internal, create_time = l.create_time,
                            voice_bridge = l.voice_bridge, confirmed_at = coalesce(m.confirmed_at, now()),
                            listed = true, missed_polls = 0, attendees = l.attendees, listeners = l.listeners,
                            voices = l.voices, videos = l.videos, moderators = l.moderators, origin = l.origin,
                            origin_server_name = l.origin_server_name,
                            revision = m.revision + 1, changed_in = pg_current_xact_id()
                        from unnest(:markers, :internals, :createTimes, :voiceBridges, :attendees, :listeners, :voices,
                                    :videos, :moderators, :origins, :serverNames)
                            as l (id, internal, create_time, voice_bridge, attendees, listeners, voices, videos,
                                  moderators, origin, origin_server_name)
                        where m.id = l.id and m.node_id = :node
                          and (m.state = 'PENDING'
                               or m.state = 'OPEN' and (m.internal_meeting_id = l.internal or l.create_time > m.create_time))
                          and (m.state, m.internal_meeting_id, m.listed, m.missed_polls, m.attendees, m.listeners, m.voices, m.videos,
                               m.moderators, m.origin, m.origin_server_name)
                              is distinct from ('OPEN', l.internal, true, 0, l.attendees, l.listeners, l.voices, l.videos,
                                                l.moderators, l.origin, l.origin_server_name)""")
                .bind("node", claim.nodeId())
                .bindArray("markers", UUID.class, column(marked, Marked::marker))
                .bindArray("internals", String.class, column(marked, one -> one.meeting()
                        .internalId()))
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

    /** A meeting is over when two polls that started after it was confirmed do not list it. */
    private static void closeMissing(Handle handle, Claim claim, Collection<Marked> marked) {
        handle.createUpdate("""
                        with missing as (
                            update meeting
                            set missed_polls = missed_polls + 1,
                                state = case when missed_polls > 0 then 'CLOSED' else state end,
                                closed_at = case when missed_polls > 0 then now() end,
                                revision = revision + 1, changed_in = pg_current_xact_id()
                            where node_id = :node and state = 'OPEN'
                              and confirmed_at < cast(:startedAt as timestamptz)
                              and internal_meeting_id <> all(:internals)
                            returning id, state)
                        delete from meeting_listing
                        where meeting_id in (select id from missing where state = 'CLOSED')""")
                .bind("node", claim.nodeId())
                .bind("startedAt", claim.startedAt())
                .bindArray("internals", String.class, column(marked, one -> one.meeting()
                        .internalId()))
                .execute();
    }

    private static void list(Handle handle, Claim claim, Collection<Marked> marked) {
        handle.createUpdate("""
                        insert into meeting_listing as listing (meeting_id, xml)
                        select m.id, l.xml
                        from unnest(:markers, :internals, :xml) as l (id, internal, xml)
                        join meeting m on m.id = l.id and m.node_id = :node and m.state = 'OPEN'
                                      and m.internal_meeting_id = l.internal
                        on conflict (meeting_id) do update
                        set xml = excluded.xml, changed_in = pg_current_xact_id()
                        where listing.xml <> excluded.xml""")
                .bind("node", claim.nodeId())
                .bindArray("markers", UUID.class, column(marked, Marked::marker))
                .bindArray("internals", String.class, column(marked, one -> one.meeting()
                        .internalId()))
                .bindArray("xml", String.class, column(marked, Marked::xml))
                .execute();
    }

    /** Nodes may list a meeting for some seconds after its end, so one that has just been closed is left alone. */
    private static List<String> strays(Handle handle, Claim claim, Collection<Marked> marked) {
        return handle.createQuery("""
                        select l.internal
                        from unnest(:markers, :internals) as l (id, internal)
                        join meeting m on m.id = l.id
                        where m.node_id <> :node
                           or m.state = 'CLOSED' and m.closed_at < now() - interval '10 seconds'""")
                .bind("node", claim.nodeId())
                .bindArray("markers", UUID.class, column(marked, Marked::marker))
                .bindArray("internals", String.class, column(marked, one -> one.meeting()
                        .internalId()))
                .mapTo(String.class)
                .list();
    }

    private static Object[] column(Collection<Marked> marked, Function<Marked, Object> value) {
        return marked.stream().map(value).toArray();
    }
}
