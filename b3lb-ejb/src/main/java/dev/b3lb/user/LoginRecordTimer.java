package dev.b3lb.user;

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
public class LoginRecordTimer {

    @Inject
    private ServerStatus status;

    @Inject
    private LoginRecords records;

    @Inject
    private Executor executor;

    private final OneAtATime writing = new OneAtATime("Recording log-ins");

    /** Writes the records of the last second's log-ins. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void tick() {
        if (status.running()) {
            writing.run(executor, records::write);
        }
    }
}
