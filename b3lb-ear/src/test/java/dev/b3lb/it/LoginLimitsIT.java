package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.it.AdminClient.Login;
import dev.b3lb.it.Users.Person;
import dev.b3lb.testbed.HttpAnswer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nobody can try passwords at will, and what is tried is not told to who reads the log. */
@OnTestbed
class LoginLimitsIT {

    private final Testbed testbed;
    private final Users users;

    LoginLimitsIT(Testbed testbed) {
        this.testbed = testbed;
        users = new Users(testbed);
    }

    private AdminClient newClient() {
        return new AdminClient(testbed.server().httpPort());
    }

    @Test
    void after_five_wrong_passwords_even_the_right_one_has_to_wait_but_tokens_and_others_do_not() throws IOException {
        Person person = users.add("admin");
        String token = users.token(person, "script", Map.of());
        AdminClient attacker = newClient();
        Login wrong = Login.basic(person.username(), "wrong");

        for (int i = 0; i < 5; i++) {
            assertThat(attacker.me(wrong).status()).isEqualTo(401);
        }
        HttpAnswer refused = attacker.me(person.login());

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Content-Type")).contains("application/problem+json");
        assertThat(Integer.parseInt(refused.header("Retry-After").orElseThrow()))
                .isBetween(600, 900);
        assertThat(ModelNode.fromJSONString(refused.text()).get("status").asInt())
                .isEqualTo(429);
        assertThat(attacker.me(Login.bearer(token)).status()).isEqualTo(200);
        assertThat(newClient().me(person.login()).status()).isEqualTo(200);
    }

    @Test
    @Tag("full")
    void whoever_fails_on_purpose_from_many_addresses_keeps_nobody_away_from_where_the_name_logged_in_before()
            throws IOException {
        Person person = users.add("admin");
        AdminClient office = newClient();
        assertThat(office.me(person.login()).status()).isEqualTo(200);
        String changed = testbed.names().secret(); // or the right password would be remembered for a minute
        testbed.operations().call("setuser", Map.of("username", person.username(), "password", changed));
        Login right = Login.basic(person.username(), changed);
        Login wrong = Login.basic(person.username(), "wrong");

        for (int i = 0; i < 110; i++) {
            assertThat(newClient().me(wrong).status()).isEqualTo(i < 100 ? 401 : 429);
        }

        assertThat(office.me(right).status()).isEqualTo(200);
        assertThat(newClient().me(right).status()).isEqualTo(429);
        for (int i = 0; i < 5; i++) {
            assertThat(office.me(wrong).status()).isEqualTo(401);
        }
        assertThat(office.me(right).status()).isEqualTo(429);
    }

    @Test
    void after_twenty_wrong_tokens_others_have_to_wait_but_right_ones_do_not() throws IOException {
        Person person = users.add("admin");
        String token = users.token(person, "script", Map.of());
        AdminClient attacker = newClient();
        Login wrong = Login.bearer(token + "x");

        for (int i = 0; i < 20; i++) {
            assertThat(attacker.me(wrong).status()).isEqualTo(401);
        }

        assertThat(attacker.me(wrong).status()).isEqualTo(429);
        assertThat(attacker.me(Login.bearer(token)).status()).isEqualTo(200);
        assertThat(attacker.me(person.login()).status()).isEqualTo(200);
    }

    @Test
    void a_right_password_makes_slips_good() throws IOException {
        Person person = users.add("admin");
        AdminClient client = newClient();
        Login wrong = Login.basic(person.username(), "wrong");

        for (int i = 0; i < 8; i++) {
            assertThat(client.me(wrong).status()).isEqualTo(401);
            assertThat(client.me(person.login()).status()).isEqualTo(200);
        }
    }

    @Test
    void a_failed_log_in_is_one_line_of_the_log_without_what_was_tried() throws IOException {
        Person person = users.add("admin");
        String token = "b3lb_" + testbed.names().secret();
        AdminClient client = newClient();
        ServerLog log = ServerLog.fromNow(testbed.server());

        client.me(Login.basic(person.username() + "\nFATAL", person.password()));
        client.me(Login.bearer(token));
        client.me(person.login());

        List<String> lines = log.text()
                .lines()
                .filter(line -> line.contains(client.address()))
                .toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).contains("'" + person.username() + "FATAL' from " + client.address());
        assertThat(lines.get(1)).contains("a token from " + client.address());
        assertThat(log.text()).doesNotContain(person.password(), token, "\nFATAL");
        assertThat(log.stackTraces()).isEmpty();
    }
}
