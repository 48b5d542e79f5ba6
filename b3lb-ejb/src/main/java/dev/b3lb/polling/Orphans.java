package dev.b3lb.polling;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.b3lb.bbb.ListedMeeting;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Meetings on nodes that nobody here has created: another balancer's, those of whoever has the node's secret, or copies
 * of ours of which we have no row any more. They are remembered, at most 1,000 of each node, and ended after a while
 * if that is wanted.
 */
final class Orphans {

    private static final int MOST_PER_NODE = 1_000;
    private static final int MOST_ENDED_AT_ONCE = 50;
    private static final int LONGEST = 256;

    private final Duration timeout;

    /** @param timeout how long an orphan is left alone; zero for ever */
    Orphans(Duration timeout) {
        this.timeout = timeout;
    }

    /**
     * Listed meetings that belong to no row. Rooms that people made inside a listed meeting are part of that meeting.
     *
     * @param known markers of which there is a row
     * @param unread what may be the main meetings of listed rooms
     */
    static List<ListedMeeting> among(List<ListedMeeting> listed, Set<UUID> known, Unread unread) {
        List<ListedMeeting> unknown = listed.stream()
                .filter(meeting -> meeting.marker().filter(known::contains).isEmpty() && isNamed(meeting.internalId()))
                .toList();
        if (unknown.isEmpty()) {
            return List.of();
        }
        Set<String> rooms = MarkedMeeting.roomsMadeOnTheNode(listed);
        return unknown.stream()
                .filter(meeting -> !rooms.contains(meeting.internalId())
                        && meeting.parentInternalId().filter(unread::mayBe).isEmpty())
                .sorted(Comparator.comparingLong(ListedMeeting::createTime))
                .collect(toMap(ListedMeeting::internalId, identity(), (one, other) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .limit(MOST_PER_NODE)
                .toList();
    }

    /** Without an id that fits, a meeting can neither be told from others nor ended. */
    private static boolean isNamed(String internalId) {
        return !internalId.isEmpty() && internalId.length() <= LONGEST;
    }

    /**
     * Remembers a node's orphans and forgets those that are gone, in one statement; in none when there are none.
     *
     * @param unread what may be there although it is not among the orphans
     * @return internal ids of those that are to be ended now, the oldest first and not too many at once
     */
    List<String> remember(Handle handle, Claim claim, List<ListedMeeting> orphans, Unread unread) {
        if (orphans.isEmpty() && !claim.orphans()) {
            return List.of();
        }
        return handle.createQuery("""
                        with listed as (
                            select * from unnest(:internals, :ids, :names, :attendees)
                                as l (internal_meeting_id, meeting_id, name, attendees)
                            where not exists (
                                select from meeting m
                                where m.internal_meeting_id = l.internal_meeting_id and m.node_id = :node
                                  and m.state <> 'CLOSED')),
                        gone as (
                            delete from orphan
                            where node_id = :node
                              and internal_meeting_id not in (select internal_meeting_id from listed)
                              and not (:mayBeAny or internal_meeting_id = any(:unreadIds))),
                        noted as (
                            insert into orphan as o (node_id, internal_meeting_id, meeting_id, name, attendees)
                            select :node, internal_meeting_id, meeting_id, name, attendees from listed
                            on conflict (node_id, internal_meeting_id) do update
                            set meeting_id = excluded.meeting_id, name = excluded.name,
                                attendees = excluded.attendees
                            where (o.meeting_id, o.name, o.attendees)
                                  is distinct from (excluded.meeting_id, excluded.name, excluded.attendees))
                        select o.internal_meeting_id
                        from orphan o join listed using (internal_meeting_id)
                        where :timeout > 0 and o.node_id = :node
                          and o.first_seen_at < now() - :timeout * interval '1 second'
                        order by o.first_seen_at limit :most""")
                .bind("node", claim.nodeId())
                .bind("timeout", timeout.toMillis() / 1000.0)
                .bind("most", MOST_ENDED_AT_ONCE)
                .bind("mayBeAny", unread.mayBeAny())
                .bindArray("unreadIds", String.class, unread.internalIds().toArray())
                .bindArray("internals", String.class, column(orphans, ListedMeeting::internalId))
                .bindArray("ids", String.class, column(orphans, one -> shortened(one.externalId())))
                .bindArray("names", String.class, column(orphans, one -> shortened(one.name())))
                .bindArray("attendees", Integer.class, column(orphans, ListedMeeting::attendees))
                .mapTo(String.class)
                .list();
    }

    private static Object[] column(Collection<ListedMeeting> orphans, Function<ListedMeeting, Object> value) {
        return orphans.stream().map(value).toArray();
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST));
    }
}
