package dev.b3lb.configuration;

import dev.b3lb.branding.Branding;
import dev.b3lb.branding.Brandings;
import dev.b3lb.user.KnownUsers;
import dev.b3lb.user.UserDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** Holds the configuration that is in force on this server. Reading it costs nothing. */
@ApplicationScoped
public class Configurations implements Brandings, UserDirectory {

    private static final Logger LOG = Logger.getLogger(Configurations.class);

    private final ConfigurationReader reader;
    private final AtomicReference<Configuration> current = new AtomicReference<>();

    @Inject
    Configurations(ConfigurationReader reader) {
        this.reader = reader;
    }

    /** What is in force. Before the first {@link #refresh} nothing is answered, so it is never empty. */
    public Configuration current() {
        return current.get();
    }

    @Override
    public Branding branding(UUID tenantId) {
        return current().branding(tenantId);
    }

    @Override
    public KnownUsers users() {
        return current().users();
    }

    /**
     * Reads the configuration anew if its number in the database has moved, also backwards: a database that took over
     * from another may have lost changes. One thread at a time, so that what was read last is the newest.
     */
    public synchronized void refresh() {
        Configuration before = current.get();
        if (before != null && before.version() == reader.version()) {
            return;
        }
        Configuration read = reader.read();
        current.set(read);
        LOG.infof(
                "Configuration %d: %d nodes, %d secrets, %d users",
                read.version(),
                read.nodes().size(),
                read.accounts().size(),
                read.users().count());
    }
}
