package dev.b3lb.simulation;

import dev.b3lb.simulation.Fault.Crash;
import dev.b3lb.simulation.Fault.Flapping;
import dev.b3lb.simulation.Fault.Joins;
import dev.b3lb.simulation.Fault.Slow;
import java.util.List;

/** Lets happen what a scenario has in store for its nodes. */
final class Faults {

    private final Timeline timeline;
    private final List<Site> sites;
    private final Meetings meetings;

    Faults(Timeline timeline, List<Site> sites, Meetings meetings) {
        this.timeline = timeline;
        this.sites = sites;
        this.meetings = meetings;
    }

    void start(Fault fault) {
        Site site = sites.get(fault.node());
        if (fault instanceof Crash crash) {
            timeline.at(crash.at(), () -> crash(site));
            timeline.at(crash.back(), () -> site.up(true));
        } else if (fault instanceof Flapping flapping) {
            timeline.at(flapping.at(), () -> flap(site, flapping));
        } else if (fault instanceof Slow slow) {
            timeline.at(slow.at(), () -> site.node().strength(timeline.now(), slow.strength()));
            timeline.at(slow.until(), () -> site.node().strength(timeline.now(), 1));
        } else if (fault instanceof Joins joins) {
            timeline.at(joins.at(), () -> site.up(true));
        }
    }

    private void crash(Site site) {
        site.up(false);
        meetings.lose(site.node());
    }

    private void flap(Site site, Flapping flapping) {
        if (timeline.now() < flapping.until()) {
            site.reachable(false);
            timeline.in(flapping.off(), () -> site.reachable(true));
            timeline.in(flapping.off() + flapping.on(), () -> flap(site, flapping));
        }
    }
}
