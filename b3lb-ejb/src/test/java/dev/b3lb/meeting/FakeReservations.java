package dev.b3lb.meeting;

import dev.b3lb.node.PoolNode;
import dev.b3lb.placement.Choice;
import dev.b3lb.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Places meetings on the first node of a list that has not been tried. */
final class FakeReservations extends Reservations {

    private final FakeMeetingStore store;
    private final List<PoolNode> nodes;
    private final List<MeetingWish> wishes = new ArrayList<>();
    private Runnable beforeReserve = () -> {};
    private Runnable beforeMove = () -> {};
    private boolean tagged = true;
    private boolean idsLeft = true;
    private boolean full;

    FakeReservations(FakeMeetingStore store, Settings settings, PoolNode... nodes) {
        super(null, null, null, null, settings);
        this.store = store;
        this.nodes = new ArrayList<>(List.of(nodes));
    }

    /** No node carries the tag that is insisted on. */
    void noTaggedNode() {
        tagged = false;
    }

    /** The tenant has two rooms of this id, and the nodes that are left are kept for others. */
    void tooManyOfId() {
        idsLeft = false;
    }

    /** All nodes are beyond their capacity. */
    void full() {
        full = true;
    }

    /** A node may not be chosen any more. */
    void withdraw(PoolNode node) {
        nodes.remove(node);
    }

    /** What happens while a place is waited for. */
    void beforeReserve(Runnable event) {
        beforeReserve = event;
    }

    /** What somebody else does just before a meeting is moved. */
    void beforeMove(Runnable event) {
        beforeMove = event;
    }

    List<MeetingWish> wishes() {
        return wishes;
    }

    @Override
    public Reservation reserve(MeetingWish wish) {
        wishes.add(wish);
        beforeReserve.run();
        return known(wish).orElseGet(() -> choose(Set.of())
                .<Reservation>map(node -> reserved(SomeMeetings.pending(wish.account(), node, wish.meetingId()), node))
                .orElseGet(this::refusal));
    }

    @Override
    public Reservation move(MeetingWish wish, PlacedMeeting pending, Set<UUID> tried) {
        beforeMove.run();
        Optional<PoolNode> node = choose(tried);
        if (node.isEmpty()) {
            return refusal();
        }
        PlacedMeeting row = store.row(pending.id());
        return row.state() == MeetingState.PENDING
                ? reserved(SomeMeetings.moved(row, node.get()), node.get())
                : known(wish).orElseGet(Reservation.NoNode::new);
    }

    private Optional<PoolNode> choose(Set<UUID> tried) {
        return nodes.stream()
                .filter(node -> tagged && idsLeft && !tried.contains(node.id()))
                .findFirst();
    }

    private Reservation refusal() {
        if (!idsLeft) {
            return new Reservation.TooManyOfId(2);
        }
        return tagged ? new Reservation.NoNode() : new Reservation.NoTaggedNode();
    }

    private Reservation reserved(PlacedMeeting meeting, PoolNode node) {
        store.put(meeting);
        return new Reservation.Reserved(meeting, new Choice.Chosen(node, 0, full));
    }

    private Optional<Reservation> known(MeetingWish wish) {
        return store.living().stream()
                .filter(row -> row.secretId().equals(wish.account().id())
                        && row.meetingId().equals(wish.meetingId()))
                .findFirst()
                .map(Reservation.Known::new);
    }
}
