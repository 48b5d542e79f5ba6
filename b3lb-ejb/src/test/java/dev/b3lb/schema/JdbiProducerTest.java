package dev.b3lb.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;

class JdbiProducerTest {

    @Test
    void a_statement_that_fails_does_not_tell_what_it_was_to_write() {
        Jdbi jdbi = JdbiProducer.configured(brokenDatabase());
        assertThatExceptionOfType(JdbiException.class)
                .isThrownBy(() -> jdbi.useHandle(handle -> handle.createUpdate("insert into meeting values (:nonce)")
                        .bind("nonce", "hidden")
                        .execute()))
                .satisfies(failed ->
                        assertThat(failed.getMessage()).contains("out of order").doesNotContain("hidden"));
    }

    private static DataSource brokenDatabase() {
        Connection connection = fake(
                Connection.class,
                Map.of(
                        "prepareStatement",
                        new SQLException("out of order"),
                        "getAutoCommit",
                        true,
                        "isClosed",
                        false,
                        "isReadOnly",
                        false));
        return fake(DataSource.class, Map.of("getConnection", connection));
    }

    private static <T> T fake(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                JdbiProducerTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object answer = answers.get(method.getName());
                    if (answer instanceof SQLException failure) {
                        throw failure;
                    }
                    return answer;
                }));
    }
}
