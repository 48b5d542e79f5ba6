package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    void what_was_refused_or_only_read_is_not_recorded() throws SQLException {
        try (Pool pool = testbed.newPool(0)) {
            assertThatThrownBy(() -> testbed.operations()
                            .call("addnode", Map.of("slug", "refused!", "secret", "s", "cluster", pool.cluster())))
                    .isInstanceOf(OperationRejected.class);
            testbed.operations().call("gettenantsecrets", Map.of("tenant-slug", pool.tenant()));

            assertThat(entriesAbout("refused!")).isEmpty();
            assertThat(entriesAbout(pool.tenant()))
                    .extracting(Entry::operation)
                    .containsExactly("addtenant", "addsecrets");
        }
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
