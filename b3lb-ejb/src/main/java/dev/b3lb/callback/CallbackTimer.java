package dev.b3lb.callback;

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
import java.util.concurrent.Executor;

/** Ticks each second on every server and only starts work. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class CallbackTimer {

    @Inject
    private Settings settings;

    @Inject
    private ServerStatus status;

    @Inject
    private CallbackDelivery delivery;

    @Inject
    private OutboxWatch watch;

    @Inject
    private Executor executor;

    private final OneAtATime looks = new OneAtATime("Looking at the outbox");
    private final OneAtATime starts = new OneAtATime("Starting calls to tenants");

    /** Looks how much there is to do, and makes calls that are due, unless this server has no part in the API. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void tick() {
        if (!status.running()) {
            return;
        }
        looks.run(executor, watch::look);
        if (settings.get(Settings.ROLES).contains(Role.API)) {
            starts.run(executor, delivery::start); // the first one builds the client, which takes a while
        }
    }
}
