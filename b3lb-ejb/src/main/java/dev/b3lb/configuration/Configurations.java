package dev.b3lb.configuration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** Holds the configuration that is in force on this server. Reading it costs nothing. */
@ApplicationScoped
public class Configurations {

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

    /** Reads the configuration anew if its number in the database has moved. */
    public void refresh() {
        Configuration before = current.get();
        if (before != null && before.version() == reader.version()) {
            return;
        }
        Configuration read = reader.read();
        current.accumulateAndGet(
                read, (held, offered) -> held != null && held.version() > offered.version() ? held : offered);
        LOG.infof(
                "Configuration %d: %d nodes, %d secrets",
                read.version(), read.nodes().size(), read.accounts().size());
    }
}
