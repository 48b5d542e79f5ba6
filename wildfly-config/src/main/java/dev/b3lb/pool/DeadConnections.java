package dev.b3lb.pool;

import java.sql.SQLException;
import java.util.Set;
import org.jboss.jca.adapters.jdbc.spi.ExceptionSorter;

/**
 * Which errors mean that a connection to PostgreSQL is of no more use. The pool throws such a connection away, and
 * looks at all that are idle, since what ended one has usually ended all of them.
 *
 * <p>The sorter that comes with the server knows SQL state 08006 only. A PostgreSQL that is stopped says goodbye with
 * 57P01 instead, and whatever its driver is asked on that connection from then on fails with 08003: such connections
 * stayed in the pool, and each caller that got one failed, for up to ten seconds after PostgreSQL was back.
 *
 * <p>Codes are from PostgreSQL's manual, appendix A.
 */
public final class DeadConnections implements ExceptionSorter {

    /** Class 08: connection exceptions. */
    private static final String CONNECTION = "08";

    /** States that PostgreSQL reports as FATAL and ends the session with. */
    private static final Set<String> GOODBYES = Set.of(
            "57P01", // administrator shutdown, or pg_terminate_backend
            "57P02", // another process crashed
            "57P03", // starting up or stopping
            "57P04", // the database was dropped
            "57P05", // idle for too long
            "25P03", // idle in a transaction for too long
            "25P04"); // a transaction took too long

    /** Made by the server, by name. */
    public DeadConnections() {}

    @Override
    public boolean isExceptionFatal(SQLException error) {
        String state = error.getSQLState();
        return state != null && (state.startsWith(CONNECTION) || GOODBYES.contains(state));
    }
}
