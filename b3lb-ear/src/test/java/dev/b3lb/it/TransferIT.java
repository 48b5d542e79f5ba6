package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.OperationRejected;
import dev.b3lb.testbed.Operations;
import dev.b3lb.testbed.Testbed;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The whole configuration as one document: out, and in again. On a server of its own, whose whole configuration it is. */
@OnTestbed
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransferIT {

    private static final String CSS = Base64.getEncoder().encodeToString("body {}".getBytes(StandardCharsets.UTF_8));

    private final Testbed testbed;
    private OwnServer own;
    private Operations operations;
    private String document;
    private String name;
    private String tenant;
    private String tokenHash;

    TransferIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeAll
    void start() {
        own = OwnServer.start(testbed, "transfer", plan -> plan);
        operations = own.operations();
    }

    @AfterAll
    void stop() {
        own.close();
    }

    @AfterEach
    void removeAll() {
        String nothing = "b3lb: 1\nclusters: []\ncluster-groups: []\nnodes: []\ntenants: []\nusers: []\n";
        imported(nothing, "delete-missing", "true");
    }

    @BeforeEach
    void writeDocument() {
        name = testbed.names().name("site");
        tenant = testbed.names().tenant();
        tokenHash = Sha256.hex(testbed.names().secret());
        document = """
                b3lb: 1
                clusters:
                  - {name: NAME, meeting-factor: 12.5, sha: sha512, description: "Süd: eins"}
                cluster-groups:
                  - {name: NAME, clusters: [NAME]}
                nodes:
                  - {slug: NAME, cluster: NAME, secret: secret-of-NAME, domain: example.org, maintenance: true, note: new}
                tenants:
                  - slug: TENANT
                    cluster-group: NAME
                    meeting-limit: 7
                    secrets:
                      - {sub-id: 0, secret: 0123456789012345678901234567890123456789-0}
                      - {sub-id: 5, secret: 0123456789012345678901234567890123456789-5, attendee-limit: 3}
                    parameters:
                      - {parameter: record, mode: OVERRIDE, value: "false"}
                      - {parameter: welcome, mode: BLOCK}
                    assets:
                      - {kind: css, file-name: a.css, file: CSS}
                users:
                  - username: NAME
                    roles: [operator, metrics]
                    password-hash: HASH
                    tokens:
                      - {name: ansible, roles: [operator], token-hash: TOKEN, expires: ""}
                """.replace("TENANT", tenant)
                .replace("NAME", name)
                .replace("CSS", CSS)
                .replace("HASH", hashOfSomebody())
                .replace("TOKEN", tokenHash);
    }

    private String hashOfSomebody() {
        String username = testbed.names().name("user");
        operations.call(
                "adduser",
                Map.of("username", username, "password", testbed.names().secret(), "roles", "viewer"));
        return operations.call("export", Map.of("assets", "false")).get("users").asList().stream()
                .filter(user -> user.get("username").asString().equals(username))
                .map(user -> user.get("password-hash").asString())
                .findFirst()
                .orElseThrow();
    }

    private ModelNode imported(String text, String... more) {
        Map<String, String> arguments = new HashMap<>();
        arguments.put("file", Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        for (int i = 0; i < more.length; i += 2) {
            arguments.put(more[i], more[i + 1]);
        }
        return operations.call("import", arguments);
    }

    private static List<String> differences(ModelNode reply) {
        return reply.get("differences").asList().stream()
                .map(one -> one.get("action").asString() + " " + one.get("what").asString())
                .toList();
    }

    @Test
    void a_document_makes_all_that_it_names_and_a_second_time_nothing() {
        ModelNode first = imported(document);
        ModelNode second = imported(document);

        assertThat(first.get("applied").asBoolean()).isTrue();
        assertThat(first.get("added").asInt()).isEqualTo(11);
        assertThat(differences(first))
                .startsWith("add cluster " + name, "add cluster group " + name, "add node " + name)
                .contains("add rule record of " + tenant, "add file css of " + tenant, "add token ansible of " + name);
        assertThat(differences(second)).isEmpty();
        assertThat(second.get("unchanged").asInt()).isEqualTo(11);
        ModelNode secrets = operations.call("gettenantsecrets", Map.of("tenant-slug", tenant));
        assertThat(secrets.get(tenant + "-005").get("secret").asString()).endsWith("-5");
        assertThat(operations
                        .call("nodes", Map.of("slug", name))
                        .get(0)
                        .get("note")
                        .asString())
                .isEqualTo("new");
    }

    @Test
    void what_nobody_sees_around_secrets_of_a_document_does_not_count() {
        String odd = document.replace("secret-of-" + name, "\"\\uFEFFsecret-of-" + name + "\\u00A0\\u200B\"")
                .replace("0123456789-0}", "0123456789-0\u00A0}");

        assertThat(imported(odd).get("added").asInt()).isEqualTo(11);
        assertThat(differences(imported(odd))).isEmpty();
        assertThat(differences(imported(document))).isEmpty();
    }

    @Test
    void a_dry_run_shows_the_difference_without_secrets_and_changes_nothing() {
        ModelNode shown = imported(document, "dry-run", "true");

        assertThat(shown.get("applied").asBoolean()).isFalse();
        assertThat(shown.get("added").asInt()).isEqualTo(11);
        assertThat(shown.toJSONString(true))
                .contains("not shown", "12.5")
                .doesNotContain("secret-of-", "0123456789", tokenHash, CSS);
        assertThat(operations.call("clusters", Map.of("name", name)).asList()).isEmpty();
    }

    @Test
    void only_what_differs_is_changed_and_recorded() {
        imported(document);

        ModelNode reply = imported(document.replace("meeting-limit: 7", "meeting-limit: 8")
                .replace("mode: OVERRIDE, value: \"false\"", "mode: SET, value: \"true\""));

        assertThat(differences(reply)).containsExactly("change tenant " + tenant, "change rule record of " + tenant);
        assertThat(reply.get("differences").get(0).get("fields").keys()).containsExactly("meeting-limit");
        assertThat(operations
                        .call("audit", Map.of("subject", tenant, "limit", "1"))
                        .get(0)
                        .get("operation-name")
                        .asString())
                .isEqualTo("setparameter");
    }

    @Test
    void one_thing_that_is_refused_keeps_all_others_from_being_made() {
        String wrong = document.replace("domain: example.org", "domain: example.org, port: 70000");

        assertThatThrownBy(() -> imported(wrong))
                .isInstanceOf(OperationRejected.class)
                .hasMessageContaining("node " + name)
                .hasMessageContaining("port is from 1 to 65535");
        assertThat(operations.call("clusters", Map.of("name", name)).asList()).isEmpty();
    }

    @Test
    void what_a_list_leaves_out_is_taken_away_if_that_is_wanted() {
        imported(document);
        String less = "b3lb: 1\ntenants: [{slug: %s, secrets: [{sub-id: 5}], parameters: []}]".formatted(tenant);

        assertThat(differences(imported(less))).isEmpty();
        assertThat(differences(imported(less, "delete-missing", "true")))
                .containsExactlyInAnyOrder(
                        "remove secret 0 of " + tenant,
                        "remove rule record of " + tenant,
                        "remove rule welcome of " + tenant);
        assertThat(operations
                        .call("gettenantsecrets", Map.of("tenant-slug", tenant))
                        .keys())
                .containsExactly(tenant + "-005");
    }

    @Test
    void a_difference_that_somebody_has_changed_since_is_not_applied() {
        String seen = imported(document, "dry-run", "true")
                .get("configuration-version")
                .asString();
        operations.call("addcluster", Map.of("name", testbed.names().name("cluster")));

        assertThatThrownBy(() -> imported(document, "configuration-version", seen))
                .isInstanceOf(OperationRejected.class)
                .hasMessageContaining("has been changed since");
    }

    @Test
    void an_export_is_a_document_that_changes_nothing() {
        imported(document);
        String yaml = operations
                .call("export", Map.of("format", "yaml"))
                .get("document")
                .asString();

        ModelNode reply = imported(yaml, "dry-run", "true", "delete-missing", "true");

        assertThat(yaml).contains("slug: " + name, "Süd: eins");
        assertThat(differences(reply)).isEmpty();
    }

    @Test
    void an_export_without_secrets_holds_none_and_leaves_them_alone() {
        imported(document);
        ModelNode export = operations.call("export", Map.of("format", "json", "secrets", "false"));
        String json = export.get("document").asString();

        assertThat(json).contains(name).doesNotContain("secret-of-", "0123456789-5", "password-hash", "stats-token");
        assertThat(differences(imported(json, "dry-run", "true", "delete-missing", "true")))
                .isEmpty();
    }

    @Test
    void what_is_no_document_is_refused() {
        assertThatThrownBy(() -> imported("nodes: []")).hasMessageContaining("must say 'b3lb: 1'");
        assertThatThrownBy(() -> imported("b3lb: 1\nnodse: []")).hasMessageContaining("no field nodse");
        assertThatThrownBy(() -> operations.call("import", Map.of("file", "*"))).hasMessageContaining("base64");
        assertThatThrownBy(() -> operations.call("export", Map.of("format", "xml")))
                .hasMessageContaining("format");
    }
}
