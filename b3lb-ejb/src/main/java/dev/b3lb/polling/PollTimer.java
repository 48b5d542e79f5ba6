package dev.b3lb.polling;

import dev.b3lb.server.OneAtATime;
import dev.b3lb.server.ServerStatus;
import dev.b3lb.settings.Role;
import dev.b3lb.settings.Settings;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Random;
import java.util.concurrent.Executor;

/** Ticks each second on every server and only starts work. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class PollTimer {

    @Inject
    private Settings settings;

    @Inject
    private ServerStatus status;

    @Inject
    private Polling polling;

    @Inject
    private FreezeWatch freeze;

    @Inject
    private Executor executor;

    /** Servers tick at the same moment; whoever looks first gets what is due, and that is to be each of them in turn. */
    private static final int SPREAD_MILLIS = 400;

    private final Random random = new Random();
    private final OneAtATime rounds = new OneAtATime("Polling");
    private final OneAtATime looks = new OneAtATime("Judging whether all nodes fail at once");

    /** Polls what is due, unless this server has no part in polling or the last round is not through. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void tick() {
        if (status.running() && settings.get(Settings.ROLES).contains(Role.POLL)) {
            rounds.run(executor, this::pollAfterAMoment);
            looks.run(executor, freeze::look);
        }
    }

    private void pollAfterAMoment() {
        try {
            Thread.sleep(random.nextInt(SPREAD_MILLIS));
            polling.pollDue();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
