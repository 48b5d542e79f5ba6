package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.b3lb.testbed.BbbClient;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.OperationRejected;
import dev.b3lb.testbed.Operations;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.ShellCommand;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changing tenants and their secrets. */
@OnTestbed
class TenantChangesIT {

    private static final String FIRST = "first-secret-of-a-front-end-0123456789";
    private static final String SECOND = "second-secret-of-a-front-end-0123456789";

    private final Testbed testbed;
    private final Operations operations;
    private Pool pool;

    TenantChangesIT(Testbed testbed) {
        this.testbed = testbed;
        operations = testbed.operations();
    }

    @BeforeEach
    void makePool() {
        pool = testbed.newPool(0);
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    private ModelNode setTenant(Map<String, String> fields) {
        Map<String, String> arguments = new TreeMap<>(fields);
        arguments.put("slug", pool.tenant().toLowerCase(Locale.ROOT));
        return operations.call("settenant", arguments);
    }

    private ModelNode setSecret(Map<String, String> fields) {
        Map<String, String> arguments = new TreeMap<>(fields);
        arguments.put("tenant-slug", pool.tenant());
        arguments.putIfAbsent("sub-id", "0");
        return operations.call("setsecret", arguments);
    }

    private boolean opens(String secret) throws IOException {
        BbbClient client = pool.client(0, secret);
        return client.get("getMeetings").succeeded();
    }

    private String audited(String subject) throws SQLException {
        try (Connection connection = testbed.postgres().connect();
                PreparedStatement statement = connection.prepareStatement("""
                        select before::text || ' ' || after::text from b3lb.audit
                        where subject = ? order by id desc limit 1""")) {
            statement.setString(1, subject);
            try (ResultSet rows = statement.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return rows.getString(1);
            }
        }
    }

    @Test
    void settenant_changes_what_is_named_and_nothing_else() {
        setTenant(Map.of("description", "A school", "meeting-limit", "7", "record-hold-days", "0"));

        ModelNode tenant =
                setTenant(Map.of("attendee-limit", "90", "recording-enabled", "true", "record-by-default", "true"));

        assertThat(tenant.get("slug").asString()).isEqualTo(pool.tenant());
        assertThat(tenant.get("description").asString()).isEqualTo("A school");
        assertThat(tenant.get("cluster-group").asString()).isEqualTo(pool.group());
        assertThat(tenant.get("meeting-limit").asInt()).isEqualTo(7);
        assertThat(tenant.get("attendee-limit").asInt()).isEqualTo(90);
        assertThat(tenant.get("recording-enabled").asBoolean()).isTrue();
        assertThat(tenant.get("record-by-default").asBoolean()).isTrue();
        assertThat(tenant.get("record-hold-days").asInt()).isZero();
        assertThat(tenant.has("stats-token")).isFalse();
    }

    @Test
    void settenant_moves_new_meetings_to_the_nodes_of_another_group() throws IOException {
        try (Pool other = testbed.newPool(1)) {
            assertThat(Rooms.create(pool.client(), "the-room").succeeded()).isFalse();

            setTenant(Map.of("cluster-group", other.group()));

            assertThat(Rooms.create(pool.client(), "the-room").succeeded()).isTrue();
            assertThat(Rooms.running(other, "the-room")).hasSize(1);
        }
    }

    @Test
    void settenant_leaves_a_record_with_before_and_after() throws SQLException {
        setTenant(Map.of("description", "old"));
        setTenant(Map.of("description", "new"));

        assertThat(audited("tenant " + pool.tenant())).contains("\"old\"", "\"new\"");
    }

    @Test
    void setsecret_changes_what_is_named_and_nothing_else() throws IOException {
        String secret = pool.addSecret(7);
        setSecret(Map.of("sub-id", "7", "description", "A room", "meeting-limit", "3"));

        ModelNode changed = setSecret(Map.of(
                "sub-id", "007", "attendee-limit", "25", "recording-enabled", "false", "record-hold-days", "30"));

        assertThat(changed.get("tenant-slug").asString()).isEqualTo(pool.tenant());
        assertThat(changed.get("sub-id").asInt()).isEqualTo(7);
        assertThat(changed.get("description").asString()).isEqualTo("A room");
        assertThat(changed.get("meeting-limit").asInt()).isEqualTo(3);
        assertThat(changed.get("attendee-limit").asInt()).isEqualTo(25);
        assertThat(changed.get("recording-enabled").asBoolean()).isFalse();
        assertThat(changed.get("record-hold-days").asInt()).isEqualTo(30);
        assertThat(pool.client(7, secret).get("getMeetings").succeeded()).isTrue();
    }

    @Test
    void a_new_secret_takes_the_place_of_the_old_one_at_once() throws IOException {
        setSecret(Map.of("secret", FIRST));

        assertThat(opens(FIRST)).isTrue();
        assertThat(pool.client().get("getMeetings").messageKey()).isEqualTo("checksumError");
    }

    @Test
    void a_second_secret_is_valid_beside_the_first_until_it_is_taken_away() throws IOException {
        assertThat(opens(SECOND)).isFalse();

        assertThat(setSecret(Map.of("secret2", SECOND)).get("has-secret2").asBoolean())
                .isTrue();
        assertThat(opens(SECOND)).isTrue();
        assertThat(pool.client().get("getMeetings").succeeded()).isTrue();

        assertThat(setSecret(Map.of("secret2", "")).get("has-secret2").asBoolean())
                .isFalse();
        assertThat(opens(SECOND)).isFalse();
        assertThat(opens("")).isFalse();
        assertThat(pool.client().get("getMeetings").succeeded()).isTrue();
    }

    @Test
    void neither_results_nor_records_nor_the_log_hold_a_secret() throws IOException, SQLException {
        String first = testbed.names().secret() + FIRST;
        String second = testbed.names().secret() + SECOND;
        ServerLog log = ServerLog.fromNow(testbed.server());

        ModelNode result = setSecret(Map.of("secret", first, "secret2", second));

        String record = audited("secret " + pool.tenant() + "-000");
        assertThat(result.toJSONString(true)).doesNotContain(first, second);
        assertThat(record).contains("set anew").doesNotContain(first, second);
        assertThat(log.text()).doesNotContain(first, second);
        setSecret(Map.of("secret2", ""));
        assertThat(audited("secret " + pool.tenant() + "-000")).contains("taken away");
    }

    @Test
    void the_shell_reads_a_new_secret_from_standard_input() throws IOException, InterruptedException {
        ShellCommand shell = new ShellCommand(
                Path.of(System.getProperty("b3lb.server.home")),
                testbed.server().managementPort());

        ShellCommand.Result changed = shell.run(SECOND + "\n", "setsecret", pool.tenant(), "0", "--secret2", "-");

        assertThat(changed.status()).as(changed.toString()).isZero();
        assertThat(changed.out() + changed.err()).doesNotContain(SECOND);
        assertThat(opens(SECOND)).isTrue();
    }

    @Test
    void what_nobody_sees_around_a_secret_does_not_count() throws IOException {
        setSecret(Map.of("secret", "\uFEFF\u00A0" + FIRST + "\u200B\r\n", "secret2", " " + SECOND + "\u00AD"));

        assertThat(opens(FIRST)).isTrue();
        assertThat(opens(SECOND)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "settenant | slug | NOBODY | There is no tenant NOBODY",
                "settenant | cluster-group | nowhere | There is no cluster group nowhere",
                "settenant | attendee-limit | -1 | attendee-limit is 0 (no limit) or more",
                "settenant | record-hold-days | -1 | record-hold-days is 0 (for ever) or more",
                "setsecret | tenant-slug | NOBODY | There is no tenant NOBODY",
                "setsecret | sub-id | 9 | has no secret with sub id 9; addsecrets makes one.",
                "setsecret | secret | '' | a secret has 32 to 128 printable characters and no white space",
                "setsecret | secret | short | a secret has 32 to 128 printable characters and no white space",
                "setsecret | secret2 | with blanks in it, although it is long enough | a second secret has 32",
                "setsecret | secret | although\u00A0it-is-long-enough-and-looks-whole | a secret has 32 to 128 printable",
                "setsecret | secret2 | although\u3164it-is-long-enough-and-looks-whole | a second secret has 32",
                "setsecret | meeting-limit | -1 | meeting-limit is 0 (no limit) or more",
            })
    void what_makes_no_sense_is_refused_with_a_sentence(String operation, String name, String value, String sentence)
            throws IOException {
        ServerLog log = ServerLog.fromNow(testbed.server());

        assertThatThrownBy(() -> changeOne(operation, name, value))
                .isInstanceOf(OperationRejected.class)
                .extracting(refused -> ((OperationRejected) refused).reason())
                .asString()
                .contains(sentence)
                .doesNotContain("although");
        assertThat(log.stackTraces()).isEmpty();
        assertThat(pool.client().get("getMeetings").succeeded()).isTrue();
    }

    private void changeOne(String operation, String name, String value) {
        Map<String, String> arguments = new TreeMap<>();
        arguments.put(operation.equals("settenant") ? "slug" : "tenant-slug", pool.tenant());
        if (operation.equals("setsecret")) {
            arguments.put("sub-id", "0");
        }
        arguments.put(name, value);
        operations.call(operation, arguments);
    }
}
