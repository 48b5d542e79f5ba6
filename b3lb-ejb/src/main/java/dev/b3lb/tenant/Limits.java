package dev.b3lb.tenant;

/**
 * How much a tenant, or one of its secrets, may use at the same time.
 *
 * @param meetings open meetings, 0 for no limit
 * @param attendees people in all of them, 0 for no limit
 */
public record Limits(int meetings, int attendees) {

    /** No limits at all. */
    public static final Limits NONE = new Limits(0, 0);

    /** Whether there is any limit. */
    public boolean any() {
        return meetings > 0 || attendees > 0;
    }
}
