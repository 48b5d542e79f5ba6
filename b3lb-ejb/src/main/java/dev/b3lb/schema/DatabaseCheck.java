package dev.b3lb.schema;

import dev.b3lb.server.DatabaseContact;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;

/** Whether the database can be reached now. Few ask it at once: when it hangs, each of them holds a thread meanwhile. */
@ApplicationScoped
public class DatabaseCheck {

    private static final int LIMIT_SECONDS = 3;
    private static final int AT_ONCE = 2;

    @Resource(lookup = "java:jboss/datasources/B3lbDS")
    private DataSource dataSource;

    @Inject
    private DatabaseContact contact;

    private final Semaphore turns = new Semaphore(AT_ONCE);

    /**
     * Asks the database something trivial, for three seconds at most beyond getting a connection. While two others do so
     * what this server knows already has to do.
     */
    public boolean answers() {
        if (!turns.tryAcquire()) {
            return contact.up();
        }
        try {
            return asked();
        } finally {
            turns.release();
        }
    }

    private boolean asked() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(LIMIT_SECONDS);
        } catch (SQLException away) {
            return false;
        }
    }
}
