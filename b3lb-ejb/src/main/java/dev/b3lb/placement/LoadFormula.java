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

    /** What utilisation is counted in. */
    static final double CPU_BASE = 10_000;

    private LoadFormula() {}

    /**
     * The load.
     *
     * @param factors the cluster's factors
     * @param multiplier the node's own multiplier
     * @param attendees attendees
     * @param meetings meetings
     * @param cpu utilisation, 0 to 10,000; none if the node does not tell or the value is too old
     */
    public static double load(
            ClusterFactors factors, double multiplier, double attendees, double meetings, OptionalInt cpu) {
        double cpuLoad = cpu.isPresent() ? cpu(factors, cpu.getAsInt() / CPU_BASE) : 0;
        return multiplier * (people(factors, attendees, meetings) + cpuLoad);
    }

    /** The part of attendees and meetings. */
    static double people(ClusterFactors factors, double attendees, double meetings) {
        return factors.attendeeFactor() * attendees + factors.meetingFactor() * meetings;
    }

    /**
     * The part of the CPU.
     *
     * @param share of the CPU that is used, 0 to 1
     */
    static double cpu(ClusterFactors factors, double share) {
        if (factors.cpuOrder() == 0) {
            return 0;
        }
        double sum = 0;
        for (int n = factors.cpuOrder(); n >= 1; n--) {
            sum = (sum + 1) * share; // Horner's scheme for share + share² + …
        }
        return factors.cpuMax() * sum / factors.cpuOrder();
    }
}
