package dev.b3lb.testbed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;

/** Runs inside the testbed's server; the pattern of all in-container tests. */
@OnTestbed
@ArquillianTest
class InContainerIT {

    @Resource
    private DataSource dataSource;

    @Deployment
    static Archive<?> archive() {
        return InContainerArchive.of(InContainerIT.class);
    }

    @Test
    void the_default_data_source_is_the_database_of_the_testbed() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select current_database()")) {
            assertTrue(row.next());
            assertEquals("b3lb", row.getString(1));
        }
    }
}
