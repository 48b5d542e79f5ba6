package dev.b3lb.placement;

import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/** Chooses the node with the lowest load; equal loads are drawn by lot. */
public final class Placement {

    /** Loads closer than this are equal: far less than any meeting adds. */
    private static final double EQUAL = 1e-6;

    private final RandomGenerator random;

    /** @param random draws among equal loads */
    public Placement(RandomGenerator random) {
        this.random = random;
    }

    /**
     * Chooses.
     *
     * @param candidates all nodes of the tenant that have not been tried yet
     * @param tag what the create asks for
     */
    public Choice choose(List<Candidate> candidates, ServerTag tag) {
        List<Candidate> eligible =
                candidates.stream().filter(Candidate::eligible).toList();
        if (eligible.isEmpty()) {
            return new Choice.NoNode();
        }
        List<Candidate> wanted = tag.filter(eligible);
        return wanted.isEmpty() ? new Choice.NoTaggedNode() : leastLoaded(wanted);
    }

    private Choice.Chosen leastLoaded(List<Candidate> wanted) {
        double least = wanted.stream()
                .map(Candidate::load)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        List<Candidate> best = wanted.stream()
                .filter(candidate -> candidate.load() - least < EQUAL)
                .toList();
        return new Choice.Chosen(best.get(random.nextInt(best.size())).node(), least);
    }
}
