package dev.b3lb.placement;

import dev.b3lb.node.ClusterFactors;
import java.util.Collection;

/**
 * What the nodes of one choice are compared by: the load formula, applied to what will be on a node when everybody has
 * come who is expected there, and seen in proportion to what the node can serve.
 *
 * <p>Attendees and meetings weigh less on a strong node. The CPU is a proportion already. A measured one is old and a
 * mean, so a node that has many attendees uses at least what they need, also when it tells nothing; and who is still to
 * come will need some of it too.
 */
final class Scale {

    private final Strength strength;

    private Scale(Strength strength) {
        this.strength = strength;
    }

    /** The scale for a choice. */
    static Scale of(Collection<Candidate> candidates) {
        return new Scale(Strength.among(candidates.stream().map(Candidate::node)));
    }

    /** What a node can serve now, as far as anybody knows. */
    private double capacity(Candidate candidate) {
        return strength.of(candidate.node(), candidate.experience()) * candidate.ramp();
    }

    /** What is given to a node: an operator's multiplier makes it look so many times as weak. */
    private double worth(Candidate candidate) {
        return capacity(candidate) / candidate.node().loadMultiplier();
    }

    /**
     * The load of a node with one more meeting.
     *
     * @param newcomers attendees that the meeting is expected to get
     */
    double loadWith(Candidate candidate, double newcomers) {
        ClusterFactors factors = candidate.node().cluster();
        double worth = worth(candidate);
        double coming = candidate.expectedAttendees() + newcomers;
        double people = LoadFormula.people(
                factors, candidate.attendees() + coming, candidate.meetings() + candidate.placedSince() + 1);
        double measured = candidate.cpu().orElse(0)
                / LoadFormula.CPU_BASE
                * candidate.node().loadMultiplier();
        double used = Math.max(measured, candidate.attendees() / worth) + coming / worth;
        return people * strength.reference() / worth + LoadFormula.cpu(factors, used);
    }

    /** Whether the meeting would bring a node beyond the capacity that it is known to have. */
    boolean tooMuch(Candidate candidate, double newcomers) {
        return candidate.node().capacity().isPresent()
                && candidate.attendees() + candidate.expectedAttendees() + newcomers > capacity(candidate);
    }

    /**
     * How much two loads may differ and still count as equal: less than a meeting adds to any of the nodes.
     *
     * @param newcomers attendees that the meeting is expected to get
     */
    double nearTie(Collection<Candidate> candidates, double newcomers) {
        return candidates.stream()
                .mapToDouble(candidate -> LoadFormula.people(candidate.node().cluster(), Math.min(newcomers, 1), 1)
                        * strength.reference()
                        / worth(candidate)
                        / 4)
                .min()
                .orElse(0);
    }
}
