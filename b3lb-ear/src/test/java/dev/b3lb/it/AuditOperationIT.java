package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.OperationRejected;
import dev.b3lb.testbed.Operations;
import dev.b3lb.testbed.Testbed;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading the audit records. */
@OnTestbed
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditOperationIT {

    private final Operations operations;
    private final String cluster;
    private final String node;

    AuditOperationIT(Testbed testbed) {
        operations = testbed.operations();
        cluster = testbed.names().name("cluster");
        node = testbed.names().name("node");
    }

    /** In maintenance, since there is no such node and the shared server is not to mind. */
    @BeforeAll
    void change() {
        operations.call("addcluster", Map.of("name", cluster));
        operations.call(
                "addnode", Map.of("slug", node, "secret", "not-shown-ever", "cluster", cluster, "maintenance", "true"));
        operations.call("setnode", Map.of("slug", node, "tag", "one"));
        operations.call("setnode", Map.of("slug", node, "tag", "two"));
    }

    private List<ModelNode> audit(String... namesAndValues) {
        Map<String, String> parameters = new HashMap<>(Map.of("subject", node));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return operations.call("audit", parameters).asList();
    }

    private static List<String> operations(List<ModelNode> records) {
        return records.stream()
                .map(record -> record.get("operation-name").asString())
                .toList();
    }

    @Test
    void records_come_newest_first_with_before_and_after_as_objects() {
        List<ModelNode> records = audit();

        assertThat(operations(records)).containsExactly("setnode", "setnode", "addnode");
        ModelNode newest = records.get(0);
        assertThat(newest.keys())
                .containsExactly("id", "at", "who", "door", "operation-name", "subject", "before", "after");
        assertThat(newest.get("before").get("tag").asString()).isEqualTo("one");
        assertThat(newest.get("after").get("tag").asString()).isEqualTo("two");
        assertThat(newest.get("door").asString()).isEqualTo("management");
        assertThat(newest.get("subject").asString()).isEqualTo("node " + node);
        assertThat(Instant.parse(newest.get("at").asString()))
                .isBefore(Instant.now().plusSeconds(60));
        assertThat(records.get(2).get("before").keys()).isEmpty();
        assertThat(records.toString()).doesNotContain("not-shown-ever");
    }

    @Test
    void offset_and_limit_give_a_page() {
        assertThat(operations(audit("offset", "1", "limit", "1"))).containsExactly("setnode");
        assertThat(operations(audit("offset", "2"))).containsExactly("addnode");
        assertThat(operations(audit("offset", "3"))).isEmpty();
    }

    @Test
    void filters_leave_out_what_does_not_fit() {
        ModelNode first = audit().get(2);

        assertThat(operations(audit("operation-name", "setnode"))).hasSize(2);
        assertThat(operations(audit("door", "rest"))).isEmpty();
        assertThat(operations(audit("door", "management"))).hasSize(3);
        assertThat(operations(audit("who", "nobody"))).isEmpty();
        assertThat(operations(audit("who", first.get("who").asString()))).hasSize(3);
        assertThat(operations
                        .call("audit", Map.of("id", first.get("id").asString()))
                        .asList())
                .containsExactly(first);
    }

    @Test
    void a_span_of_time_takes_its_beginning_and_leaves_out_its_end() {
        String second = audit().get(1).get("at").asString();

        assertThat(operations(audit("since", second))).containsExactly("setnode", "setnode");
        assertThat(operations(audit("until", second))).containsExactly("addnode");
        assertThat(audit("since", "2000-01-01T01:00:00+01:00")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "since, yesterday, since must be a moment",
        "until, 2030-01-31T13:45:00, until must be a moment",
        "limit, 1001, limit must be",
        "door, window, door must be one of",
        "id, many, id must be a whole number"
    })
    void what_makes_no_sense_is_refused(String name, String value, String words) {
        assertThatThrownBy(() -> operations.call("audit", Map.of(name, value)))
                .isInstanceOf(OperationRejected.class)
                .hasMessageContaining(words);
    }
}
