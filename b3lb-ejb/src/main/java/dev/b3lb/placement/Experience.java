package dev.b3lb.placement;

/**
 * What a node has shown that it can serve, for one whose capacity nobody has set: how many attendees it had beside how
 * much of its CPU it used, summed up over its polls. Older polls count less and less; with a poll each 15 seconds half
 * of what was known is gone after three hours of work.
 *
 * @param attendees sum over polls
 * @param cpu sum of the shares of its CPU, 0 to 1, at the same polls
 */
public record Experience(double attendees, double cpu) {

    /** Nothing is known. */
    public static final Experience NONE = new Experience(0, 0);

    /** What a poll before counts beside the one after it. */
    public static final double KEPT = 0.999;

    /** Fewer attendees say nothing: what the CPU does then, it does not do for them. */
    public static final int ENOUGH = 20;

    /** So many attendees, summed over polls, say as much as the supposition that all nodes are alike. */
    private static final double DOUBT = 2_400;

    /** A node is taken for at most so many times as strong or weak as the others. */
    private static final double MOST = 4;

    /**
     * One poll more. Nobody serves that many for nothing, so a CPU of 0 was not measured.
     *
     * @param attendeesNow how many it has
     * @param cpuNow the share of its CPU that is used, 0 to 1
     */
    public Experience with(int attendeesNow, double cpuNow) {
        return attendeesNow < ENOUGH || cpuNow <= 0
                ? this
                : new Experience(KEPT * attendees + attendeesNow, KEPT * cpu + cpuNow);
    }

    /**
     * How many attendees it can serve.
     *
     * @param reference what a node is taken for of which nothing is known
     */
    double capacity(double reference) {
        double shown = (attendees + DOUBT) / (cpu + DOUBT / reference);
        return Math.max(reference / MOST, Math.min(reference * MOST, shown));
    }
}
