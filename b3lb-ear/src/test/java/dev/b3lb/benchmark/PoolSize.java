package dev.b3lb.benchmark;

import java.util.UUID;

/**
 * How large the pool is.
 *
 * @param nodes how many nodes
 * @param meetings how many meetings each of them has
 * @param attendees how many people are in each meeting
 * @param tenants how many tenants the meetings belong to
 * @param secrets how many secrets each of them has; the meetings are those of sub id 0
 */
record PoolSize(int nodes, int meetings, int attendees, int tenants, int secrets) {

    /** Our own id of a meeting, the same in the database and on its node. */
    UUID marker(int node, int meeting) {
        return new UUID(0xB3, (long) node * meetings + meeting);
    }

    /** The node's id of a meeting. */
    String internalId(int node, int meeting) {
        return "%040x-1700000000000".formatted((long) node * meetings + meeting);
    }

    /** The client's id of a meeting. */
    String meetingId(int node, int meeting) {
        return "room-" + node + "-" + meeting;
    }

    int allMeetings() {
        return nodes * meetings;
    }

    @Override
    public String toString() {
        return "%d nodes, %d meetings, %d attendees, %d tenants, %d secrets"
                .formatted(nodes, allMeetings(), allMeetings() * attendees, tenants, tenants * secrets);
    }
}
