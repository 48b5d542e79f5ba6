package dev.b3lb.placement;

import dev.b3lb.node.PoolNode;
import dev.b3lb.node.SomeNodes;
import java.util.OptionalInt;

/** Candidates for tests. */
final class SomeCandidates {

    private SomeCandidates() {}

    static Candidate idle(PoolNode node) {
        return with(node, Standing.READY, 0, false);
    }

    static Candidate idle(String slug) {
        return idle(SomeNodes.node(slug));
    }

    static Candidate loaded(String slug, int attendees) {
        return with(SomeNodes.node(slug), Standing.READY, attendees, false);
    }

    static Candidate with(PoolNode node, Standing standing, int attendees, boolean taken) {
        return new Candidate(node, standing, 1, Experience.NONE, attendees, 0, OptionalInt.empty(), 0, 0, taken);
    }
}
