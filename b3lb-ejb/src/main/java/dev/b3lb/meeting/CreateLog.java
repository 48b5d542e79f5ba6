package dev.b3lb.meeting;

import dev.b3lb.node.PoolNode;
import dev.b3lb.server.SeldomLines;
import dev.b3lb.tenant.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * Tells the log which creates did not go the straight way. Clients that are refused try again and again, so of each
 * account and reason there is one line in ten seconds.
 */
@ApplicationScoped
public class CreateLog {

    private static final Logger LOG = Logger.getLogger(CreateLog.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final SeldomLines refusals;

    @Inject
    CreateLog() {
        this(System::nanoTime);
    }

    CreateLog(LongSupplier nanoTime) {
        this.refusals = new SeldomLines(PAUSE, nanoTime);
    }

    /**
     * A meeting goes to another node than it was to.
     *
     * @param why what is wrong with that one
     */
    void moved(MeetingWish wish, PoolNode from, PoolNode to, String why) {
        LOG.warnf(
                "Moving meeting %s of %s from node %s to node %s: %s",
                wish.meetingId(), wish.account(), from.slug(), to.slug(), why);
    }

    /**
     * Enough nodes were tried, or there is no other, or enough time has passed.
     *
     * @param tried how many nodes
     * @param why what is wrong with the last one
     */
    void gaveUp(MeetingWish wish, int tried, PoolNode last, String why) {
        LOG.warnf(
                "Meeting %s of %s is given up, nodes tried: %d, the last one %s: %s",
                wish.meetingId(), wish.account(), tried, last.slug(), why);
    }

    /** A meeting was placed when its client had been told already that nothing came of it. */
    void tooLate(MeetingWish wish) {
        refusals.next(List.of(wish.account().label(), "too late"))
                .ifPresent(others -> LOG.warnf(
                        "Meeting %s of %s had to wait too long for its place and is given up%s",
                        wish.meetingId(), wish.account(), others));
    }

    /** A meeting got no place to begin with. */
    void refused(MeetingWish wish, Reservation reservation) {
        if (reservation instanceof Reservation.OverLimit over) {
            overLimit(wish, over.limit());
        } else if (reservation instanceof Reservation.TooManyOfId tooMany) {
            tooManyOfId(wish, tooMany.rooms());
        } else {
            noNode(wish, reservation instanceof Reservation.NoTaggedNode);
        }
    }

    private void overLimit(MeetingWish wish, LimitReached limit) {
        Account account = wish.account();
        refusals.next(List.of(account.label(), limit.scope(), limit.ofMeetings()))
                .ifPresent(others -> LOG.warnf(
                        "%s, meeting %s of %s is refused%s", limit.words(account), wish.meetingId(), account, others));
    }

    /** Sub ids may be many, so the tenant's lines are counted together. */
    private void tooManyOfId(MeetingWish wish, int rooms) {
        Account account = wish.account();
        refusals.next(List.of(account.tenantSlug(), "equal ids"))
                .ifPresent(others -> LOG.warnf(
                        "Tenant %s has %d meetings of one ID and the other nodes are kept for others,"
                                + " meeting %s of %s is refused%s",
                        account.tenantSlug(), rooms, wish.meetingId(), account, others));
    }

    private void noNode(MeetingWish wish, boolean ofTag) {
        refusals.next(List.of(wish.account().label(), ofTag))
                .ifPresent(others -> LOG.warnf(
                        "No node%s may get a meeting now, meeting %s of %s is refused%s",
                        ofTag ? " with the tag " + wish.tag().words() : "", wish.meetingId(), wish.account(), others));
    }
}
