package dev.b3lb.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

@OnTestbed
class SharedTestbedIT {

    private final Testbed testbed;

    SharedTestbedIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @Test
    void its_server_is_ready() {
        assertThat(testbed.server().isReady()).isTrue();
    }

    @Test
    void its_database_lets_nobody_in_without_the_password() {
        String url = "jdbc:postgresql://127.0.0.1:" + testbed.postgres().port() + "/b3lb";
        for (String role : List.of("b3lb", "postgres")) {
            for (String password : List.of("", "wrong")) {
                assertThatThrownBy(() -> DriverManager.getConnection(url, role, password))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password");
            }
        }
    }

    @Test
    void its_cache_lets_nobody_in_without_the_password() {
        try (Jedis client = new Jedis("127.0.0.1", testbed.redis().port())) {
            assertThatThrownBy(client::ping).hasMessageContaining("NOAUTH");
            assertThatThrownBy(() -> client.auth("wrong")).hasMessageContaining("WRONGPASS");
        }
    }

    @Test
    void a_new_pool_takes_a_meeting_of_its_tenant() throws IOException {
        try (Pool pool = testbed.newPool(2)) {
            BbbAnswer created = pool.client().get("create", Map.of("meetingID", "meeting-1", "name", "Meeting"));

            assertThat(created.succeeded()).as(created.toString()).isTrue();
            assertThat(pool.clientByHost().get("getMeetings").values("meetings/meeting/meetingID"))
                    .containsExactly("meeting-1");
        }
    }

    @Test
    void tenants_of_two_pools_do_not_see_each_other() throws IOException {
        try (Pool one = testbed.newPool(1);
                Pool other = testbed.newPool(1)) {
            BbbAnswer created = one.client().get("create", Map.of("meetingID", "meeting-1", "name", "Meeting"));

            assertThat(created.succeeded()).as(created.toString()).isTrue();
            assertThat(other.client().get("getMeetings").values("meetings/meeting/meetingID"))
                    .isEmpty();
        }
    }
}
