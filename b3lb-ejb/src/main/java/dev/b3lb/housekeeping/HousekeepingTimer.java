package dev.b3lb.housekeeping;

import dev.b3lb.server.ServerStatus;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.Properties;
import org.jboss.logging.Logger;

/** Starts the daily job, on every server: what one has deleted the next does not find. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class HousekeepingTimer {

    /** The job's name in the batch module. */
    public static final String JOB = "housekeeping";

    private static final Logger LOG = Logger.getLogger(HousekeepingTimer.class);

    @Inject
    private ServerStatus status;

    /** Starts the job in the quiet hours. */
    @Schedule(hour = "3", minute = "17", persistent = false)
    public void start() {
        if (!status.running()) {
            return;
        }
        JobOperator operator = BatchRuntime.getJobOperator();
        long execution = operator.start(JOB, new Properties());
        LOG.infof("Housekeeping has begun as job execution %d", execution);
    }
}
