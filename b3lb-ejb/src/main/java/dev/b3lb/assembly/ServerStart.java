package dev.b3lb.assembly;

import dev.b3lb.change.ChangeFeed;
import dev.b3lb.meter.FromTheStart;
import dev.b3lb.schema.Migrations;
import dev.b3lb.server.DatabaseContact;
import dev.b3lb.server.ServerStatus;
import dev.b3lb.settings.InvalidSettingsException;
import dev.b3lb.settings.Settings;
import dev.b3lb.tally.JoinCounter;
import dev.b3lb.user.LoginRecords;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.time.Instant;
import org.jboss.logging.Logger;

/** The way from a deployed application to a running one: settings, schema, memory. */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class ServerStart {

    private static final Logger LOG = Logger.getLogger(ServerStart.class);

    /** The exit status of a program that is configured wrongly (EX_CONFIG of BSD's sysexits). */
    private static final int EXIT_CONFIGURATION = 78;

    @Inject
    private Provider<Settings> settings;

    @Inject
    private Migrations migrations;

    @Inject
    private Provider<ChangeFeed> feed;

    @Inject
    private Provider<JoinCounter> joins;

    @Inject
    private Provider<LoginRecords> logins;

    @Inject
    private DatabaseContact database;

    @Inject
    private Instance<FromTheStart> counters;

    @Inject
    private ServerStatus status;

    /** Starts, or fails the deployment. Wrong settings end the process, since no retry can mend them. */
    @PostConstruct
    void start() {
        try {
            warnOfIgnored(settings.get());
            LOG.infof(
                    "Proxies whose word counts on hosts and clients (%s): %s",
                    Settings.TRUSTED_PROXIES.name(), settings.get().get(Settings.TRUSTED_PROXIES));
        } catch (InvalidSettingsException wrong) {
            LOG.fatalf("b3lb does not start: %s", wrong.getMessage());
            // At once: an orderly way out would bury the sentence under the failures of all that depends on this
            Runtime.getRuntime().halt(EXIT_CONFIGURATION);
        }
        migrations.run();
        feed.get().refresh();
        counters.forEach(FromTheStart::begin);
        status.started(Instant.now());
        LOG.info("b3lb is running");
    }

    private static void warnOfIgnored(Settings settings) {
        if (!settings.ignored().isEmpty()) {
            LOG.warnf("These settings mean nothing here: %s", String.join(", ", settings.ignored()));
        }
    }

    /**
     * Says that the server is stopping, so that nothing new is begun, and stores what was counted and who logged in in the
     * last second; but not to a database that hangs, which would hold up the end for longer than whoever stops the server waits.
     */
    @PreDestroy
    void stop() {
        status.stopping();
        if (database.up()) {
            storeJoins();
            storeLogins();
        } else {
            LOG.warn(
                    "Joins and log-ins that could not be stored while the database was away are not counted or recorded");
        }
    }

    private void storeJoins() {
        try {
            joins.get().flush();
        } catch (RuntimeException databaseAway) {
            LOG.warnf("The joins of the last second are not counted: %s", databaseAway.getMessage());
        }
    }

    private void storeLogins() {
        try {
            logins.get().write();
        } catch (RuntimeException databaseAway) {
            LOG.warnf("The log-ins of the last second are not recorded: %s", databaseAway.getMessage());
        }
    }
}
