package dev.b3lb.simulation;

import dev.b3lb.node.PoolNode;
import dev.b3lb.node.SomeNodes;
import dev.b3lb.placement.Candidate;
import dev.b3lb.placement.Choice;
import dev.b3lb.placement.ExpectedSize;
import dev.b3lb.placement.Experience;
import dev.b3lb.placement.Placement;
import dev.b3lb.placement.ServerTag;
import dev.b3lb.placement.SizeHistory;
import dev.b3lb.placement.Standing;
import dev.b3lb.simulation.Knowledge.Reservations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** The product's chooser, told what the product's database would tell it. */
final class ProductionChooser implements Chooser {

    private final Knowledge knowledge;
    private final SizeBook book = new SizeBook();
    private final Placement placement;
    private final Stopwatch stopwatch;
    private final Map<Integer, PoolNode> nodes = new HashMap<>();

    ProductionChooser(Knowledge knowledge, Trace trace, RandomGenerator random, Stopwatch stopwatch) {
        this.knowledge = knowledge;
        this.placement = new Placement(random);
        this.stopwatch = stopwatch;
        trace.past().forEach(demand -> book.add(demand.room(), demand.at(), demand.size()));
    }

    @Override
    public ExpectedSize expected(Create create) {
        Demand demand = create.demand();
        return ExpectedSize.of(
                knowledge.hints() ? create.hint() : OptionalInt.empty(),
                OptionalInt.empty(),
                knowledge.history() ? book.of(demand.room(), demand.at()) : SizeHistory.NONE);
    }

    @Override
    public SimNode choose(Create create, ExpectedSize expected, List<Site> ready, double now) {
        List<Candidate> candidates = new ArrayList<>(ready.size());
        for (Site site : ready) {
            candidates.add(candidate(site, create.server(), now));
        }
        Choice choice = stopwatch.time(() -> placement.choose(candidates, ServerTag.ANY, expected.attendees()));
        PoolNode chosen = ((Choice.Chosen) choice).node();
        return ready.stream()
                .map(Site::node)
                .filter(node -> poolNode(node).id().equals(chosen.id()))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void ended(SimMeeting meeting) {
        book.add(meeting.demand().room(), meeting.placedAt(), meeting.demand().size());
    }

    private Candidate candidate(Site site, int server, double now) {
        SimNode node = site.node();
        int placedSince = 0;
        double expected = 0;
        for (SimMeeting meeting : node.meetings()) {
            if (remembered(meeting, server)) {
                placedSince += meeting.listed() || meeting.over() ? 0 : 1;
                expected += meeting.stillToCome(now);
            }
        }
        SimNode.Polled polled = node.polled();
        return new Candidate(
                poolNode(node),
                Standing.READY,
                site.health().ramp(now),
                knowledge.cpu() ? polled.experience() : Experience.NONE,
                polled.attendees(),
                polled.meetings(),
                knowledge.cpu() ? polled.cpu() : OptionalInt.empty(),
                placedSince,
                expected,
                false);
    }

    private boolean remembered(SimMeeting meeting, int server) {
        return knowledge.reservations() == Reservations.ALL
                || knowledge.reservations() == Reservations.OWN
                        && meeting.create().server() == server;
    }

    private PoolNode poolNode(SimNode node) {
        return nodes.computeIfAbsent(
                node.index(),
                index -> knowledge.capacity()
                        ? SomeNodes.ofCapacity("node" + index, node.seats())
                        : SomeNodes.node("node" + index));
    }
}
