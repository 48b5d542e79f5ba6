package dev.b3lb.simulation;

import dev.b3lb.placement.ExpectedSize;
import java.util.List;

/**
 * Scalelite's score: attendees as polled once a minute, moderators counted twice, a young meeting for at least 15; one
 * more for each create and each join since. All servers share the score, ties go by the order of the nodes.
 */
final class ScaleliteRule implements Chooser {

    private static final int LEAST = 15;
    private static final double YOUNG = 15 * 60;

    private final Weights weights;
    private final double[] scores;

    ScaleliteRule(Weights weights, int nodes) {
        this.weights = weights;
        this.scores = new double[nodes];
    }

    @Override
    public SimNode choose(Create create, ExpectedSize expected, List<Site> ready, double now) {
        SimNode best = ready.get(0).node();
        for (Site site : ready) {
            if (scores[site.node().index()] < scores[best.index()]) {
                best = site.node();
            }
        }
        return best;
    }

    @Override
    public void placed(SimNode node) {
        scores[node.index()] += weights.of(node);
    }

    @Override
    public void joined(SimNode node) {
        scores[node.index()] += weights.of(node);
    }

    @Override
    public void minute(List<SimNode> nodes, double now) {
        for (SimNode node : nodes) {
            scores[node.index()] = weights.of(node)
                    * node.meetings().stream()
                            .filter(meeting -> meeting.opened() && !meeting.over())
                            .mapToInt(meeting -> counted(meeting, now))
                            .sum();
        }
    }

    private static int counted(SimMeeting meeting, double now) {
        int moderators = Math.min(1, meeting.users());
        int least = now - meeting.placedAt() < YOUNG ? LEAST : 0;
        return Math.max(least, meeting.users() + moderators);
    }
}
