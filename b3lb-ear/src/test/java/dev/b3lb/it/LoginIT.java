package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.it.AdminClient.Login;
import dev.b3lb.it.Users.Person;
import dev.b3lb.testbed.HttpAnswer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Operations;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logging in to the REST API: who gets in, as whom, and who does not. */
@OnTestbed
class LoginIT {

    private final Testbed testbed;
    private final Operations operations;
    private final Users users;
    private final AdminClient client;

    LoginIT(Testbed testbed) {
        this.testbed = testbed;
        operations = testbed.operations();
        users = new Users(testbed);
        client = new AdminClient(testbed.server().httpPort());
    }

    private static List<String> roles(HttpAnswer answer) {
        return ModelNode.fromJSONString(answer.text()).get("roles").asList().stream()
                .map(ModelNode::asString)
                .toList();
    }

    private static void assertRefused(HttpAnswer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers()).anyMatch(line -> line.startsWith("WWW-Authenticate: Basic realm="));
        assertThat(answer.headers()).anyMatch(line -> line.startsWith("WWW-Authenticate: Bearer realm="));
        ModelNode problem = ModelNode.fromJSONString(answer.text());
        assertThat(problem.get("status").asInt()).isEqualTo(401);
        assertThat(problem.get("title").asString()).isEqualTo("Unauthorized");
        assertThat(problem.get("detail").asString()).endsWith(".");
        assertThat(problem.get("type").asString()).isEqualTo("about:blank");
    }

    @Test
    void name_and_password_log_in_with_the_users_roles() throws IOException {
        Person person = users.add("operator,metrics");

        HttpAnswer answer = client.me(person.login());

        assertThat(answer.status()).isEqualTo(200);
        ModelNode me = ModelNode.fromJSONString(answer.text());
        assertThat(me.get("username").asString()).isEqualTo(person.username());
        assertThat(me.get("door").asString()).isEqualTo("REST");
        assertThat(roles(answer)).containsExactly("metrics", "operator");
    }

    @Test
    void the_case_of_a_name_does_not_matter_and_who_logs_in_is_the_user_as_it_was_added() throws IOException {
        Person person = users.add("viewer");

        HttpAnswer answer = client.me(Login.basic(person.username().toUpperCase(Locale.ROOT), person.password()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains(person.username());
    }

    @Test
    void a_log_in_makes_no_session() throws IOException {
        Person person = users.add("viewer");

        HttpAnswer answer = client.me(person.login());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Nothing: 1",
                "Authorization: Basic",
                "Authorization: Basic %%%",
                "Authorization: Basic OnBhc3N3b3Jk",
                "Authorization: Digest username=x",
                "Authorization: Bearer b3lb_0000000000000000000000000000000000000000000",
                "Cookie: JSESSIONID=0123456789abcdef",
            })
    void nothing_else_logs_in(String header) throws IOException {
        assertRefused(client.get(Testbed.BASE_DOMAIN, AdminClient.ME, header));
    }

    @Test
    void a_wrong_password_and_an_unknown_user_are_refused_in_the_same_words() throws IOException {
        Person person = users.add("admin");

        HttpAnswer wrong = client.me(Login.basic(person.username(), person.password() + "x"));
        HttpAnswer unknown = client.me(Login.basic("nobody-" + person.username(), person.password()));

        assertRefused(wrong);
        assertThat(unknown.text()).isEqualTo(wrong.text());
    }

    @Test
    void a_new_password_replaces_the_old_one_at_once_though_that_was_just_used() throws IOException {
        Person person = users.add("viewer");
        assertThat(client.me(person.login()).status()).isEqualTo(200);
        String changed = testbed.names().secret();

        operations.call("setuser", Map.of("username", person.username(), "password", changed));

        assertRefused(client.me(person.login()));
        assertThat(client.me(Login.basic(person.username(), changed)).status()).isEqualTo(200);
    }

    @Test
    void who_is_not_enabled_gets_in_neither_with_a_password_nor_with_a_token() throws IOException {
        Person person = users.add("admin");
        String token = users.token(person, "script", Map.of());

        operations.call("setuser", Map.of("username", person.username(), "enabled", "false"));

        assertRefused(client.me(person.login()));
        assertRefused(client.me(Login.bearer(token)));
    }

    @Test
    void a_removed_user_takes_the_tokens_along() throws IOException {
        Person person = users.add("admin");
        String token = users.token(person, "script", Map.of());
        assertThat(client.me(Login.bearer(token)).status()).isEqualTo(200);

        operations.call("removeuser", Map.of("username", person.username()));

        assertRefused(client.me(person.login()));
        assertRefused(client.me(Login.bearer(token)));
    }

    @Test
    void a_token_logs_in_its_user_until_it_is_removed() throws IOException {
        Person person = users.add("operator");
        String token = users.token(person, "script", Map.of());
        HttpAnswer answer = client.me(Login.bearer(token));
        assertThat(answer.text()).contains(person.username());
        assertThat(roles(answer)).containsExactly("operator");

        operations.call("removetoken", Map.of("username", person.username(), "name", "script"));

        assertRefused(client.me(Login.bearer(token)));
    }

    @Test
    void a_token_has_the_roles_of_its_scope_that_its_user_has_now() throws IOException {
        Person person = users.add("admin,metrics");
        String token = users.token(person, "script", Map.of("roles", "viewer,metrics,admin"));
        assertThat(roles(client.me(Login.bearer(token)))).containsExactly("admin", "metrics", "viewer");

        operations.call("setuser", Map.of("username", person.username(), "roles", "viewer"));

        assertThat(roles(client.me(Login.bearer(token)))).containsExactly("metrics", "viewer");
    }

    @Test
    void an_expired_token_is_refused() throws IOException {
        Person person = users.add("admin");
        String token = users.token(person, "old", Map.of("expires", "2020-01-31T00:00:00Z"));
        String valid = users.token(person, "new", Map.of("expires", "2099-01-31T00:00:00Z"));

        assertRefused(client.me(Login.bearer(token)));
        assertThat(client.me(Login.bearer(valid)).status()).isEqualTo(200);
    }

    @Test
    void a_use_of_a_token_is_noted() throws IOException {
        Person person = users.add("viewer");
        String token = users.token(person, "script", Map.of());
        assertThat(lastUsed(person)).isEmpty();

        client.me(Login.bearer(token));

        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> !lastUsed(person)
                .isEmpty());
    }

    private String lastUsed(Person person) {
        return operations
                .call("tokens", Map.of("username", person.username()))
                .get(0)
                .get("last-used")
                .asString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme.localhost", "other.example", "127.0.0.1"})
    void on_other_hosts_than_the_base_domain_there_is_nothing(String host) throws IOException {
        Person person = users.add("admin");

        assertThat(client.get(host, AdminClient.ME, person.login().header()).status())
                .isEqualTo(404);
        assertThat(client.get(host, AdminClient.ME).status()).isEqualTo(404);
        assertThat(client.get(host, "/admin/").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%61dmin/api/v1/me",
                "//admin/api/v1/me",
                "/admin//api/v1/me",
                "/admin;x=y/api/v1/me",
                "/x/../admin/api/v1/me",
                "//b3lb/..//admin/api/v1/me",
                "//b3lb//%2e%2e//admin/api/v1/me",
                "//b3lb/..;//admin/api/v1/me",
            })
    void no_other_spelling_of_the_path_gets_in_without_a_log_in(String path) throws IOException {
        Person person = users.add("admin");

        assertThat(client.get(Testbed.BASE_DOMAIN, path).status()).isIn(400, 401, 404);
        for (String host : List.of("acme.localhost", "acme.localhost.")) {
            assertThat(client.get(host, path).status()).isIn(400, 404);
            assertThat(client.get(host, path, person.login().header()).status()).isIn(400, 404);
        }
    }

    /** A proxy may keep people away from /admin by the path. */
    @Test
    void a_path_with_slashes_in_a_row_does_not_lead_to_the_administrators_who_are_logged_in() throws IOException {
        Person person = users.add("admin");

        for (String path : List.of("//admin/api/v1/me", "//admin//api/v1/me", "//b3lb/..//admin/api/v1/me")) {
            assertThat(client.get(Testbed.BASE_DOMAIN, path, person.login().header())
                            .status())
                    .as(path)
                    .isIn(400, 401, 404);
        }
    }
}
