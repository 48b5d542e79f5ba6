package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.b3lb.testbed.ManagementUser;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.OperationRejected;
import dev.b3lb.testbed.Operations;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.ServerPlan;
import dev.b3lb.testbed.ShellCommand;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A server with WildFly's roles, its audit log and a talkative log: who may do what, and what is written down. */
@OnTestbed
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManagementAccessIT {

    private static final Path HOME = Path.of(System.getProperty("b3lb.server.home"));
    private static final List<String> ROLES = List.of("Monitor", "Operator", "Administrator");

    private final Testbed testbed;
    private final Map<String, ManagementUser> users = new TreeMap<>();
    private final Map<String, Operations> as = new TreeMap<>();
    private OwnServer own;
    private Pool pool;

    ManagementAccessIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeAll
    void start() {
        ROLES.forEach(role -> users.put(
                role, new ManagementUser("user" + role, testbed.names().secret())));
        own = OwnServer.start(testbed, "access", this::withUsers);
        pool = own.newPool(1);
        configure();
        own.server().close();
        own.server().restart();
        users.forEach((role, user) -> as.put(role, new Operations(own.server().managementPort(), user)));
    }

    private ServerPlan withUsers(ServerPlan plan) {
        ServerPlan changed = plan;
        for (ManagementUser user : users.values()) {
            changed = changed.with(user);
        }
        return changed;
    }

    private void configure() {
        try (Operations management = new Operations(own.server().managementPort())) {
            ModelNode access = address("core-service", "management", "access", "authorization");
            for (String role : ROLES) {
                ModelNode mapping = access.clone().add("role-mapping", role);
                management.call(mapping, "add", Map.of());
                management.call(
                        mapping.clone().add("include", "user"),
                        "add",
                        Map.of("name", users.get(role).name(), "type", "USER"));
            }
            write(management, access, "provider", "rbac");
            ModelNode audit = address("core-service", "management", "access", "audit", "logger", "audit-log");
            write(management, audit, "log-read-only", "true");
            write(management, audit, "enabled", "true");
            management.call(address("subsystem", "logging", "logger", "org.jboss.as"), "add", Map.of("level", "DEBUG"));
            management.call(
                    address("subsystem", "logging", "logger", "dev.b3lb.management"), "add", Map.of("level", "DEBUG"));
        }
    }

    private static ModelNode address(String... pairs) {
        ModelNode address = new ModelNode();
        for (int i = 0; i < pairs.length; i += 2) {
            address.add(pairs[i], pairs[i + 1]);
        }
        return address;
    }

    private static void write(Operations management, ModelNode address, String name, String value) {
        management.call(address, "write-attribute", Map.of("name", name, "value", value));
    }

    @AfterAll
    void stop() {
        as.values().forEach(Operations::close);
        own.close();
    }

    private String slug() {
        return pool.slugs().get(0);
    }

    private void assertMay(String role, String operation, Map<String, String> arguments) {
        assertThatCode(() -> as.get(role).call(operation, arguments)).doesNotThrowAnyException();
    }

    private void assertMayNot(String role, String operation, String needed, Map<String, String> arguments) {
        assertThatThrownBy(() -> as.get(role).call(operation, arguments))
                .isInstanceOf(OperationRejected.class)
                .extracting(refused -> ((OperationRejected) refused).reason())
                .asString()
                .isEqualTo("You may not call %s: it takes the role %s or one above it.".formatted(operation, needed));
    }

    @Test
    void monitors_may_only_look_at_what_is_not_secret() {
        assertMay("Monitor", "servers", Map.of());
        assertMay("Monitor", "figures", Map.of());
        assertMayNot(
                "Monitor",
                "maintenance",
                "operator, which is WildFly's role Operator",
                Map.of("slug", slug(), "on", "true"));
        assertMayNot("Monitor", "gettenantsecrets", "admin, which is WildFly's role Administrator", Map.of());
        assertMayNot("Monitor", "addcluster", "admin, which is WildFly's role Administrator", Map.of("name", "theirs"));
    }

    @Test
    void operators_may_do_what_keeps_the_pool_running() {
        assertMay("Operator", "servers", Map.of());
        assertMay("Operator", "maintenance", Map.of("slug", slug(), "on", "false"));
        assertMay("Operator", "poll", Map.of("slug", slug()));
        assertMayNot("Operator", "gettenantsecrets", "admin, which is WildFly's role Administrator", Map.of());
        assertMayNot(
                "Operator", "addcluster", "admin, which is WildFly's role Administrator", Map.of("name", "theirs"));
    }

    @Test
    void administrators_may_do_everything() {
        assertMay("Administrator", "servers", Map.of());
        assertMay("Administrator", "poll", Map.of("slug", slug()));
        assertMay("Administrator", "gettenantsecrets", Map.of());
        assertMay("Administrator", "addcluster", Map.of("name", testbed.names().name("cluster")));
    }

    @Test
    void the_application_reads_the_servers_figures_whatever_roles_people_have() throws Exception {
        assertThat(new AdminClient(own.server().httpPort())
                        .get(
                                Testbed.BASE_DOMAIN,
                                "/b3lb/metrics/server",
                                AdminClient.Login.scraper().header())
                        .text())
                .containsPattern("database_connections\\{.*} [1-9]")
                .doesNotContain("NaN");
    }

    @Test
    void monitors_may_read_the_attributes() {
        ModelNode subsystem = address("subsystem", "b3lb");

        ModelNode read = as.get("Monitor").call(subsystem, "read-resource", Map.of("include-runtime", "true"));

        assertThat(read.get("deployed").asBoolean()).isTrue();
        assertThat(read.get("nodes").asInt()).isEqualTo(1);
        assertThat(read.get("settings", "B3LB_API_BASE_DOMAIN").asString()).isEqualTo(Testbed.BASE_DOMAIN);
        assertThat(as.get("Monitor")
                        .call(subsystem, "read-attribute", Map.of("name", "settings.B3LB_API_BASE_DOMAIN"))
                        .asString())
                .isEqualTo(Testbed.BASE_DOMAIN);
    }

    @Test
    void the_shell_calls_as_the_user_it_is_given() throws Exception {
        ManagementUser monitor = users.get("Monitor");
        ShellCommand shell = new ShellCommand(
                HOME, own.server().managementPort(), Map.of("B3LB_MANAGEMENT_PASSWORD", monitor.password()));

        assertThat(shell.run("", "status", "--user", monitor.name()).status()).isZero();
        ShellCommand.Result refused = shell.run("", "addcluster", "theirs", "--user", monitor.name());
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).startsWith("You may not call addcluster: ").hasLineCount(1);
        ShellCommand wrong = new ShellCommand(
                HOME, own.server().managementPort(), Map.of("B3LB_MANAGEMENT_PASSWORD", "not-the-password"));
        assertThat(wrong.run("", "status", "--user", monitor.name()).status()).isEqualTo(3);
    }

    @Test
    void calls_of_the_shell_are_logged_without_secrets_and_files() throws Exception {
        ShellCommand shell = new ShellCommand(HOME, own.server().managementPort());
        String fromInput = testbed.names().secret();
        String fromLine = testbed.names().secret();
        String refused = testbed.names().secret();
        Path css = Files.writeString(testbed.workplace().part("access-css").resolve("look.css"), ".x{color:#13579b}");

        assertThat(shell.run(fromInput + "\n", "setnode", slug(), "--secret", "-")
                        .status())
                .isZero();
        assertThat(shell.run("", "setnode", slug(), "--secret", fromLine).status())
                .isZero();
        assertThat(shell.run("", "setnode", "no-such-node", "--secret", refused).status())
                .isEqualTo(1);
        assertThat(shell.run("", "setasset", pool.tenant(), "css", css.toString())
                        .status())
                .isZero();

        String log = auditLog();
        assertThat(log).contains("\"setnode\"", "\"setasset\"", "no-such-node", "look.css");
        for (String secret : List.of(fromInput, fromLine, refused, "13579b", "LnhkY29sb3I")) {
            assertThat(log).doesNotContain(secret);
            assertThat(ServerLog.whole(own.server()).text()).doesNotContain(secret);
        }
        assertThat(ServerLog.whole(own.server()).text()).contains(" DEBUG ");
    }

    @Test
    void the_cli_sends_a_secret_from_a_file_so_that_no_log_holds_it() throws Exception {
        String secret = testbed.names().secret();
        Path file = Files.writeString(testbed.workplace().part("access-secret").resolve("secret"), secret + "\n");

        String said = cli("/subsystem=b3lb:setnode(slug=" + slug() + ",secret-from=" + file + ")");

        assertThat(said).contains("\"outcome\" => \"success\"");
        assertThat(auditLog()).contains("secret-from").doesNotContain(secret);
        as.get("Administrator").call("poll", Map.of("slug", slug()));
        assertThat(Reports.of(pool, pool.nodes().get(0)).get("last-error").asString())
                .contains("wrong secret");
    }

    private String cli(String command) throws IOException, InterruptedException {
        Path out = Files.createTempFile("b3lb-cli", ".txt");
        ProcessBuilder builder = new ProcessBuilder(
                        HOME.resolve("bin/jboss-cli.sh").toAbsolutePath().toString(),
                        "-c",
                        "--controller=127.0.0.1:" + own.server().managementPort(),
                        command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        // The CLI keeps a history of commands in the home folder
        builder.environment()
                .put("JAVA_OPTS", "-Duser.home=" + testbed.workplace().part("access-home"));
        Process process = builder.start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("jboss-cli.sh did not end");
        }
        return Files.readString(out);
    }

    private String auditLog() throws IOException {
        return Files.readString(own.server().directory().resolve("data/audit-log.log"));
    }
}
