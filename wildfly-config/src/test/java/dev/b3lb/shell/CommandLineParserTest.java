package dev.b3lb.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.b3lb.management.Catalogue;
import dev.b3lb.management.Operation;
import dev.b3lb.management.Parameter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineParserTest {

    private final Catalogue catalogue = Catalogue.load();

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
        assertThat(call.server().login()).isEmpty();
        assertThat(call.asTable()).isFalse();
        assertThat(call.limit()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void asks_the_server_that_it_is_given() throws UsageError {
        Map<String, String> environment = Map.of("B3LB_MANAGEMENT", "web1:1", "B3LB_MANAGEMENT_PASSWORD", "pw");

        assertThat(call("status", environment).server().place()).isEqualTo("web1:1");
        CommandLine.Call call = call("status --controller [::1]:2 --user eve --timeout 5 --table", environment);
        assertThat(call.server().host()).isEqualTo("::1");
        assertThat(call.server().login()).hasValue(new Login("eve", "pw"));
        assertThat(call.limit()).isEqualTo(Duration.ofSeconds(5));
        assertThat(call.asTable()).isTrue();
    }

    @Test
    void finds_requests_for_help_before_anything_else() throws UsageError {
        assertThat(parse("--help")).isEqualTo(new CommandLine.Help(Optional.empty()));
        assertThat(parse("addnode --help")).isEqualTo(new CommandLine.Help(catalogue.operation("addnode")));
        assertThat(parse("addnode x -h")).isEqualTo(new CommandLine.Help(catalogue.operation("addnode")));
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
        assertThatThrownBy(() -> new CommandLineParser(catalogue, Map.of()).parse(List.of()))
                .isInstanceOf(UsageError.class);
    }

    @Test
    void has_no_option_that_an_operation_needs() {
        assertThat(catalogue.operations())
                .flatExtracting(Operation::parameters)
                .extracting(Parameter::name)
                .doesNotContainAnyElementsOf(CommandLineParser.OWN_OPTIONS);
    }

    @Test
    void shows_no_value_when_printed() throws UsageError {
        assertThat(call("addnode a b hunter2 c").toString()).doesNotContain("hunter2");
    }

    private CommandLine.Call call(String line) throws UsageError {
        return call(line, Map.of());
    }

    private CommandLine.Call call(String line, Map<String, String> environment) throws UsageError {
        return (CommandLine.Call) new CommandLineParser(catalogue, environment).parse(List.of(line.split(" ")));
    }

    private CommandLine parse(String line) throws UsageError {
        return new CommandLineParser(catalogue, Map.of()).parse(List.of(line.split(" ")));
    }
}
