package dev.b3lb.placement;

import dev.b3lb.node.ClusterFactors;
import java.util.OptionalInt;

/**
 * The load of a node as operators see and tune it:
 * {@code attendeeFactor·attendees + meetingFactor·meetings + cpuMax/cpuOrder · Σ (cpu/10000)^n} for n from 1 to
 * cpuOrder, all of it times the node's multiplier.
 */
public final class LoadFormula {

    /** Shown instead of a load for a node in maintenance. */
    public static final double MAINTENANCE = -2;

    /** Shown instead of a load for a node that is not ACTIVE. */
    public static final double ERROR = -1;

    private static final double CPU_BASE = 10_000;

    private LoadFormula() {}

    /**
     * The load.
     *
     * @param factors the cluster's factors
     * @param multiplier the node's own multiplier
     * @param attendees attendees, counted or expected
     * @param meetings meetings, counted or expected
     * @param cpu utilisation, 0 to 10,000; none if the node does not tell or the value is too old
     */
    public static double load(
            ClusterFactors factors, double multiplier, double attendees, double meetings, OptionalInt cpu) {
        double load = factors.attendeeFactor() * attendees + factors.meetingFactor() * meetings;
        return multiplier * (load + cpuLoad(factors, cpu));
    }

    private static double cpuLoad(ClusterFactors factors, OptionalInt cpu) {
        if (cpu.isEmpty() || factors.cpuOrder() == 0) {
            return 0;
        }
        double share = cpu.getAsInt() / CPU_BASE;
        double sum = 0;
        for (int n = factors.cpuOrder(); n >= 1; n--) {
            sum = (sum + 1) * share; // Horner's scheme for share + share² + …
        }
        return factors.cpuMax() * sum / factors.cpuOrder();
    }
}
