package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.b3lb.management.Catalogue;
import dev.b3lb.management.Operation;
import dev.b3lb.management.Parameter;
import dev.b3lb.testbed.HttpAnswer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.OperationRejected;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Every change leaves a record, and no record and no log line a secret. */
@OnTestbed
class AuditIT {

    private final Testbed testbed;

    AuditIT(Testbed testbed) {
        this.testbed = testbed;
    }

    private record Entry(String operation, String who, String door, String text) {}

    private List<Entry> entriesAbout(String word) throws SQLException {
        try (Connection connection = testbed.postgres().connect();
                PreparedStatement statement = connection.prepareStatement("""
                        select operation, who, door, subject || ' ' || before::text || ' ' || after::text
                        from b3lb.audit where position(? in subject || before::text || after::text) > 0
                        order by id""")) {
            statement.setString(1, word);
            List<Entry> entries = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    entries.add(new Entry(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
                }
            }
            return entries;
        }
    }

    @Test
    void changes_of_a_node_are_recorded_with_before_and_after() throws SQLException {
        try (Pool pool = testbed.newPool(1)) {
            String slug = pool.slugs().get(0);
            testbed.operations().call("setnode", Map.of("slug", slug, "tag", "old"));
            testbed.operations().call("setnode", Map.of("slug", slug, "tag", "new"));
            testbed.operations().call("maintenance", Map.of("slug", slug, "on", "true"));

            List<Entry> entries = entriesAbout(slug);

            assertThat(entries)
                    .extracting(Entry::operation)
                    .containsExactly("addnode", "poll", "setnode", "setnode", "maintenance");
            assertThat(entries).extracting(Entry::door).containsOnly("MANAGEMENT");
            assertThat(entries).extracting(Entry::who).doesNotContain("");
            assertThat(entries.get(3).text()).contains("\"old\"", "\"new\"");
        }
    }

    @Test
    void what_was_refused_or_tells_no_secret_is_not_recorded() throws SQLException {
        try (Pool pool = testbed.newPool(0)) {
            assertThatThrownBy(() -> testbed.operations()
                            .call("addnode", Map.of("slug", "refused!", "secret", "s", "cluster", pool.cluster())))
                    .isInstanceOf(OperationRejected.class);
            testbed.operations().call("secrets", Map.of("tenant-slug", pool.tenant()));

            assertThat(entriesAbout("refused!")).isEmpty();
            assertThat(entriesAbout(pool.tenant()))
                    .extracting(Entry::operation)
                    .containsExactly("addtenant", "addsecrets");
        }
    }

    /** Whoever adds an operation that tells secrets has to record that. */
    @Test
    void whatever_tells_secrets_without_changing_anything_is_recorded() throws SQLException, IOException {
        try (Pool pool = testbed.newPool(1)) {
            Users users = new Users(testbed);
            Users.Person person = users.add("viewer");
            String token = users.token(person, "script", Map.of());
            List<String> secrets = List.of(
                    pool.addSecret(1),
                    pool.nodes().get(0).secret(),
                    person.password(),
                    token,
                    Sha256.hex(token),
                    "PBKDF2WithHmacSHA512");
            List<String> telling = new ArrayList<>();
            for (Operation operation : Catalogue.load().operations()) {
                if (!operation.changes()) {
                    long before = records(operation.name());
                    Map<String, String> arguments = operation.parameters().stream()
                            .filter(Parameter::required)
                            .collect(Collectors.toMap(Parameter::name, parameter -> pool.tenant()));
                    // Other tests' tenants may have more files than a document holds
                    operation.parameter("assets").ifPresent(assets -> arguments.put(assets.name(), "false"));
                    String reply = testbed.operations()
                            .call(operation.name(), arguments)
                            .toString();
                    boolean tells = secrets.stream().anyMatch(reply::contains);
                    assertThat(records(operation.name()) - before)
                            .as(operation.name())
                            .isEqualTo(tells ? 1 : 0);
                    if (tells) {
                        telling.add(operation.name());
                    }
                }
            }
            assertThat(telling).containsExactlyInAnyOrder("export", "gettenantsecrets", "listalltenantsecrets");
        }
    }

    private long records(String operation) throws SQLException {
        try (Connection connection = testbed.postgres().connect();
                PreparedStatement statement =
                        connection.prepareStatement("select count(*) from b3lb.audit where operation = ?")) {
            statement.setString(1, operation);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    @Test
    void who_was_told_which_secrets_is_recorded_without_them() throws SQLException, IOException {
        try (Pool pool = testbed.newPool(0)) {
            String secret = pool.addSecret(1);
            Users users = new Users(testbed);
            Users.Person person = users.add("admin");

            HttpAnswer answer = new AdminClient(testbed.server().httpPort())
                    .call("gettenantsecrets", person.login(), "{\"tenant-slug\": \"%s\"}".formatted(pool.tenant()));

            assertThat(answer.text()).contains(secret);
            List<Entry> entries = entriesAbout(pool.tenant());
            Entry told = entries.get(entries.size() - 1);
            assertThat(told.operation()).isEqualTo("gettenantsecrets");
            assertThat(told.who()).isEqualTo(person.username());
            assertThat(told.door()).isEqualTo("REST");
            assertThat(told.text())
                    .startsWith("secrets of tenant " + pool.tenant())
                    .doesNotContain(secret);
        }
    }

    @Test
    void log_ins_are_recorded_once_in_a_while_and_can_be_left_out_of_the_list() throws SQLException, IOException {
        Users users = new Users(testbed);
        Users.Person person = users.add("viewer");
        String token = users.token(person, "script", Map.of());
        AdminClient client = new AdminClient(testbed.server().httpPort());
        for (int i = 0; i < 3; i++) {
            client.me(person.login());
            client.me(AdminClient.Login.bearer(token));
            client.me(AdminClient.Login.basic(person.username() + "x", person.password()));
        }
        Awaitility.await()
                .untilAsserted(() -> assertThat(entriesAbout(client.address())).hasSize(2));

        List<Entry> entries = entriesAbout(client.address());

        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.operation()).isEqualTo("log-in");
            assertThat(entry.who()).isEqualTo(person.username());
            assertThat(entry.door()).isEqualTo("REST");
            assertThat(entry.text()).doesNotContain(person.password(), token, Sha256.hex(token));
        });
        assertThat(entries.get(0).text()).contains("\"password\"");
        assertThat(entries.get(1).text()).contains("\"token\"");
        Map<String, String> hers = Map.of("who", person.username());
        assertThat(testbed.operations().call("audit", hers).asList()).hasSize(2);
        assertThat(testbed.operations()
                        .call("audit", Map.of("who", person.username(), "log-ins", "false"))
                        .asList())
                .isEmpty();
    }

    @Test
    void no_secret_gets_into_the_records_or_the_log() throws SQLException, IOException {
        try (Pool pool = testbed.newPool(1)) {
            String changed = testbed.names().secret();
            testbed.operations().call("setnode", Map.of("slug", pool.slugs().get(0), "secret", changed));
            String tenants = pool.addSecret(1);

            for (String secret : List.of(changed, tenants, pool.nodes().get(0).secret())) {
                assertThat(entriesAbout(secret)).isEmpty();
                assertThat(ServerLog.whole(testbed.server()).text()).doesNotContain(secret);
            }
        }
    }

    @Test
    void changes_of_users_and_tokens_are_recorded_without_passwords_and_hashes() throws SQLException, IOException {
        Users users = new Users(testbed);
        Users.Person person = users.add("viewer");
        String changed = testbed.names().secret();
        testbed.operations().call("setuser", Map.of("username", person.username(), "password", changed));
        String token = users.token(person, "script", Map.of());
        testbed.operations().call("removetoken", Map.of("username", person.username(), "name", "script"));
        testbed.operations().call("removeuser", Map.of("username", person.username()));

        List<Entry> entries = entriesAbout(person.username());

        assertThat(entries)
                .extracting(Entry::operation)
                .containsExactly("adduser", "setuser", "addtoken", "removetoken", "removeuser");
        assertThat(entries.get(1).text()).contains("set anew");
        assertThat(entries)
                .extracting(Entry::text)
                .noneMatch(text -> text.contains("PBKDF2") || text.contains(Sha256.hex(token)));
        for (String secret : List.of(person.password(), changed, token, Sha256.hex(token))) {
            assertThat(entriesAbout(secret)).isEmpty();
            assertThat(ServerLog.whole(testbed.server()).text()).doesNotContain(secret);
        }
    }
}
