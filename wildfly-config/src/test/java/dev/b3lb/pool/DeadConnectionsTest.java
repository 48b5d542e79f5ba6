package dev.b3lb.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadConnectionsTest {

    private final DeadConnections sorter = new DeadConnections();

    @ParameterizedTest
    @ValueSource(
            strings = {"08000", "08001", "08003", "08006", "57P01", "57P02", "57P03", "57P04", "57P05", "25P03", "25P04"
            })
    void a_connection_that_ended_is_thrown_away(String state) {
        assertThat(sorter.isExceptionFatal(new SQLException("ended", state))).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "23505", // unique violation
                "40001", // could not be serialized
                "40P01", // deadlock
                "57014", // cancelled, by the query timeout among others
                "25P02", // the transaction has failed already
                "53300", // too many connections
                ""
            })
    void a_connection_whose_statement_failed_stays(String state) {
        assertThat(sorter.isExceptionFatal(new SQLException("failed", state))).isFalse();
    }
}
