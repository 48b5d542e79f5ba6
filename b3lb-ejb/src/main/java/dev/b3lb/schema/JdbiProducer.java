package dev.b3lb.schema;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.array.SqlArrayTypes;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.transaction.CMTTransactionHandler;

/** Gives out {@link Jdbi} over the server's data source. Transactions are the container's. */
@ApplicationScoped
public class JdbiProducer {

    @Resource(lookup = "java:jboss/datasources/B3lbDS")
    private DataSource dataSource;

    /** One Jdbi for all; it joins the transaction of the caller if there is one. */
    @Produces
    @Singleton
    public Jdbi jdbi() {
        return configured(dataSource);
    }

    static Jdbi configured(DataSource dataSource) {
        Jdbi jdbi = Jdbi.create(dataSource).setTransactionHandler(new CMTTransactionHandler());
        jdbi.getConfig(SqlArrayTypes.class).register(UUID.class, "uuid");
        // Statements carry nonces and passwords of meetings, and messages of failures go to the log
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        // The container ends transactions, so a handle may be closed while one is open
        jdbi.getConfig(Handles.class).setForceEndTransactions(false);
        return jdbi;
    }
}
