package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.ShellCommand;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The command of operators, run as they run it. */
@OnTestbed
class ShellIT {

    private final Testbed testbed;
    private final ShellCommand shell;
    private Pool pool;

    ShellIT(Testbed testbed) {
        this.testbed = testbed;
        shell = new ShellCommand(
                Path.of(System.getProperty("b3lb.server.home")),
                testbed.server().managementPort());
    }

    @BeforeEach
    void makePool() {
        pool = testbed.newPool(0);
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    @Test
    void a_node_is_added_with_named_values_and_its_secret_from_standard_input() throws Exception {
        String slug = testbed.names().name("node");

        ShellCommand.Result added = shell.run(
                "my-secret\n",
                "addnode",
                "--slug",
                slug,
                "--secret",
                "-",
                "--cluster",
                pool.cluster(),
                "--maintenance");

        assertThat(added.status()).as(added.toString()).isZero();
        assertThat(ModelNode.fromJSONString(added.out()).get("slug").asString()).isEqualTo(slug);
        assertThat(added.out() + added.err()).doesNotContain("my-secret");
    }

    @Test
    void a_node_is_added_with_plain_values_as_in_b3lb() throws Exception {
        String slug = testbed.names().name("node");

        ShellCommand.Result added = shell.run("", "addnode", slug, slug + ".example.org", "my-secret", pool.cluster());

        assertThat(added.status()).as(added.toString()).isZero();
        assertThat(ModelNode.fromJSONString(added.out()).get("api").asString())
                .isEqualTo("https://" + slug + ".example.org:443/bigbluebutton/api/");
        testbed.operations().call("maintenance", Map.of("slug", slug, "on", "true"));
    }

    @Test
    void secrets_are_added_and_shown_as_in_b3lb() throws Exception {
        ShellCommand.Result added = shell.run("", "addsecrets", pool.tenant(), "1-2");
        ShellCommand.Result shown = shell.run("", "gettenantsecrets", pool.tenant());

        assertThat(added.status()).as(added.toString()).isZero();
        String secret = ModelNode.fromJSONString(added.out())
                .get(pool.tenant() + "-001")
                .asString();
        assertThat(ModelNode.fromJSONString(shown.out())
                        .get(pool.tenant() + "-001")
                        .get("secret")
                        .asString())
                .isEqualTo(secret);
    }

    @Test
    void status_is_a_table_with_the_columns_of_scalelite() throws Exception {
        pool.addNodes(1);

        ShellCommand.Result status = shell.run("", "status", "--table");

        assertThat(status.status()).as(status.toString()).isZero();
        String[] lines = status.out().split("\n");
        assertThat(Arrays.asList(lines[0].strip().split(" {2,}|\\s*\\|\\s*|\\s+")))
                .containsExactly("HOSTNAME", "STATE", "STATUS", "MEETINGS", "USERS", "LARGEST-MEETING", "VIDEOS");
        assertThat(lines).anySatisfy(line -> assertThat(line)
                .contains("localhost:" + pool.nodes().get(0).port(), "enabled", "online"));
    }

    @Test
    void a_refusal_ends_with_status_1_and_the_reason_on_the_error_stream() throws Exception {
        ShellCommand.Result refused = shell.run("", "addcluster", pool.cluster());

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err().strip()).isEqualTo("There is already a cluster " + pool.cluster() + ".");
    }

    @Test
    void what_is_not_understood_ends_with_status_2() throws Exception {
        assertThat(shell.run("", "nonsense").status()).isEqualTo(2);
        ShellCommand.Result missing = shell.run("", "addnode", "--slug", "x");
        assertThat(missing.status()).isEqualTo(2);
        assertThat(missing.err()).contains("addnode needs");
    }

    @Test
    void a_server_that_is_not_there_ends_with_status_3() throws Exception {
        ShellCommand away = new ShellCommand(
                Path.of(System.getProperty("b3lb.server.home")), testbed.ports().draw());

        ShellCommand.Result result = away.run("", "status");

        assertThat(result.status()).isEqualTo(3);
        assertThat(result.err().strip().lines()).hasSize(1);
    }

    @Test
    void help_names_every_operation() throws IOException, InterruptedException {
        ShellCommand.Result help = shell.run("", "--help");

        assertThat(help.status()).isZero();
        assertThat(help.out())
                .contains(
                        "addcluster",
                        "addclustergroup",
                        "addnode",
                        "setnode",
                        "maintenance",
                        "poll",
                        "servers",
                        "status",
                        "addtenant",
                        "addsecrets",
                        "gettenantsecrets",
                        "getloadvalues");
    }
}
