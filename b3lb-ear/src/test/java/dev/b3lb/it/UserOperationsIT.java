package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.b3lb.it.AdminClient.Login;
import dev.b3lb.it.Users.Person;
import dev.b3lb.testbed.HttpAnswer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.OperationRejected;
import dev.b3lb.testbed.Operations;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The operations on users and their tokens: what each does, and what it refuses. */
@OnTestbed
class UserOperationsIT {

    private static final String GOOD = "a-password-that-is-long-enough";

    private final Testbed testbed;
    private final Operations operations;
    private final Users users;
    private final AdminClient client;

    UserOperationsIT(Testbed testbed) {
        this.testbed = testbed;
        operations = testbed.operations();
        users = new Users(testbed);
        client = new AdminClient(testbed.server().httpPort());
    }

    private ModelNode shown(String username) {
        List<ModelNode> found =
                operations.call("users", Map.of("username", username)).asList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static List<String> words(ModelNode list) {
        return list.asList().stream().map(ModelNode::asString).toList();
    }

    private String stored(String column, String username) throws SQLException {
        try (Connection connection = testbed.postgres().connect();
                PreparedStatement statement =
                        connection.prepareStatement("select " + column + " from b3lb.admin_user where username = ?")) {
            statement.setString(1, username);
            try (ResultSet rows = statement.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return rows.getString(1);
            }
        }
    }

    @Test
    void createsuperuser_adds_an_admin() throws IOException {
        String name = testbed.names().name("root");

        ModelNode added = operations.call(
                "createsuperuser", Map.of("username", name, "password", GOOD, "email", "root@example.org"));

        assertThat(words(added.get("roles"))).containsExactly("admin");
        assertThat(added.get("email").asString()).isEqualTo("root@example.org");
        assertThat(added.toJSONString(true)).doesNotContain(GOOD, "PBKDF2");
        assertThat(client.me(Login.basic(name, GOOD)).status()).isEqualTo(200);
    }

    @Test
    void adduser_gives_the_user_as_users_shows_it() {
        String name = testbed.names().name("user");

        ModelNode added = operations.call(
                "adduser", Map.of("username", name, "password", GOOD, "roles", "viewer, operator", "language", "de"));

        assertThat(added.keys())
                .containsExactlyInAnyOrder(
                        "username", "id", "email", "language", "enabled", "roles", "created", "version");
        assertThat(added.get("language").asString()).isEqualTo("de");
        assertThat(added.get("enabled").asBoolean()).isTrue();
        assertThat(words(added.get("roles"))).containsExactly("operator", "viewer");
        assertThat(shown(name.toUpperCase(Locale.ROOT))).isEqualTo(added);
    }

    @Test
    void a_document_takes_a_user_over_with_what_is_stored_of_the_password() throws IOException, SQLException {
        Person person = users.add("viewer");
        String other = testbed.names().name("copy");

        imported("""
                b3lb: 1
                users: [{username: %s, roles: [admin], password-hash: "%s"}]
                """.formatted(other, stored("password_hash", person.username())));

        assertThat(client.me(Login.basic(other, person.password())).status()).isEqualTo(200);
    }

    private void imported(String document) {
        operations.call(
                "import",
                Map.of("file", Base64.getEncoder().encodeToString(document.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void of_a_password_only_a_slow_hash_is_stored() throws SQLException {
        Person person = users.add("viewer");

        assertThat(stored("password_hash", person.username()))
                .startsWith("PBKDF2WithHmacSHA512:210000:")
                .doesNotContain(person.password());
    }

    @Test
    void setuser_changes_what_is_named_and_nothing_else() {
        Person person = users.add("viewer,metrics");
        operations.call("setuser", Map.of("username", person.username(), "email", "a@example.org", "language", "de"));

        ModelNode set = operations.call(
                "setuser", Map.of("username", person.username(), "email", "", "roles", "operator", "enabled", "false"));

        assertThat(set.get("email").asString()).isEmpty();
        assertThat(set.get("language").asString()).isEqualTo("de");
        assertThat(set.get("enabled").asBoolean()).isFalse();
        assertThat(words(set.get("roles"))).containsExactly("operator");
        assertThat(set.get("version").asInt()).isEqualTo(2);
    }

    @Test
    void what_was_changed_meanwhile_is_neither_changed_nor_removed() {
        Person person = users.add("viewer");
        operations.call("setuser", Map.of("username", person.username(), "email", "a@example.org", "version", "0"));

        for (String operation : List.of("setuser", "removeuser")) {
            assertThatThrownBy(() -> operations.call(operation, Map.of("username", person.username(), "version", "0")))
                    .isInstanceOf(OperationRejected.class)
                    .hasMessageContaining("version 1 by now");
        }
        assertThat(shown(person.username()).get("email").asString()).isEqualTo("a@example.org");
    }

    @Test
    void removeuser_takes_the_user_away() {
        Person person = users.add("viewer");

        ModelNode removed = operations.call("removeuser", Map.of("username", person.username()));

        assertThat(removed.get("username").asString()).isEqualTo(person.username());
        assertThat(operations
                        .call("users", Map.of("username", person.username()))
                        .asList())
                .isEmpty();
    }

    @Test
    void users_lists_by_name_and_page() {
        String begin = testbed.names().name("page");
        for (String end : List.of("-c", "-A", "-b")) {
            operations.call("adduser", Map.of("username", begin + end, "password", GOOD, "roles", "viewer"));
        }
        List<String> all = names(Map.of("limit", "1000"));

        assertThat(all.stream().filter(name -> name.startsWith(begin)))
                .containsExactly(begin + "-A", begin + "-b", begin + "-c");
        int first = all.indexOf(begin + "-A");
        assertThat(names(Map.of("offset", Integer.toString(first + 1), "limit", "2")))
                .containsExactly(begin + "-b", begin + "-c");
    }

    private List<String> names(Map<String, String> page) {
        return operations.call("users", page).asList().stream()
                .map(user -> user.get("username").asString())
                .toList();
    }

    @Test
    void addtoken_tells_the_token_once_and_stores_its_hash() {
        Person person = users.add("admin");

        ModelNode added = users.addToken(person, "backup", Map.of("roles", "viewer"));

        assertThat(added.get("token").asString()).matches("b3lb_[A-Za-z0-9_-]{43}");
        ModelNode listed =
                operations.call("tokens", Map.of("username", person.username())).get(0);
        assertThat(listed.keys())
                .containsExactlyInAnyOrder("id", "username", "name", "roles", "created", "expires", "last-used");
        assertThat(listed.get("name").asString()).isEqualTo("backup");
        assertThat(words(listed.get("roles"))).containsExactly("viewer");
        assertThat(listed.get("last-used").asString()).isEmpty();
        assertThat(listed.get("id")).isEqualTo(added.get("id"));
    }

    @Test
    void a_token_is_valid_for_a_year_for_days_or_for_ever() {
        Person person = users.add("admin");

        assertThat(days(users.addToken(person, "usual", Map.of()))).isEqualTo(365);
        assertThat(days(users.addToken(person, "short", Map.of("days", "1")))).isEqualTo(1);
        assertThat(users.addToken(person, "long", Map.of("days", "0"))
                        .get("expires")
                        .asString())
                .isEmpty();
        assertThat(users.addToken(person, "until", Map.of("expires", "2031-01-31T00:00:00Z"))
                        .get("expires")
                        .asString())
                .isEqualTo("2031-01-31T00:00:00Z");
    }

    private static long days(ModelNode token) {
        Instant created = Instant.parse(token.get("created").asString());
        return Duration.between(created, Instant.parse(token.get("expires").asString()))
                .toDays();
    }

    @Test
    void a_document_takes_a_token_over_with_what_is_stored_of_it() throws IOException {
        Person person = users.add("admin");
        String token = "b3lb_" + person.password();

        imported("""
                b3lb: 1
                users: [{username: %s, tokens: [{name: old, token-hash: %s, expires: ""}]}]
                """.formatted(person.username(), Sha256.hex(token)));

        ModelNode listed =
                operations.call("tokens", Map.of("username", person.username())).get(0);
        assertThat(listed.get("expires").asString()).isEmpty();
        assertThat(client.me(Login.bearer(token)).status()).isEqualTo(200);
    }

    @Test
    void rest_takes_no_hash_of_a_text_that_somebody_has_chosen() throws IOException {
        Person person = users.add("admin");

        HttpAnswer answer = client.call(
                "addtoken",
                person.login(),
                "{\"username\": \"%s\", \"name\": \"short\", \"token-hash\": \"%s\"}"
                        .formatted(person.username(), Sha256.hex("x")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("addtoken has no parameter token-hash");
        assertThat(client.me(Login.bearer("x")).status()).isEqualTo(401);
    }

    @Test
    void tokens_are_listed_by_user_id_and_page_and_removed_by_id_or_name() {
        Person person = users.add("admin");
        String id = users.addToken(person, "b", Map.of()).get("id").asString();
        users.addToken(person, "a", Map.of());
        users.addToken(person, "c", Map.of());
        Map<String, String> user = Map.of("username", person.username());

        assertThat(tokens(user)).containsExactly("a", "b", "c");
        assertThat(tokens(with(user, "id", id))).containsExactly("b");
        assertThat(tokens(with(user, "id", "no-id"))).isEmpty();
        assertThat(tokens(with(with(user, "offset", "1"), "limit", "1"))).containsExactly("b");
        operations.call("removetoken", with(user, "id", id));
        operations.call("removetoken", with(user, "name", "a"));
        assertThat(tokens(user)).containsExactly("c");
        assertThat(tokens(Map.of("limit", "1000"))).contains("c");
    }

    private List<String> tokens(Map<String, String> parameters) {
        return operations.call("tokens", parameters).asList().stream()
                .map(token -> token.get("name").asString())
                .toList();
    }

    private static Map<String, String> with(Map<String, String> parameters, String name, String value) {
        Map<String, String> more = new TreeMap<>(parameters);
        more.put(name, value);
        return more;
    }

    static Stream<Arguments> refusals() {
        Map<String, String> user = Map.of("username", "USER");
        Map<String, String> fresh = Map.of("username", "new", "password", GOOD, "roles", "viewer");
        Map<String, String> token = Map.of("username", "USER", "name", "x");
        return Stream.of(
                refusal("createsuperuser", "needs password", Map.of("username", "new")),
                refusal("createsuperuser", "already a user", Map.of("username", "USER", "password", GOOD)),
                refusal("createsuperuser", "12 to 256", Map.of("username", "new", "password", "short")),
                refusal("createsuperuser", "name", Map.of("username", "new-user-name", "password", "New-User-Name")),
                refusal("adduser", "needs password", Map.of("username", "new", "roles", "viewer")),
                refusal("adduser", "no role 'root'", with(fresh, "roles", "admin,root")),
                refusal("adduser", "at least one role", with(fresh, "roles", ",")),
                refusal("adduser", "username has", with(fresh, "username", "with:colon")),
                refusal("adduser", "email", with(fresh, "email", "nowhere")),
                refusal("adduser", "language", with(fresh, "language", "fr")),
                refusal("setuser", "no user nobody", Map.of("username", "nobody")),
                refusal("setuser", "at least one role", with(user, "roles", "")),
                refusal("setuser", "12 to 256", with(user, "password", "x".repeat(257))),
                refusal("removeuser", "no user nobody", Map.of("username", "nobody")),
                refusal("tokens", "no user nobody", Map.of("username", "nobody")),
                refusal("users", "limit", Map.of("limit", "1001")),
                refusal("addtoken", "no user nobody", with(token, "username", "nobody")),
                refusal("addtoken", "has a token there already", with(token, "name", "there")),
                refusal("addtoken", "no role", with(token, "roles", "root")),
                refusal("addtoken", "days", with(token, "days", "3651")),
                refusal("addtoken", "not both", with(with(token, "days", "1"), "expires", "2030-01-31T00:00:00Z")),
                refusal("addtoken", "such as", with(token, "expires", "tomorrow")),
                refusal("removetoken", "exactly one of", user),
                refusal("removetoken", "no such token", token),
                refusal("removetoken", "no such token", with(user, "id", "00000000-0000-0000-0000-000000000000")),
                refusal("removetoken", "no such token", with(user, "id", "no-id")));
    }

    private static Arguments refusal(String operation, String word, Map<String, String> parameters) {
        return Arguments.of(operation, word, parameters);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void what_makes_no_sense_is_refused_in_words(String operation, String word, Map<String, String> parameters) {
        Person person = users.add("viewer");
        users.token(person, "there", Map.of());
        Map<String, String> actual = new TreeMap<>(parameters);
        actual.replaceAll((name, value) -> value.equals("USER") ? person.username() : value);

        assertThatThrownBy(() -> operations.call(operation, actual))
                .isInstanceOf(OperationRejected.class)
                .hasMessageContaining(word)
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain(GOOD));
    }
}
