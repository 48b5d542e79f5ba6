package dev.b3lb.change;

import static java.util.stream.Collectors.toSet;

import dev.b3lb.bbb.RoomIds;
import dev.b3lb.configuration.Configuration;
import dev.b3lb.configuration.Configurations;
import dev.b3lb.meeting.MeetingListings;
import dev.b3lb.meeting.MeetingListings.Listing;
import dev.b3lb.meeting.MeetingStore;
import dev.b3lb.meeting.OpenMeetings;
import dev.b3lb.meeting.PlacedMeeting;
import dev.b3lb.node.NodeStateStore;
import dev.b3lb.node.NodeStates;
import dev.b3lb.node.PoolNode;
import dev.b3lb.server.DatabaseContact;
import dev.b3lb.server.OneAtATime;
import dev.b3lb.tally.Tallies;
import dev.b3lb.tally.TallyStore;
import dev.b3lb.tenant.KnownTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Brings what this server holds in memory up to date.
 *
 * <p>Rows carry the number of the transaction that wrote them last. The oldest transaction that is still open when we
 * look is where the next look begins: all that is older was visible already, all that commits later is read then. Rows
 * may be read twice, none is missed, and no clock and no lock is involved. When a look fails the next one begins anew:
 * what answers then may be a standby that took over and had not heard of everything, whose transactions have numbers
 * that we have seen already.
 */
@ApplicationScoped
public class ChangeFeed {

    private static final Logger LOG = Logger.getLogger(ChangeFeed.class);
    private static final String FROM_THE_BEGINNING = "0";
    private static final long GATHERING_MILLIS = 50;

    private final Jdbi jdbi;
    private final Configurations configurations;
    private final NodeStateStore nodeStateStore;
    private final NodeStates nodeStates;
    private final MeetingStore meetingStore;
    private final OpenMeetings openMeetings;
    private final MeetingListings listings;
    private final TallyStore tallyStore;
    private final Tallies tallies;
    private final DatabaseContact database;
    private final Executor executor;
    private final OneAtATime refreshes = new OneAtATime("Reading changes");
    private final AtomicBoolean soon = new AtomicBoolean();
    private String since = FROM_THE_BEGINNING;

    @Inject
    ChangeFeed(
            Jdbi jdbi,
            Configurations configurations,
            NodeStateStore nodeStateStore,
            NodeStates nodeStates,
            MeetingStore meetingStore,
            OpenMeetings openMeetings,
            MeetingListings listings,
            TallyStore tallyStore,
            Tallies tallies,
            DatabaseContact database,
            Executor executor) {
        this.jdbi = jdbi;
        this.configurations = configurations;
        this.nodeStateStore = nodeStateStore;
        this.nodeStates = nodeStates;
        this.meetingStore = meetingStore;
        this.openMeetings = openMeetings;
        this.listings = listings;
        this.tallyStore = tallyStore;
        this.tallies = tallies;
        this.database = database;
        this.executor = executor;
    }

    /** Reads what changed since the last time, now and on this thread. */
    public synchronized void refresh() {
        String from = since;
        since = FROM_THE_BEGINNING;
        long begun = database.begin();
        configurations.refresh();
        forgetRemoved();
        String oldestOpen = jdbi.withHandle(
                handle -> handle.createQuery("select cast(pg_snapshot_xmin(pg_current_snapshot()) as text)")
                        .mapTo(String.class)
                        .one());
        nodeStates.put(nodeStateStore.changedSince(from));
        nodeStates.frozenSince(nodeStateStore.frozenSince());
        nodeStates.retain(
                configurations.current().nodes().stream().map(PoolNode::id).collect(toSet()));
        readListings(from);
        readMeetings(from);
        // Before they are read: a new tenant's may be read before the tenant is known
        tallies.retain(
                configurations.current().tenants().stream().map(KnownTenant::id).collect(toSet()));
        tallies.put(tallyStore.changedSince(from));
        since = oldestOpen;
        database.answered(begun);
    }

    private void readListings(String from) {
        List<Listing> changed = meetingStore.listingsChangedSince(from);
        listings.put(changed);
        changed.forEach(listing -> openMeetings.putRooms(listing.meetingId(), RoomIds.in(listing.xml())));
    }

    private void readMeetings(String from) {
        if (!from.equals(FROM_THE_BEGINNING)) {
            meetingStore.changedSince(from).forEach(this::take);
            return;
        }
        Set<UUID> gone = openMeetings.all().stream().map(PlacedMeeting::id).collect(toSet());
        meetingStore.changedSince(from).forEach(meeting -> {
            gone.remove(meeting.id());
            take(meeting);
        });
        openMeetings.retain(meeting -> !gone.contains(meeting.id()));
        gone.forEach(listings::remove);
        LOG.infof("%d open meetings are known", openMeetings.count());
    }

    private void take(PlacedMeeting meeting) {
        openMeetings.put(meeting);
        if (!meeting.isOpen()) {
            listings.remove(meeting.id());
        }
    }

    /**
     * Rows of meetings that were deleted together with their node or account are in no list of changes. Before changes
     * are read, since a meeting among them may belong to an account that is newer than the configuration.
     */
    private void forgetRemoved() {
        Configuration current = configurations.current();
        openMeetings.retain(meeting -> current.node(meeting.nodeId()).isPresent()
                && current.account(meeting.secretId()).isPresent());
    }

    /** Starts reading what changed, unless that is under way. */
    void refreshInBackground() {
        refreshes.run(executor, this::refresh);
    }

    /** Reads what changed within a moment; many wishes in that moment are one. */
    public void refreshSoon() {
        if (soon.compareAndSet(false, true)) {
            new CompletableFuture<Void>()
                    .completeOnTimeout(null, GATHERING_MILLIS, TimeUnit.MILLISECONDS)
                    .thenRun(() -> {
                        soon.set(false);
                        refreshInBackground();
                    });
        }
    }
}
