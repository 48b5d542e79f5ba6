package dev.b3lb.meeting;

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

/** Ticks on every server and only starts work. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class JoinTimer {

    /** Further meetings have time until the next tick. */
    private static final int PORTION = 2_000;

    @Inject
    private ServerStatus status;

    @Inject
    private Joins joins;

    @Inject
    private JoinStore store;

    @Inject
    private Executor executor;

    private final OneAtATime writing = new OneAtATime("Noting joins");
    private final OneAtATime forgetting = new OneAtATime("Forgetting joins");

    /** Writes down who has joined since the last time. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void tick() {
        if (status.running()) {
            writing.run(executor, joins::write);
        }
    }

    /** Lets go of who has not arrived. */
    @Schedule(hour = "*", minute = "*", second = "5/10", persistent = false)
    public void forget() {
        if (status.running()) {
            forgetting.run(executor, () -> store.forgetGone(PORTION));
        }
    }
}
