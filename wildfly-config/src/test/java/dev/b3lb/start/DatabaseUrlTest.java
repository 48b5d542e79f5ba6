package dev.b3lb.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "postgres", "psql"})
    void has_host_port_database_user_and_password(String scheme) throws WrongSetting {
        DatabaseUrl url = DatabaseUrl.parse(scheme + "://b3lb:pw@db.example.com:6543/balancer");

        assertThat(url.host()).isEqualTo("db.example.com");
        assertThat(url.port()).isEqualTo(6543);
        assertThat(url.database()).isEqualTo("balancer");
        assertThat(url.user()).isEqualTo("b3lb");
        assertThat(url.password()).isEqualTo("pw");
        assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example.com:6543/balancer");
    }

    @Test
    void may_leave_port_and_password_out() throws WrongSetting {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://b3lb@db/b3lb");

        assertThat(url.port()).isEqualTo(5432);
        assertThat(url.password()).isEmpty();
    }

    @Test
    void may_have_an_ipv6_address() throws WrongSetting {
        assertThat(DatabaseUrl.parse("postgresql://u:p@[::1]:5433/d").jdbcUrl())
                .isEqualTo("jdbc:postgresql://[::1]:5433/d");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p@ss:w/rd?#[]",
                "a+b c",
                "100%",
                "'\"\\`$(id)${x}$$",
                "grün-密码-\uD83D\uDD11",
                "{}|^<>",
                ":",
                "=&;"
            })
    void keeps_any_password_that_is_percent_encoded(String password) throws WrongSetting {
        String encoded = URLEncoder.encode(password, StandardCharsets.UTF_8).replace("+", "%20");

        assertThat(DatabaseUrl.parse("postgresql://u:" + encoded + "@h/d").password())
                .isEqualTo(password);
    }

    @Test
    void takes_an_at_sign_and_a_slash_in_a_password_as_they_stand() throws WrongSetting {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://u:p@s/s:w+rd?x@h:1/d");

        assertThat(url.password()).isEqualTo("p@s/s:w+rd?x");
        assertThat(url.host()).isEqualTo("h");
    }

    @Test
    void may_set_the_mode_of_tls() throws WrongSetting {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://u:p@h/d?sslmode=verify-full&sslrootcert=%2Fetc%2Fca.crt");

        assertThat(url.sslMode()).hasValue("verify-full");
        assertThat(url.environment())
                .containsEntry("B3LB_DB_SSLMODE", "verify-full")
                .containsEntry("B3LB_DB_SSLROOTCERT", "/etc/ca.crt");
    }

    @Test
    void leaves_the_mode_of_tls_to_the_servers_default() throws WrongSetting {
        assertThat(DatabaseUrl.parse("postgresql://u:p@h/d").environment())
                .containsOnlyKeys("B3LB_DB_HOST", "B3LB_DB_PORT", "B3LB_DB_NAME", "B3LB_DB_USER", "B3LB_DB_PASSWORD");
    }

    @Test
    void encodes_the_databases_name_for_the_drivers_url() throws WrongSetting {
        assertThat(DatabaseUrl.parse("postgresql://u:p@h/a%20%24%7Bb%7D").environment())
                .containsEntry("B3LB_DB_NAME", "a%20%24%7Bb%7D");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hunter2",
                "mysql://u:hunter2@h/d",
                "postgresql://h/d",
                "postgresql://u:hunter2@h",
                "postgresql://u:hunter2@h/",
                "postgresql://u:hunter2@/d",
                "postgresql://u:hunter2@h:port/d",
                "postgresql://:hunter2@h/d",
                "postgresql://u:hunter2@h:70000/d",
                "postgresql://u:hunter2%@h/d",
                "postgresql://u:hunter2%zz@h/d",
                "postgresql://u:hunter2%00@h/d",
                "postgresql://u:hunter2@h/d?sslmode=maybe",
                "postgresql://u:hunter2@h/d?colour=red",
                "postgresql://u:hunter2@h h/d"
            })
    void refuses_what_it_cannot_use_without_showing_the_password(String url) {
        assertThatThrownBy(() -> DatabaseUrl.parse(url))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("DATABASE_URL")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void does_not_show_the_password_in_logs() throws WrongSetting {
        assertThat(DatabaseUrl.parse("postgresql://u:hunter2@h/d")).hasToString("u@h:5432/d");
    }
}
