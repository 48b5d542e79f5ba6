package dev.b3lb.change;

import dev.b3lb.meeting.MeetingStore;
import dev.b3lb.meeting.SizeNotes;
import dev.b3lb.server.DatabaseContact;
import dev.b3lb.server.OneAtATime;
import dev.b3lb.server.ServerStatus;
import dev.b3lb.settings.Settings;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;

/** Ticks on every server: reads changes each second, and cleans up after servers that died each ten seconds. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ChangeTimer {

    private static final Logger LOG = Logger.getLogger(ChangeTimer.class);

    /** A create that is slower than its own limit by this must have lost its server. */
    private static final Duration ABANDONED_AFTER = Duration.ofSeconds(30);

    /** How long a closed meeting is known, so that a copy of it that turns up late can be ended. */
    private static final Duration CLOSED_KEPT = Duration.ofDays(1);

    private static final int SIZES_AT_ONCE = 500;
    private static final int MOST_SIZES = 10_000;

    @Inject
    private ServerStatus status;

    @Inject
    private ChangeFeed feed;

    @Inject
    private ChangeSignal signal;

    @Inject
    private DatabaseContact database;

    @Inject
    private MeetingStore meetings;

    @Inject
    private SizeNotes sizes;

    @Inject
    private Settings settings;

    @Inject
    private Executor executor;

    private final OneAtATime attending = new OneAtATime("Listening to Redis");
    private final OneAtATime cleaning = new OneAtATime("Cleaning up meetings");
    private final OneAtATime noting = new OneAtATime("Noting sizes of meetings");

    /** Reads what other servers changed. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void refresh() {
        if (status.running()) {
            attending.run(executor, signal::attend);
            feed.refreshInBackground();
            database.look();
        }
    }

    /** Closes reservations that nobody will confirm, notes how large meetings were, forgets what was closed long ago. */
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    public void cleanUp() {
        if (status.running()) {
            noting.run(executor, this::noteSizes);
            cleaning.run(executor, this::clean);
        }
    }

    private void noteSizes() {
        int noted = 0;
        int last = SIZES_AT_ONCE;
        while (last == SIZES_AT_ONCE && noted < MOST_SIZES && status.running()) {
            last = sizes.noteEnded(SIZES_AT_ONCE);
            noted += last;
        }
    }

    private void clean() {
        int abandoned =
                meetings.closeAbandoned(settings.get(Settings.CREATE_TOTAL).plus(ABANDONED_AFTER));
        if (abandoned > 0) {
            LOG.warnf("%d reservations were never confirmed and are given up", abandoned);
        }
        meetings.forgetClosed(CLOSED_KEPT);
    }
}
