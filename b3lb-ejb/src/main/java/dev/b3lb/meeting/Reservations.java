package dev.b3lb.meeting;

import dev.b3lb.configuration.Configuration;
import dev.b3lb.configuration.Configurations;
import dev.b3lb.node.NodeState;
import dev.b3lb.node.PoolNode;
import dev.b3lb.placement.Candidate;
import dev.b3lb.placement.Choice;
import dev.b3lb.placement.ExpectedSize;
import dev.b3lb.placement.Placement;
import dev.b3lb.settings.Settings;
import dev.b3lb.tenant.Account;
import dev.b3lb.tenant.SecretTexts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * The one short transaction in which a meeting gets its node. All servers that place on the same clusters take turns at
 * the clusters' locks, so each choice counts every choice before it.
 */
@ApplicationScoped
public class Reservations {

    private final Jdbi jdbi;
    private final Configurations configurations;
    private final Placement placement;
    private final SecretTexts secrets;
    private final CandidateReader candidates;
    private final MeetingLimits limits;
    private final SizeHistories sizes;

    @Inject
    Reservations(
            Jdbi jdbi, Configurations configurations, Placement placement, SecretTexts secrets, Settings settings) {
        this.jdbi = jdbi;
        this.configurations = configurations;
        this.placement = placement;
        this.secrets = secrets;
        this.candidates = new CandidateReader(
                NodeState.oldestCpu(settings),
                settings.get(Settings.POLL_INTERVAL),
                settings.get(Settings.POLL_TIMEOUT));
        this.limits = new MeetingLimits(settings.get(Settings.NODE_GRACE));
        this.sizes = new SizeHistories(Clock.systemUTC(), settings.get(Settings.TIME_ZONE));
    }

    /** Reserves a place for a meeting unless the account already has one with this id. */
    @Transactional(TxType.REQUIRES_NEW)
    public Reservation reserve(MeetingWish wish) {
        return jdbi.withHandle(handle -> {
            // Looked for twice: who waits for another's create asks often and should not hold the locks for that
            Optional<PlacedMeeting> known = known(handle, wish);
            if (known.isPresent()) {
                return new Reservation.Known(known.get());
            }
            ExpectedSize expected = sizes.expected(handle, wish);
            lock(handle, wish);
            return known(handle, wish)
                    .<Reservation>map(Reservation.Known::new)
                    .orElseGet(() -> place(handle, wish, expected));
        });
    }

    private Reservation place(Handle handle, MeetingWish wish, ExpectedSize expected) {
        Optional<LimitReached> limit = limits.reached(handle, wish.account());
        if (limit.isPresent()) {
            return new Reservation.OverLimit(limit.get());
        }
        Candidates found = candidates(handle, wish, Set.of());
        List<Candidate> open = open(found, wish);
        Choice choice = choose(wish, open, expected, Set.of());
        if (choice instanceof Choice.Chosen chosen) {
            return insert(handle, wish, expected, chosen);
        }
        boolean kept = open.size() < found.all().size()
                && choose(wish, found.all(), expected, Set.of()) instanceof Choice.Chosen;
        return kept ? new Reservation.TooManyOfId(found.ownRooms()) : refusal(choice);
    }

    /**
     * Reserves a place on another node for a meeting that is still PENDING.
     *
     * @param tried nodes that did not work
     * @return the meeting on its new node; the meeting as it is if somebody else has changed it; or why there is none
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Reservation move(MeetingWish wish, PlacedMeeting pending, Set<UUID> tried) {
        return jdbi.withHandle(handle -> {
            ExpectedSize expected = expected(handle, pending);
            lock(handle, wish);
            Choice choice = choose(wish, candidates(handle, wish, tried).all(), expected, tried);
            return choice instanceof Choice.Chosen chosen ? update(handle, wish, pending, chosen) : refusal(choice);
        });
    }

    private static ExpectedSize expected(Handle handle, PlacedMeeting pending) {
        return handle.createQuery(
                        "select expected_attendees as attendees, expected_weight as weight from meeting where id = :id")
                .bind("id", pending.id())
                .map(ConstructorMapper.of(ExpectedSize.class))
                .findOne()
                .orElse(ExpectedSize.NOBODY);
    }

    /** Locks the clusters, and for limits the tenant, whom servers may for a moment see in different clusters. */
    private void lock(Handle handle, MeetingWish wish) {
        Account account = wish.account();
        Stream<UUID> clusters = configurations.current().clustersOfGroup(account.clusterGroupId()).stream();
        Long[] locks = Stream.concat(
                        clusters, MeetingLimits.concern(account) ? Stream.of(account.tenantId()) : Stream.empty())
                .map(UUID::getMostSignificantBits)
                .sorted() // in one order everywhere, so that servers never wait for each other in a ring
                .toArray(Long[]::new);
        handle.createQuery("select count(pg_advisory_xact_lock(number)) from unnest(:locks) as number")
                .bindArray("locks", Long.class, (Object[]) locks)
                .mapTo(Long.class)
                .one();
    }

    private static Optional<PlacedMeeting> known(Handle handle, MeetingWish wish) {
        return handle.createQuery("select " + PlacedMeeting.COLUMNS
                        + " from meeting where secret_id = :secret and meeting_id = :meetingId and state <> 'CLOSED'")
                .bind("secret", wish.account().id())
                .bind("meetingId", wish.meetingId())
                .map(ConstructorMapper.of(PlacedMeeting.class))
                .findOne();
    }

    /** None for a breakout room, whose node is given, and which has an id of ours there. */
    private Candidates candidates(Handle handle, MeetingWish wish, Set<UUID> tried) {
        if (wish.isBreakout()) {
            return new Candidates(List.of(), 0);
        }
        List<PoolNode> nodes = configurations
                .current()
                .nodesOfGroup(wish.account().clusterGroupId())
                .stream()
                .filter(node -> !tried.contains(node.id()))
                .toList();
        return candidates.read(handle, nodes, wish.meetingId(), wish.account().tenantId());
    }

    /** What may be chosen: of a tenant that has rooms of this id not all, unless it gets back what it had. */
    private List<Candidate> open(Candidates found, MeetingWish wish) {
        if (found.ownRooms() == 0 || wish.again()) {
            return found.all();
        }
        Configuration configuration = configurations.current();
        List<Set<UUID>> others = configuration.accounts().stream()
                .filter(account -> !account.tenantId().equals(wish.account().tenantId()))
                .map(Account::clusterGroupId)
                .distinct()
                .map(configuration::clustersOfGroup)
                .toList();
        return EqualIds.open(found.all(), others);
    }

    private Choice choose(MeetingWish wish, List<Candidate> open, ExpectedSize expected, Set<UUID> tried) {
        return wish.isBreakout()
                ? besideMainMeeting(wish, tried)
                : placement.choose(open, wish.tag(), expected.attendees());
    }

    /** Whatever the node is like, a room can be nowhere else. */
    private Choice besideMainMeeting(MeetingWish wish, Set<UUID> tried) {
        return wish.onlyNode()
                .filter(id -> !tried.contains(id))
                .flatMap(id -> configurations.current().node(id))
                .<Choice>map(node -> new Choice.Chosen(node, 0, false))
                .orElseGet(Choice.NoNode::new);
    }

    private static Reservation refusal(Choice choice) {
        return choice instanceof Choice.NoTaggedNode ? new Reservation.NoTaggedNode() : new Reservation.NoNode();
    }

    private Reservation insert(Handle handle, MeetingWish wish, ExpectedSize expected, Choice.Chosen chosen) {
        return handle.createQuery("""
                        insert into meeting (id, secret_id, node_id, meeting_id, name, origin, origin_server_name, nonce,
                                             expected_attendees, expected_weight, kept_metadata, breakout)
                        values (:id, :secret, :node, :meetingId, :name, :origin, :originServerName, :nonce,
                                :expected, :weight, :kept, :breakout)
                        on conflict do nothing
                        returning\s""" + PlacedMeeting.COLUMNS)
                .bind("id", UUID.randomUUID())
                .bind("secret", wish.account().id())
                .bind("node", chosen.node().id())
                .bind("meetingId", wish.meetingId())
                .bind("name", wish.name())
                .bind("origin", wish.origin())
                .bind("originServerName", wish.originServerName())
                .bind("nonce", secrets.nonce())
                .bind("expected", expected.attendees())
                .bind("weight", expected.weight())
                .bind("kept", wish.kept().keptMetadata())
                .bind("breakout", wish.isBreakout())
                .map(ConstructorMapper.of(PlacedMeeting.class))
                .findOne()
                .<Reservation>map(meeting -> new Reservation.Reserved(meeting, chosen))
                // Somebody with another view of the clusters was faster
                .or(() -> known(handle, wish).map(Reservation.Known::new))
                .orElseGet(Reservation.NoNode::new);
    }

    /** With a new nonce: what the node before has to tell is of no concern any more. */
    private Reservation update(Handle handle, MeetingWish wish, PlacedMeeting pending, Choice.Chosen chosen) {
        return handle.createQuery("""
                        update meeting
                        set node_id = :node, nonce = :nonce, revision = revision + 1, changed_in = pg_current_xact_id()
                        where id = :id and state = 'PENDING'
                        returning\s""" + PlacedMeeting.COLUMNS)
                .bind("node", chosen.node().id())
                .bind("nonce", secrets.nonce())
                .bind("id", pending.id())
                .map(ConstructorMapper.of(PlacedMeeting.class))
                .findOne()
                .<Reservation>map(meeting -> new Reservation.Reserved(meeting, chosen))
                .or(() -> known(handle, wish).map(Reservation.Known::new))
                .orElseGet(Reservation.NoNode::new);
    }
}
