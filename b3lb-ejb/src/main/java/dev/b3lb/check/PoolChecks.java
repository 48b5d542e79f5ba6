package dev.b3lb.check;

import dev.b3lb.callback.OutboxEntries;
import dev.b3lb.configuration.Configurations;
import dev.b3lb.instance.Instances;
import dev.b3lb.node.NodeHealth;
import dev.b3lb.node.NodeStates;
import dev.b3lb.node.PoolNode;
import dev.b3lb.polling.PollAges;
import dev.b3lb.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/** The pool: whether nodes can take meetings, whether they are polled, whether tenants are called. */
@ApplicationScoped
public class PoolChecks {

    /** What is due is taken within a second; more is needed only when servers are busy. */
    private static final Duration BUSY = Duration.ofSeconds(10);

    private static final Duration CALLED_LATE = Duration.ofMinutes(1);

    private final Configurations configurations;
    private final NodeStates states;
    private final PollAges ages;
    private final Instances instances;
    private final OutboxEntries outbox;
    private final Duration interval;

    @Inject
    PoolChecks(
            Configurations configurations,
            NodeStates states,
            PollAges ages,
            Instances instances,
            OutboxEntries outbox,
            Settings settings) {
        this.configurations = configurations;
        this.states = states;
        this.ages = ages;
        this.instances = instances;
        this.outbox = outbox;
        this.interval = settings.get(Settings.POLL_INTERVAL);
    }

    Finding nodes() {
        Collection<PoolNode> all = configurations.current().nodes();
        if (all.isEmpty()) {
            return Finding.bad("nodes", "There is no node; addnode adds one.");
        }
        long maintenance = all.stream().filter(PoolNode::maintenance).count();
        long able = all.stream()
                .filter(node -> !node.maintenance() && isActive(node))
                .count();
        String words = able + " of " + all.size() + " nodes can take meetings; " + maintenance + " are in maintenance, "
                + (all.size() - able - maintenance) + " are not well or new.";
        String frozen = states.frozenSince()
                .map(since -> " Most nodes turned bad at once at " + since
                        + ", so the fault is likely here: look at the network and at name resolution.")
                .orElse("");
        return new Finding(
                "nodes",
                able > 0 && frozen.isEmpty(),
                able > 0 ? words + frozen : words + " servers tells what is wrong with each." + frozen);
    }

    private boolean isActive(PoolNode node) {
        return states.of(node.id())
                .filter(state -> state.health() == NodeHealth.ACTIVE)
                .isPresent();
    }

    Finding polling() {
        PollAges.Ages known = ages.read();
        long pollers = instances.named(Optional.empty()).stream()
                .filter(instance -> instance.up() && instance.roles().contains("poll"))
                .count();
        String words = "The oldest last poll of a node is " + known.oldestSeconds() + " s old, the interval is "
                + interval.toSeconds() + " s; servers that poll: " + pollers + ".";
        if (known.lateSeconds() <= BUSY.toSeconds()) {
            return Finding.good("polling", words);
        }
        return Finding.bad(
                "polling",
                words + " A node has been due for " + known.lateSeconds() + " s. "
                        + (pollers == 0
                                ? "Start a server whose B3LB_ROLES has poll."
                                : "The servers that poll are too busy, or not well; look at their logs."));
    }

    Finding callbacks() {
        OutboxEntries.Backlog backlog = outbox.backlog();
        String words = backlog.pending() + " calls to tenants wait, the oldest since " + backlog.oldestSeconds()
                + " s; " + backlog.givenUp() + " were given up"
                + (backlog.givenUp() > 0 ? " (callbacks lists them, retrycallback makes one again)." : ".");
        return backlog.lateSeconds() <= CALLED_LATE.toSeconds()
                ? Finding.good("callbacks", words)
                : Finding.bad(
                        "callbacks",
                        words + " One has been due for " + backlog.lateSeconds()
                                + " s and nobody makes it; a server whose B3LB_ROLES has api must be up.");
    }
}
