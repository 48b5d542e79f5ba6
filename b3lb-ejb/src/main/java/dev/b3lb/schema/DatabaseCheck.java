package dev.b3lb.schema;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Whether the database can be reached now. */
@ApplicationScoped
public class DatabaseCheck {

    private static final int LIMIT_SECONDS = 3;

    @Resource(lookup = "java:jboss/datasources/B3lbDS")
    private DataSource dataSource;

    /** Asks the database something trivial, for three seconds at most beyond getting a connection. */
    public boolean answers() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(LIMIT_SECONDS);
        } catch (SQLException away) {
            return false;
        }
    }
}
