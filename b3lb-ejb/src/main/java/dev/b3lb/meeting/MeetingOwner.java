package dev.b3lb.meeting;

/** Things that meetings go away with. */
public enum MeetingOwner {
    /** The node that they are on. */
    NODE("m.node_id = :owner"),
    /** The secret that they were created with. */
    SECRET("m.secret_id = :owner"),
    /** The tenant, with all of its secrets. */
    TENANT("m.secret_id in (select id from secret where tenant_id = :owner)");

    private final String condition;

    MeetingOwner(String condition) {
        this.condition = condition;
    }

    /** Which rows of {@code meeting m} are its, with the id as {@code :owner}. */
    String condition() {
        return condition;
    }
}
