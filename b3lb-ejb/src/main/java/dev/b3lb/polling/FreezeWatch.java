package dev.b3lb.polling;

import dev.b3lb.change.ChangeFeed;
import dev.b3lb.change.ChangeSignal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/** Freezes states of nodes and lets them go again, and tells operators and the other servers. */
@ApplicationScoped
public class FreezeWatch {

    private static final Logger LOG = Logger.getLogger(FreezeWatch.class);

    private final HealthFreeze freeze;
    private final ChangeFeed feed;
    private final ChangeSignal signal;

    @Inject
    FreezeWatch(HealthFreeze freeze, ChangeFeed feed, ChangeSignal signal) {
        this.freeze = freeze;
        this.feed = feed;
        this.signal = signal;
    }

    /** Looks once. */
    void look() {
        freeze.judge().ifPresent(verdict -> {
            if (verdict.turned()) {
                tell(verdict);
            }
            verdict.spared()
                    .forEach(node -> LOG.warnf("Node %s is SUSPECT, was DOWN: states of nodes are frozen", node));
            feed.refreshSoon();
            signal.changed();
        });
    }

    private void tell(HealthFreeze.Verdict verdict) {
        if (verdict.frozen()) {
            LOG.errorf(
                    "ALARM: %d of %d nodes turned bad within %d seconds, most of them with: %s. The fault is likely on"
                            + " this side, so states are frozen: no node goes DOWN and no meeting moves. Check the network,"
                            + " the name resolution and the firewall of the servers that poll; put nodes that are really"
                            + " dead into maintenance.",
                    verdict.bad(), verdict.countable(), freeze.sweep().toSeconds(), verdict.mostly());
        } else {
            LOG.warnf(
                    "States of nodes are no longer frozen, after %d seconds: %d of %d nodes are bad",
                    verdict.lasted(), verdict.bad(), verdict.countable());
        }
    }
}
