package dev.b3lb.polling;

import dev.b3lb.change.ChangeFeed;
import dev.b3lb.change.ChangeSignal;
import dev.b3lb.configuration.Configurations;
import dev.b3lb.meeting.MeetingLog;
import dev.b3lb.meeting.ReturnedCopies;
import dev.b3lb.meeting.StrayMeetings;
import dev.b3lb.node.NodeHealth;
import dev.b3lb.node.PoolNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Polls claimed nodes, each on its own: a slow or dead one never delays another. */
@ApplicationScoped
public class Polling {

    private static final Logger LOG = Logger.getLogger(Polling.class);

    /** How many polls one server begins in a second at the most. */
    private static final int MOST_AT_ONCE = 250;

    /** How many polls of one server may be under way, most of them waiting for nodes that do not answer. */
    private static final int MOST_UNDER_WAY = 2_000;

    /** A server with more answers than this to read leaves what is due to others, or to a better moment. */
    private static final int MOST_BACKLOG = 100;

    private static final String MISSING = "its node did not list it in two polls";

    /** The next poll ends the others. */
    private static final int MOST_ENDED_AT_ONCE = 50;

    private final PollClaims claims;
    private final NodePoller poller;
    private final PollRecorder recorder;
    private final Configurations configurations;
    private final StrayMeetings strays;
    private final ReturnedCopies copies;
    private final ChangeFeed feed;
    private final ChangeSignal signal;
    private final PolledNodes polledNodes;
    private final PollMeter meter;
    private final MeetingLog meetingLog;
    private final AtomicInteger underWay = new AtomicInteger();

    @Inject
    Polling(
            PollClaims claims,
            NodePoller poller,
            PollRecorder recorder,
            Configurations configurations,
            StrayMeetings strays,
            ReturnedCopies copies,
            ChangeFeed feed,
            ChangeSignal signal,
            PolledNodes polledNodes,
            PollMeter meter,
            MeetingLog meetingLog) {
        this.claims = claims;
        this.poller = poller;
        this.recorder = recorder;
        this.configurations = configurations;
        this.strays = strays;
        this.copies = copies;
        this.feed = feed;
        this.signal = signal;
        this.polledNodes = polledNodes;
        this.meter = meter;
        this.meetingLog = meetingLog;
    }

    /** Starts polling every node that is due and that no other server has claimed. Does not wait for them. */
    public void pollDue() {
        int most = Math.min(MOST_AT_ONCE, MOST_UNDER_WAY - underWay.get());
        if (most <= 0 || poller.backlog() > MOST_BACKLOG) {
            return;
        }
        List<Claim> claimed = claims.claimDue(most);
        if (claimed.stream()
                .anyMatch(claim -> configurations.current().node(claim.nodeId()).isEmpty())) {
            configurations.refresh(); // a node was added a moment ago
        }
        LOG.debugf("Polling %d nodes, %d polls are under way", claimed.size(), underWay.get());
        claimed.forEach(this::poll);
    }

    /** How many polls of this server are under way. */
    public int underWay() {
        return underWay.get();
    }

    /**
     * Polls the given nodes whether they are due or not.
     *
     * @return the nodes that were claimed, with their completion; the others are being polled already
     */
    Collection<Started> pollNow(Collection<UUID> nodes) {
        return claims.claimNow(nodes).stream()
                .map(claim -> new Started(claim.nodeId(), poll(claim)))
                .toList();
    }

    /**
     * A poll under way.
     *
     * @param nodeId the node
     * @param written completes when the result is in the database
     */
    record Started(UUID nodeId, CompletionStage<Void> written) {}

    private CompletionStage<Void> poll(Claim claim) {
        Optional<PoolNode> node = configurations.current().node(claim.nodeId());
        if (node.isEmpty()) {
            return CompletableFuture.completedStage(null); // removed a moment ago
        }
        boolean versionMayBeNew = claim.health() != NodeHealth.ACTIVE;
        underWay.incrementAndGet();
        long start = System.nanoTime();
        polledNodes.add(claim.nodeId());
        return CompletableFuture.completedStage(node.get())
                .thenCompose(known -> poller.poll(known, versionMayBeNew)) // so that no node's fault ends the round
                .thenAccept(result -> record(claim, node.get(), result, Duration.ofNanos(System.nanoTime() - start)))
                .whenComplete((nothing, problem) -> underWay.decrementAndGet())
                .exceptionally(problem -> {
                    meter.lost();
                    LOG.errorf(
                            problem,
                            "The poll of node %s could not be written",
                            node.get().slug());
                    return null;
                });
    }

    private void record(Claim claim, PoolNode node, PollResult result, Duration took) {
        Optional<PollRecorder.Recorded> recorded = recorder.record(claim, result, took);
        if (recorded.isEmpty()) {
            meter.lost();
            LOG.warnf("Node %s: the poll took longer than its lease, nothing is written", node.slug());
            return;
        }
        meter.written(result);
        tell(node, recorded.get().change(), result);
        recorded.get()
                .consequences()
                .closed()
                .forEach(meeting -> meetingLog.over(meeting.meetingId(), meeting.secretId(), node.id(), MISSING));
        end(node, recorded.get().consequences().unwanted());
        copies.settle(node, recorded.get().consequences().returned());
        if (recorded.get().change().before() != recorded.get().change().after()) {
            feed.refreshSoon(); // all else is read within a second
            signal.changed();
        }
    }

    private void end(PoolNode node, ListedMeetings.Unwanted unwanted) {
        unwanted.strays().stream().limit(MOST_ENDED_AT_ONCE).forEach(internalId -> strays.end(node, internalId));
        unwanted.orphans().forEach(internalId -> strays.endOrphan(node, internalId));
    }

    private static void tell(PoolNode node, PolledState.Change change, PollResult result) {
        if (result instanceof PollResult.Good good && !good.unreadable().equals(change.unreadable())) {
            tellUnreadable(node, good.unreadable());
        }
        if (change.before() == change.after()) {
            return;
        }
        if (change.after() == NodeHealth.ACTIVE) {
            LOG.infof("Node %s is ACTIVE, was %s", node.slug(), change.before());
        } else {
            String words = result instanceof PollResult.Bad bad ? bad.words() : "not yet well";
            LOG.warnf("Node %s failed: it is %s, was %s: %s", node.slug(), change.after(), change.before(), words);
        }
    }

    private static void tellUnreadable(PoolNode node, String meetings) {
        if (meetings.isEmpty()) {
            LOG.infof("Node %s: all meetings in its list can be read again", node.slug());
        } else {
            LOG.warnf(
                    "Node %s lists meetings that cannot be read; what is known of them stands: %s",
                    node.slug(), meetings);
        }
    }
}
