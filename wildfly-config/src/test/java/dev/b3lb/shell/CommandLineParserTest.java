package dev.b3lb.shell;

import static dev.b3lb.shell.SampleOperations.operation;
import static dev.b3lb.shell.SampleOperations.parameter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.b3lb.management.Catalogue;
import dev.b3lb.management.Chapter;
import dev.b3lb.management.Operation;
import dev.b3lb.management.Parameter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineParserTest {

    private final Catalogue catalogue = Catalogue.load();

    @TempDir
    private Path home;

    private OwnFolder folder() {
        return new OwnFolder(home);
    }

    @Test
    void takes_parameters_by_name() throws UsageError {
        assertThat(call("addnode --slug bbb05 --secret s3 --cluster=main").arguments())
                .isEqualTo(Map.of("slug", "bbb05", "secret", "s3", "cluster", "main"));
    }

    @Test
    void takes_the_spellings_without_names() throws UsageError {
        assertThat(call("addnode bbb05 bbb05.example.com SECRET main").arguments())
                .isEqualTo(
                        Map.of("slug", "bbb05", "domain", "bbb05.example.com", "secret", "SECRET", "cluster", "main"));
        assertThat(call("addsecrets ACME 0-5").arguments()).isEqualTo(Map.of("tenant-slug", "ACME", "sub-id", "0-5"));
        assertThat(call("gettenantsecrets").arguments()).isEmpty();
        assertThat(call("gettenantsecrets ACME").arguments()).isEqualTo(Map.of("tenant-slug", "ACME"));
    }

    @Test
    void takes_both_together() throws UsageError {
        assertThat(call("addsecrets --meeting-limit 3 ACME 7").arguments())
                .isEqualTo(Map.of("meeting-limit", "3", "tenant-slug", "ACME", "sub-id", "7"));
    }

    @Test
    void takes_a_boolean_without_a_value_for_true() throws UsageError {
        assertThat(call("maintenance --on --slug a").arguments()).containsEntry("on", "true");
        assertThat(call("maintenance --on false --slug a").arguments()).containsEntry("on", "false");
        assertThat(call("maintenance --slug a --on").arguments()).containsEntry("on", "true");
    }

    @Test
    void takes_values_that_look_like_options() throws UsageError {
        assertThat(call("addcluster --name --odd").arguments()).containsEntry("name", "--odd");
        assertThat(call("addcluster -- --odd").arguments()).containsEntry("name", "--odd");
        assertThat(call("addcluster --name=a=b").arguments()).containsEntry("name", "a=b");
    }

    @Test
    void asks_the_local_server_for_json_unless_told_otherwise() throws UsageError {
        CommandLine.Call call = call("status");

        assertThat(call.server().place()).isEqualTo("127.0.0.1:9990");
        assertThat(call.server().folder()).hasValue(folder());
        assertThat(call.server().login()).isEmpty();
        assertThat(call.form().asTable()).isFalse();
        assertThat(call.limit()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void asks_the_server_that_it_is_given() throws UsageError {
        Map<String, String> environment = Map.of("B3LB_MANAGEMENT", "web1:1", "B3LB_MANAGEMENT_PASSWORD", "pw");

        assertThat(call("status", environment).server().place()).isEqualTo("web1:1");
        assertThat(call("status", environment).server().folder()).isEmpty();
        CommandLine.Call call = call("status --controller [::1]:2 --user eve --timeout 5 --table", environment);
        assertThat(call.server().host()).isEqualTo("::1");
        assertThat(call.server().login()).hasValue(new Login("eve", "pw"));
        assertThat(call.limit()).isEqualTo(Duration.ofSeconds(5));
        assertThat(call.form().asTable()).isTrue();
    }

    @Test
    void finds_requests_for_help_before_anything_else() throws UsageError {
        assertThat(parse("--help")).isEqualTo(new CommandLine.Help(Optional.empty()));
        assertThat(parse("addnode --help")).isEqualTo(new CommandLine.Help(catalogue.operation("addnode")));
        assertThat(parse("addnode x -h")).isEqualTo(new CommandLine.Help(catalogue.operation("addnode")));
    }

    @Test
    void waits_longer_for_an_operation_that_is_told_to_wait() throws UsageError {
        assertThat(call("maintenance --slug a --on --wait 600").limit()).isEqualTo(Duration.ofSeconds(720));
        assertThat(call("maintenance --slug a --on --wait 600 --timeout 5").limit())
                .isEqualTo(Duration.ofSeconds(605));
    }

    @Test
    void sends_the_reply_to_a_file_if_told_so() throws UsageError {
        assertThat(call("status").form()).isEqualTo(new CommandLine.Form(false, Optional.empty(), false));
        assertThat(call("status --output /tmp/x --overwrite").form())
                .isEqualTo(new CommandLine.Form(false, Optional.of(Path.of("/tmp/x")), true));
        assertThat(call("status --file /tmp/x").form().file()).hasValue(Path.of("/tmp/x"));
        assertThat(call("setasset ACME logo --file a.png").form().file()).isEmpty();
    }

    @Test
    void takes_the_format_of_a_file_from_its_name() throws UsageError {
        Operation export = operation("export", parameter("format", false, false, List.of("json", "yaml")));

        assertThat(call(export, "export --file a.yml").arguments()).isEqualTo(Map.of("format", "yaml"));
        assertThat(call(export, "export --file a.JSON").arguments()).isEqualTo(Map.of("format", "json"));
        assertThat(call(export, "export --file a.yaml --format json").arguments())
                .isEqualTo(Map.of("format", "json"));
        assertThat(call(export, "export --file yaml").arguments()).isEmpty();
        assertThat(call("status --file a.yaml").arguments()).isEmpty();
    }

    @Test
    void leaves_a_secret_that_is_missing_to_be_asked_for() throws UsageError {
        assertThat(call("addnode --slug a --cluster c").arguments()).isEqualTo(Map.of("slug", "a", "cluster", "c"));
    }

    @Test
    void understands_other_spellings_of_an_operation() throws UsageError {
        Operation poll = catalogue.operation("poll").orElseThrow();
        Operation spelled = new Operation(
                "poll",
                List.of("poll:all"),
                poll.text(),
                poll.role(),
                true,
                poll.reply(),
                poll.replyText(),
                poll.parameters(),
                List.of(),
                List.of(),
                poll.table());

        assertThat(call(spelled, "poll:all").operation()).isEqualTo(spelled);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing",
                "--table",
                "addnode",
                "addnode a b",
                "addnode --slug",
                "addnode --slug a --slug b",
                "addnode --slug a --cluster c --secret=",
                "status --output a --file b",
                "status --output=",
                "addsecrets ACME 0-5 --tenant-slug ACME",
                "status --colour red",
                "status --controller nowhere",
                "status --controller a:99999",
                "status --user eve",
                "status --timeout soon"
            })
    void refuses_what_makes_no_sense(String line) {
        assertThatThrownBy(() -> parse(line)).isInstanceOf(UsageError.class).hasMessageEndingWith(".");
    }

    @Test
    void refuses_an_empty_command_line() {
        assertThatThrownBy(() -> new CommandLineParser(catalogue, Map.of(), folder()).parse(List.of()))
                .isInstanceOf(UsageError.class);
    }

    @Test
    void has_no_option_that_an_operation_needs() {
        assertThat(catalogue.operations())
                .flatExtracting(Operation::parameters)
                .extracting(Parameter::name)
                .doesNotContainAnyElementsOf(OwnOptions.NAMES);
    }

    @Test
    void shows_no_value_when_printed() throws UsageError {
        assertThat(call("addnode a b hunter2 c").toString()).doesNotContain("hunter2");
    }

    private CommandLine.Call call(String line) throws UsageError {
        return call(line, Map.of());
    }

    private CommandLine.Call call(String line, Map<String, String> environment) throws UsageError {
        return (CommandLine.Call)
                new CommandLineParser(catalogue, environment, folder()).parse(List.of(line.split(" ")));
    }

    private CommandLine.Call call(Operation only, String line) throws UsageError {
        Catalogue small = new Catalogue(List.of(new Chapter("", List.of(only), List.of())));
        return (CommandLine.Call) new CommandLineParser(small, Map.of(), folder()).parse(List.of(line.split(" ")));
    }

    private CommandLine parse(String line) throws UsageError {
        return new CommandLineParser(catalogue, Map.of(), folder()).parse(List.of(line.split(" ")));
    }
}
