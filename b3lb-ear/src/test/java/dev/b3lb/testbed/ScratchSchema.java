package dev.b3lb.testbed;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.array.SqlArrayTypes;

/**
 * The balancer's empty tables in a schema of their own that no server knows, for tests of statements. Dropped when it is
 * closed.
 */
public final class ScratchSchema implements AutoCloseable {

    private final PostgresServer postgres;
    private final String name;
    private final Jdbi jdbi;

    private ScratchSchema(PostgresServer postgres, String name) {
        this.postgres = postgres;
        this.name = name;
        this.jdbi = Jdbi.create(this::connect);
        jdbi.getConfig(SqlArrayTypes.class).register(UUID.class, "uuid");
    }

    /**
     * Makes the tables as a server does at its start.
     *
     * @throws TestbedFailure when a migration fails
     */
    public static ScratchSchema make(PostgresServer postgres, Names names) {
        ScratchSchema schema = new ScratchSchema(postgres, names.name("scratch").replace('-', '_'));
        try {
            Flyway.configure()
                    .dataSource("jdbc:postgresql://127.0.0.1:" + postgres.port() + "/b3lb", "b3lb", "b3lb")
                    .schemas(schema.name)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new TestbedFailure("The tables could not be made: " + e.getMessage(), e);
        }
        return schema;
    }

    private Connection connect() throws SQLException {
        Connection connection = postgres.connect();
        connection.setSchema(name);
        return connection;
    }

    /** Statements on these tables, each in a transaction of its own unless the test opens one. */
    public Jdbi jdbi() {
        return jdbi;
    }

    @Override
    public void close() {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema \"" + name + "\" cascade");
        } catch (SQLException e) {
            throw new TestbedFailure("Schema " + name + " could not be dropped: " + e.getMessage(), e);
        }
    }
}
