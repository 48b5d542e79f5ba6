package dev.b3lb.placement;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Chooses the node that will have the lowest load with the meeting on it. Among nodes that are nearly equal two are
 * drawn by lot and the better one is taken, so that servers with slightly old figures do not all prefer the same node.
 */
public final class Placement {

    private final RandomGenerator random;

    /** @param random draws among nodes that are nearly equal */
    public Placement(RandomGenerator random) {
        this.random = random;
    }

    /**
     * Chooses.
     *
     * @param candidates all nodes of the tenant that have not been tried yet
     * @param tag what the create asks for
     * @param newcomers attendees that the meeting is expected to get
     */
    public Choice choose(List<Candidate> candidates, ServerTag tag, double newcomers) {
        List<Candidate> ready = standing(candidates, Standing.READY);
        List<Candidate> doubtful = standing(candidates, Standing.DOUBTFUL);
        if (ready.isEmpty() && doubtful.isEmpty()) {
            return new Choice.NoNode();
        }
        // Who insists on a tag gets a doubtful node rather than none, whatever others there are
        List<Candidate> tagged = tag.filter(ready);
        List<Candidate> wanted = tagged.isEmpty() ? tag.filter(doubtful) : tagged;
        return wanted.isEmpty() ? new Choice.NoTaggedNode() : best(wanted, newcomers);
    }

    private static List<Candidate> standing(List<Candidate> candidates, Standing standing) {
        return candidates.stream()
                .filter(candidate -> candidate.eligible(standing))
                .toList();
    }

    /** A full node is taken only when all are. */
    private Choice.Chosen best(List<Candidate> wanted, double newcomers) {
        Scale scale = Scale.of(wanted);
        List<Candidate> roomy = wanted.stream()
                .filter(candidate -> !scale.tooMuch(candidate, newcomers))
                .toList();
        boolean hot = roomy.isEmpty();
        Rated chosen = draw(hot ? wanted : roomy, scale, newcomers);
        return new Choice.Chosen(chosen.candidate().node(), chosen.load(), hot);
    }

    private Rated draw(List<Candidate> candidates, Scale scale, double newcomers) {
        List<Rated> rated = candidates.stream()
                .map(candidate -> new Rated(candidate, scale.loadWith(candidate, newcomers)))
                .toList();
        double least = rated.stream().mapToDouble(Rated::load).min().orElseThrow();
        double limit = least + scale.nearTie(candidates, newcomers);
        List<Rated> near = rated.stream().filter(one -> one.load() <= limit).toList();
        Rated one = near.get(random.nextInt(near.size()));
        Rated other = near.get(random.nextInt(near.size()));
        return one.load() <= other.load() ? one : other;
    }

    /** A candidate with its load, the meeting counted in. */
    private record Rated(Candidate candidate, double load) {}
}
