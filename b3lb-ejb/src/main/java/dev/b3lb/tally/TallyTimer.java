package dev.b3lb.tally;

import dev.b3lb.server.OneAtATime;
import dev.b3lb.server.ServerStatus;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.concurrent.Executor;

/** Ticks each second on every server and only starts work. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class TallyTimer {

    @Inject
    private ServerStatus status;

    @Inject
    private JoinCounter joins;

    @Inject
    private Executor executor;

    private final OneAtATime adding = new OneAtATime("Adding up counters");

    /** Stores what was counted since the last time. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void tick() {
        if (status.running()) {
            adding.run(executor, joins::flush);
        }
    }
}
