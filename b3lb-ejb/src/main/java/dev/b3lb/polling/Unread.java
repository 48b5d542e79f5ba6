package dev.b3lb.polling;

import static java.util.stream.Collectors.toSet;

import dev.b3lb.bbb.UnreadableMeeting;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Meetings that are on a node, but that could not be read in its list.
 *
 * @param internalIds their ids on the node
 * @param markers markers of ours that they carry
 * @param parents ids of meetings whose breakout rooms are among them
 * @param mayBeAny whether there is one that nothing is known of, so that it may be any
 */
record Unread(Set<String> internalIds, Set<UUID> markers, Set<String> parents, boolean mayBeAny) {

    static Unread of(Collection<UnreadableMeeting> unreadable) {
        return new Unread(
                unreadable.stream().flatMap(one -> one.internalIds().stream()).collect(toSet()),
                unreadable.stream().flatMap(one -> one.markers().stream()).collect(toSet()),
                unreadable.stream().flatMap(one -> one.parents().stream()).collect(toSet()),
                unreadable.stream().anyMatch(UnreadableMeeting::nameless));
    }

    /** Whether this id, or one that a meeting without known ids has, may be among them. */
    boolean mayBe(String internalId) {
        return mayBeAny || internalIds.contains(internalId);
    }
}
