package dev.b3lb.schema;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.hibernate.SessionFactory;
import org.jboss.logging.Logger;

/** Brings the schema up to date. Servers that start at the same time wait for each other at Flyway's lock. */
@ApplicationScoped
public class Migrations {

    /** The schema that is ours alone; WildFly keeps its own tables elsewhere. */
    static final String SCHEMA = "b3lb";

    private static final Logger LOG = Logger.getLogger(Migrations.class);

    @Resource(lookup = "java:jboss/datasources/B3lbDS")
    private DataSource dataSource;

    @PersistenceUnit(unitName = "b3lb")
    private EntityManagerFactory entityManagers;

    /** Runs what is missing and checks that the entities fit. Throws what Flyway or Hibernate find wrong. */
    public void run() {
        Flyway flyway = flyway();
        int run = flyway.migrate().migrationsExecuted;
        entityManagers.unwrap(SessionFactory.class).getSchemaManager().validateMappedObjects();
        LOG.infof(
                "Schema is at version %s, %d migrations run",
                flyway.info().current().getVersion(), run);
    }

    /**
     * How the schema stands.
     *
     * @param version the newest migration that was run; empty if none was
     * @param missing versions that this server knows and that were not run, or failed
     */
    public record State(String version, List<String> missing) {}

    /** Asks the database which migrations were run. */
    public State state() {
        MigrationInfoService info = flyway().info();
        return new State(
                info.current() == null ? "" : String.valueOf(info.current().getVersion()),
                Arrays.stream(info.all())
                        .filter(migration -> migration.getState() == MigrationState.PENDING
                                || migration.getState().isFailed())
                        .map(migration -> String.valueOf(migration.getVersion()))
                        .toList());
    }

    private Flyway flyway() {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(dataSource)
                .schemas(SCHEMA)
                .locations("classpath:db/migration")
                .load();
    }
}
