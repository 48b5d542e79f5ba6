package dev.b3lb.instance;

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

/** Ticks every two seconds on every server and only starts work. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class HeartbeatTimer {

    @Inject
    private ServerStatus status;

    @Inject
    private Heartbeat heartbeat;

    @Inject
    private Executor executor;

    private final OneAtATime beats = new OneAtATime("Telling that this server is up");

    /** Tells that this server is up. */
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    public void tick() {
        if (status.running()) {
            beats.run(executor, heartbeat::beat);
        }
    }
}
