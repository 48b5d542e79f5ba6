package dev.b3lb.polling;

import dev.b3lb.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Writes what a poll brought, in one transaction and with a number of statements that does not depend on how many
 * meetings and tenants there are. Writes nothing when the lease has been lost meanwhile.
 */
@ApplicationScoped
public class PollRecorder {

    /**
     * What writing a poll led to.
     *
     * @param change what it has made of the node
     * @param consequences what follows from the node's list of meetings
     */
    record Recorded(PolledState.Change change, ListedMeetings.Consequences consequences) {}

    private final Jdbi jdbi;
    private final PolledState state;
    private final ListedMeetings listedMeetings;

    @Inject
    PollRecorder(Jdbi jdbi, Settings settings) {
        this.jdbi = jdbi;
        this.state = new PolledState(settings);
        this.listedMeetings = new ListedMeetings(new Orphans(settings.get(Settings.ORPHAN_TIMEOUT)));
    }

    /**
     * Writes a result; none when the claim's lease is over and somebody else may be polling.
     *
     * @param took how long the node took to answer
     */
    @Transactional(TxType.REQUIRES_NEW)
    Optional<Recorded> record(Claim claim, PollResult result, Duration took) {
        return jdbi.withHandle(handle -> result instanceof PollResult.Good good
                ? good(handle, claim, good, took)
                : bad(handle, claim, (PollResult.Bad) result, took));
    }

    private Optional<Recorded> good(Handle handle, Claim claim, PollResult.Good good, Duration took) {
        return state.good(handle, claim, good, took)
                .map(change -> new Recorded(change, listedMeetings.record(handle, claim, good.list())));
    }

    private Optional<Recorded> bad(Handle handle, Claim claim, PollResult.Bad bad, Duration took) {
        return state.bad(handle, claim, bad, took)
                .map(change -> new Recorded(change, ListedMeetings.Consequences.NONE));
    }
}
