package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.ShellCommand;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command of operators, run as they run it. */
@OnTestbed
class ShellIT {

    private final Testbed testbed;
    private final ShellCommand shell;
    private Pool pool;

    ShellIT(Testbed testbed) {
        this.testbed = testbed;
        shell = new ShellCommand(home(), testbed.server().managementPort());
    }

    private static Path home() {
        return Path.of(System.getProperty("b3lb.server.home"));
    }

    @Test
    void it_asks_the_server_of_its_folder_where_its_settings_let_it_listen() throws Exception {
        String port = Integer.toString(testbed.server().managementPort());

        ShellCommand.Result found = ShellCommand.ofFolder(home(), Map.of("B3LB_MANAGEMENT_PORT", port))
                .run("", "instances");

        assertThat(found.err()).isEmpty();
        assertThat(found.status()).isZero();
    }

    @Test
    void it_does_nothing_at_a_server_of_another_folder_unless_that_was_named(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("bin"));
        Files.createDirectories(folder.resolve("conf"));
        Files.createSymbolicLink(folder.resolve("modules"), home().toRealPath().resolve("modules"));
        Files.copy(home().resolve("bin/b3lb.sh"), folder.resolve("bin/b3lb.sh"), StandardCopyOption.COPY_ATTRIBUTES);
        int port = testbed.server().managementPort();
        Files.writeString(folder.resolve("conf/b3lb.env"), "B3LB_MANAGEMENT_PORT=" + port + "\n");
        String cluster = testbed.names().name("cluster");

        ShellCommand.Result refused = ShellCommand.ofFolder(folder, Map.of()).run("", "addcluster", "--name", cluster);

        assertThat(refused.status()).isEqualTo(3);
        assertThat(refused.err())
                .contains("127.0.0.1:" + port + " runs from " + home().toRealPath())
                .contains("belongs to " + folder.toRealPath())
                .contains("nothing was done");
        assertThat(new ShellCommand(folder, port).run("", "clusters", "--table").out())
                .contains("name")
                .doesNotContain(cluster);
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
                "\uFEFFmy-secret\u00A0\r\n",
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
        ShellCommand.Result missing = shell.run("", "addnode", "--slug", "x", "--secret", "s");
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

    @Test
    void a_reply_goes_into_a_file_that_only_its_owner_may_read(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("secrets.json");

        ShellCommand.Result written = shell.run("", "gettenantsecrets", pool.tenant(), "--output", file.toString());

        assertThat(written.status()).as(written.toString()).isZero();
        assertThat(written.out()).isEmpty();
        assertThat(ModelNode.fromJSONString(Files.readString(file))
                        .get(pool.tenant() + "-000", "secret")
                        .asString())
                .isEqualTo(pool.secret());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(shell.run("", "status", "--output", file.toString()).status())
                .isEqualTo(2);
    }

    @Test
    void a_style_sheet_may_come_from_standard_input() throws Exception {
        ShellCommand.Result stored =
                shell.run(".a{}", "setasset", pool.tenant(), "css", "--file", "-", "--file-name", "a.css");

        assertThat(stored.status()).as(stored.toString()).isZero();
        assertThat(ModelNode.fromJSONString(stored.out()).get("size").asInt()).isEqualTo(4);
    }

    @Test
    void a_secret_that_is_missing_is_no_riddle() throws Exception {
        ShellCommand.Result missing = shell.run("", "addnode", "--slug", "x", "--cluster", pool.cluster());

        assertThat(missing.status()).isEqualTo(2);
        assertThat(missing.err()).startsWith("addnode needs secret: ").contains("Give --secret - ");
    }

    @Test
    void the_command_may_be_a_link_in_a_folder_whose_name_has_spaces(@TempDir Path folder) throws Exception {
        Path bin = Files.createDirectories(folder.resolve("my own/bin"));
        Path first = Files.createSymbolicLink(bin.resolve("one.sh"), shell.script());
        Files.createSymbolicLink(bin.resolve("b3lb.sh"), Path.of("one.sh"));

        ShellCommand linked =
                new ShellCommand(folder.resolve("my own"), testbed.server().managementPort());

        assertThat(first).isSymbolicLink();
        assertThat(linked.run("", "status").status()).isZero();
    }

    @Test
    void the_server_may_be_in_a_folder_whose_name_has_spaces(@TempDir Path folder) throws Exception {
        Path home = Files.createDirectories(folder.resolve("my own server"));
        Path real = Path.of(System.getProperty("b3lb.server.home")).toAbsolutePath();
        Files.createDirectories(home.resolve("bin"));
        Files.copy(shell.script(), home.resolve("bin/b3lb.sh"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createSymbolicLink(home.resolve("modules"), real.resolve("modules"));

        ShellCommand moved = new ShellCommand(home, testbed.server().managementPort());

        assertThat(moved.run("", "status").status()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"| true", "| head -n 1", ">&-", ">/dev/full"})
    void a_reader_that_goes_away_is_not_worth_a_word(String reader) throws Exception {
        Process process = new ProcessBuilder("sh", "-c", shell.script() + " --help " + reader).start();

        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(err).isEmpty();
    }

    @Test
    void the_whole_call_takes_little_of_the_processor() throws Exception {
        shell.run("", "status");

        ProcessBuilder builder =
                new ProcessBuilder("bash", "-c", "TIMEFORMAT='%U %S'; time " + shell.script() + " status >/dev/null");
        builder.environment()
                .put("B3LB_MANAGEMENT", "127.0.0.1:" + testbed.server().managementPort());
        Process process = builder.redirectErrorStream(true).start();
        // Wall-clock time would tell more of the tests beside this one
        String[] seconds = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .strip()
                .split(" ");

        assertThat(Double.parseDouble(seconds[0]) + Double.parseDouble(seconds[1]))
                .as("user and system seconds")
                .isLessThan(2);
    }
}
