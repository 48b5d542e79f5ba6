package dev.b3lb.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaitForDatabaseTest {

    private static final String AWAY = "08001";
    private static final String STARTING = "57P03";
    private static final String NO_DATABASE = "3D000";
    private static final String DONE = "";

    private final SteppingTime time = new SteppingTime();

    @ParameterizedTest
    @ValueSource(strings = {NO_DATABASE, "28P01", "28000", "42501"})
    void a_server_that_is_up_and_refuses_is_believed_at_once(String state) throws Exception {
        assertThatThrownBy(() -> await(state)).isInstanceOf(WrongSetting.class).hasMessageContaining("DATABASE_URL");
        assertThat(time.nanos).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {NO_DATABASE, "28P01", "28000"})
    void a_server_that_comes_up_gets_time_to_make_role_and_database(String state) throws Exception {
        assertThat(await(AWAY, AWAY, STARTING, state, state, NO_DATABASE, DONE)).isTrue();
    }

    @Test
    void a_server_that_came_up_and_goes_on_refusing_is_believed_in_the_end() {
        assertThatThrownBy(() -> await(AWAY, NO_DATABASE)).isInstanceOf(WrongSetting.class);
        assertThat(Duration.ofNanos(time.nanos))
                .isGreaterThanOrEqualTo(WaitForDatabase.SETTLING)
                .isLessThan(WaitForDatabase.SETTLING.plusSeconds(5));
    }

    @Test
    void a_server_that_stays_away_is_waited_for_as_long_as_the_limit() throws Exception {
        assertThat(await(AWAY)).isFalse();
        assertThat(Duration.ofNanos(time.nanos)).isEqualTo(Duration.ofSeconds(60));
    }

    /** Answers with one state after the other, and with the last one for ever. */
    private boolean await(String... states) throws WrongSetting, InterruptedException {
        Deque<String> coming = new ArrayDeque<>(List.of(states));
        WaitForDatabase.LogIn logIn = () -> {
            String state = coming.size() > 1 ? coming.pop() : coming.peek();
            if (!state.equals(DONE)) {
                throw new SQLException("refused", state);
            }
        };
        DatabaseUrl database = DatabaseUrl.parse("postgresql://u:p@127.0.0.1:5432/b3lb");
        return new WaitForDatabase(database, Duration.ofSeconds(60), logIn, time).await();
    }

    private static final class SteppingTime implements WaitForDatabase.Time {

        private long nanos;

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public void sleep(Duration pause) {
            nanos += pause.toNanos();
        }
    }
}
