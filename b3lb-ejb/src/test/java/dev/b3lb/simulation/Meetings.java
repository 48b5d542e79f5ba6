package dev.b3lb.simulation;

import dev.b3lb.placement.ExpectedSize;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The way of a meeting: created, placed, joined by its attendees, over. */
final class Meetings {

    private static final double NO_NODE_PAUSE = 5;

    /** After the create's time-out and half a minute nobody believes in a meeting that is only reserved. */
    private static final double RESERVATION_LIFE = 10 + 30;

    private static final double SECOND_TRY = 45;
    private static final double RAMP_AFTER_CRASH = 120;
    private static final double WORTH_IT = 300;

    private final Timeline timeline;
    private final List<Site> sites;
    private final Creates creates;
    private final Chooser chooser;
    private final Map<String, SimMeeting> open = new HashMap<>();
    private int placed;
    private int placedHot;

    Meetings(Timeline timeline, List<Site> sites, Creates creates, Chooser chooser) {
        this.timeline = timeline;
        this.sites = sites;
        this.creates = creates;
        this.chooser = chooser;
    }

    void start(Trace trace) {
        trace.demands().forEach(this::want);
    }

    int placed() {
        return placed;
    }

    /** The share of meetings that were put where they did not fit. */
    double placedHotShare() {
        return placedHot / (double) Math.max(1, placed);
    }

    private void want(Demand demand) {
        timeline.at(demand.at(), () -> create(creates.of(demand)));
    }

    /** A create of a meeting that is open goes to its node and adds nothing. */
    private void create(Create create) {
        if (open.containsKey(create.demand().room())) {
            return;
        }
        ExpectedSize expected = chooser.expected(create);
        List<Site> ready = new ArrayList<>(
                sites.stream().filter(site -> site.health().ready()).toList());
        while (!ready.isEmpty()) {
            SimNode node = chooser.choose(create, expected, ready, timeline.now());
            Site site = sites.get(node.index());
            if (site.answers()) {
                place(new SimMeeting(create, timeline.now(), expected), node);
                return;
            }
            site.health().bad();
            ready.remove(site);
        }
        timeline.in(NO_NODE_PAUSE, () -> create(create));
    }

    private void place(SimMeeting meeting, SimNode node) {
        if (meeting.create().dies()) {
            reserveOnly(meeting, node);
            return;
        }
        placed++;
        placedHot += FinalUsers.on(node) + meeting.demand().size() > node.seats() ? 1 : 0;
        node.reserve(meeting);
        node.open(meeting);
        open.put(meeting.demand().room(), meeting);
        chooser.placed(node);
        join(meeting, node, creates.joins(meeting.demand()), 0);
        timeline.at(meeting.end(), () -> end(meeting, node));
    }

    private void reserveOnly(SimMeeting meeting, SimNode node) {
        Create create = meeting.create();
        node.reserve(meeting);
        chooser.placed(node);
        timeline.in(RESERVATION_LIFE, () -> node.drop(meeting));
        timeline.in(SECOND_TRY, () -> create(new Create(create.demand(), create.server(), create.hint(), false)));
    }

    private void join(SimMeeting meeting, SimNode node, double[] joins, int next) {
        if (next == joins.length) {
            return;
        }
        timeline.at(meeting.placedAt() + joins[next], () -> {
            if (!meeting.over()) {
                node.join(meeting, timeline.now());
                chooser.joined(node);
                join(meeting, node, joins, next + 1);
            }
        });
    }

    private void end(SimMeeting meeting, SimNode node) {
        if (!meeting.over()) {
            close(meeting, node);
            chooser.ended(meeting);
        }
    }

    private void close(SimMeeting meeting, SimNode node) {
        node.end(meeting, timeline.now());
        open.remove(meeting.demand().room());
    }

    /** All meetings of a node are lost; their people come again after a while. */
    void lose(SimNode node) {
        for (SimMeeting meeting : List.copyOf(node.meetings())) {
            if (meeting.opened() && !meeting.over()) {
                close(meeting, node);
                double again = timeline.now() + creates.pauseAfterCrash(meeting.demand());
                if (meeting.end() - again > WORTH_IT) {
                    want(meeting.demand().again(again, RAMP_AFTER_CRASH, meeting.end() - again));
                }
            }
        }
    }
}
