package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.b3lb.fakenode.Parameters;
import dev.b3lb.testbed.BbbAnswer;
import dev.b3lb.testbed.BbbClient;
import dev.b3lb.testbed.BbbSignature;
import dev.b3lb.testbed.HttpAnswer;
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
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What operators decide about the parameters of a tenant's calls reaches the nodes. */
@OnTestbed
class ParameterRulesIT {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final Testbed testbed;
    private final Operations operations;
    private Pool pool;

    ParameterRulesIT(Testbed testbed) {
        this.testbed = testbed;
        operations = testbed.operations();
    }

    /** The ways in which a create carries its parameters. */
    enum Way {
        QUERY {
            @Override
            HttpAnswer send(BbbClient client, String parameters) throws IOException {
                return client.send("GET", "create", parameters);
            }
        },
        QUERY_BY_POST {
            @Override
            HttpAnswer send(BbbClient client, String parameters) throws IOException {
                return client.send("POST", "create", parameters);
            }
        },
        FORM_BODY {
            @Override
            HttpAnswer send(BbbClient client, String parameters) throws IOException {
                return client.post("create", "", FORM, parameters);
            }
        },
        BESIDE_AN_XML_BODY {
            @Override
            HttpAnswer send(BbbClient client, String parameters) throws IOException {
                return client.post("create", parameters, "text/xml", "<modules/>");
            }
        };

        abstract HttpAnswer send(BbbClient client, String parameters) throws IOException;
    }

    @BeforeEach
    void makePool() {
        pool = testbed.newPool(1);
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    private ModelNode rule(String parameter, String mode) {
        return operations.call(
                "setparameter", Map.of("tenant-slug", pool.tenant(), "parameter", parameter, "mode", mode));
    }

    private ModelNode rule(String parameter, String mode, String value) {
        return operations.call(
                "setparameter",
                Map.of("tenant-slug", pool.tenant(), "parameter", parameter, "mode", mode, "value", value));
    }

    private List<String> rules() {
        return operations.call("parameters", Map.of("tenant-slug", pool.tenant(), "limit", "1000")).asList().stream()
                .map(rule -> rule.get("parameter").asString() + " "
                        + rule.get("mode").asString() + " " + rule.get("value").asString())
                .toList();
    }

    /** What the node gets of a create. */
    private Parameters created(String more) throws IOException {
        return created(Way.QUERY, pool.client(), more);
    }

    private Parameters created(Way way, BbbClient client, String more) throws IOException {
        HttpAnswer answer = way.send(client, "meetingID=the-room&name=Room" + more);
        assertThat(BbbAnswer.of(answer).succeeded()).as(answer.toString()).isTrue();
        return pool.nodes().get(0).requests().last("create").orElseThrow().parameters();
    }

    /** Where a join sends the browser. */
    private String joined(String more) throws IOException {
        return pool.client()
                .send("GET", "join", "meetingID=the-room&fullName=Eve&role=MODERATOR" + more)
                .location()
                .orElseThrow()
                .getQuery();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void block_takes_a_parameter_of_a_create_away(Way way) throws IOException {
        rule("welcome", "BLOCK");

        Parameters received = created(way, pool.client(), "&welcome=Hi&bannerText=x");

        assertThat(received.raw("welcome")).isEmpty();
        assertThat(received.raw("bannerText")).contains("x");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void set_gives_a_parameter_that_a_create_does_not_have(Way way) throws IOException {
        rule("bannerColor", "SET", "#102030");
        rule("welcome", "SET", "Grüße & mehr");

        Parameters received = created(way, pool.client(), "&bannerColor=%23abcdef");

        assertThat(received.raw("bannerColor")).contains("#abcdef");
        assertThat(received.raw("welcome")).contains("Grüße & mehr");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void override_gives_a_parameter_in_place_of_the_clients(Way way) throws IOException {
        rule("muteOnStart", "OVERRIDE", "true");
        rule("maxParticipants", "OVERRIDE", "20");

        Parameters received = created(way, pool.client(), "&muteOnStart=false");

        assertThat(received.asMap().get("muteOnStart")).containsExactly("true");
        assertThat(received.asMap().get("maxParticipants")).containsExactly("20");
    }

    @Test
    void what_a_client_sends_empty_is_sent() throws IOException {
        rule("welcome", "SET", "Hello");

        assertThat(created("&welcome=").raw("welcome")).contains("");
    }

    @Test
    void a_text_may_be_set_to_nothing() throws IOException {
        rule("welcome", "OVERRIDE", "");

        assertThat(created("&welcome=Hello").raw("welcome")).contains("");
    }

    @Test
    void rules_about_joins_decide_where_the_browser_goes() throws IOException {
        Rooms.create(pool.client(), "the-room");
        rule("guest", "BLOCK");
        rule("role", "OVERRIDE", "VIEWER");
        rule("avatarURL", "SET", "https://example.org/face.png");
        rule("userdata-bbb_auto_join_audio", "SET", "true");
        rule("userdata-bbb_client_title", "OVERRIDE", "Our school");
        rule("userdata-own", "BLOCK");

        String query = joined("&guest=true&userdata-bbb_auto_join_audio=false&userdata-own=1&userdata-other=2");

        assertThat(query)
                .contains(
                        "fullName=Eve",
                        "role=VIEWER",
                        "avatarURL=https://example.org/face.png",
                        "userdata-bbb_auto_join_audio=false",
                        "userdata-bbb_client_title=Our+school",
                        "userdata-other=2")
                .doesNotContain("guest=", "MODERATOR", "userdata-own");
    }

    @Test
    void rules_about_joins_decide_where_a_failed_one_leads_but_not_for_strangers() throws IOException {
        rule("errorRedirectUrl", "BLOCK");
        rule("logoutURL", "OVERRIDE", "https://example.org/bye");
        String query = "meetingID=no-room&fullName=Eve&errorRedirectUrl=https%3A%2F%2Ffront.example%2Ferror";

        assertThat(pool.client()
                        .send("GET", "join", query)
                        .location()
                        .orElseThrow()
                        .toString())
                .startsWith("https://example.org/bye?errors=");
        BbbClient stranger = pool.client().signing(new BbbSignature("SHA-1", "wrong"));
        assertThat(stranger.send("GET", "join", query).location()).isEmpty();
    }

    @Test
    void a_rule_about_both_calls_acts_on_both_and_one_about_one_on_that_one_only() throws IOException {
        rule("logoutURL", "OVERRIDE", "https://example.org/bye");
        rule("role", "BLOCK");
        rule("welcome", "BLOCK");

        Parameters received = created("&role=x");
        String query = pool.client()
                .send("GET", "join", "meetingID=the-room&fullName=Eve&password=p&welcome=x")
                .location()
                .orElseThrow()
                .getQuery();

        assertThat(received.raw("logoutURL")).contains("https://example.org/bye");
        assertThat(received.raw("role")).contains("x");
        assertThat(query).contains("logoutURL=https://example.org/bye", "welcome=x");
    }

    @ParameterizedTest
    @CsvSource({
        "BLOCK, '', ''",
        "SET, ours, theirs",
        "OVERRIDE, ours, ours",
    })
    void metadata_is_meant_in_any_case(String mode, String value, String expected) throws IOException {
        ModelNode rule = mode.equals("BLOCK") ? rule("meta_Course", mode) : rule("meta_Course", mode, value);

        created("&meta_COURSE=theirs");

        assertThat(rule.get("parameter").asString()).isEqualTo("meta_course");
        assertThat(Rooms.ask(pool.client(), "getMeetingInfo", "the-room").value("metadata/course"))
                .isEqualTo(expected);
    }

    @Test
    void a_rule_may_choose_the_node_by_its_tag() throws IOException {
        rule("meta_server-tag", "OVERRIDE", "missing!");

        assertThat(Rooms.create(pool.client(), "the-room").messageKey()).isEqualTo("serverTagUnavailable");
    }

    @Test
    void another_tenants_calls_stay_as_they_are() throws IOException {
        rule("welcome", "OVERRIDE", "Hello");

        try (SecondTenant other = SecondTenant.in(testbed, pool)) {
            assertThat(created(Way.QUERY, other.client(), "&welcome=Theirs").raw("welcome"))
                    .contains("Theirs");
            assertThat(operations
                            .call("parameters", Map.of("tenant-slug", other.slug()))
                            .asList())
                    .isEmpty();
        }
    }

    @Test
    void rules_hold_for_all_of_a_tenants_secrets() throws IOException {
        rule("welcome", "BLOCK");

        BbbClient one = pool.client(1, pool.addSecret(1));

        assertThat(created(Way.QUERY, one, "&welcome=Hi").raw("welcome")).isEmpty();
    }

    @Test
    void a_new_rule_takes_the_place_of_the_old_one_and_is_in_force_at_once() throws IOException {
        rule("welcome", "SET", "first");
        rule("welcome", "OVERRIDE", "second");

        assertThat(created("&welcome=x").raw("welcome")).contains("second");
        assertThat(rules()).containsExactly("welcome OVERRIDE second");
    }

    @Test
    void a_rule_that_is_removed_is_gone_at_once() throws IOException {
        rule("meta_Course", "OVERRIDE", "ours");
        rule("welcome", "BLOCK");

        ModelNode removed =
                operations.call("removeparameter", Map.of("tenant-slug", pool.tenant(), "parameter", "meta_COURSE"));

        assertThat(removed.get("value").asString()).isEqualTo("ours");
        assertThat(rules()).containsExactly("welcome BLOCK ");
        assertThat(created("").raw("meta_course")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bannerColor | SET | red | bannerColor must be a colour as #rrggbb, e.g. #0f4c81.",
                "record | OVERRIDE | maybe | record must be true or false.",
                "logo | SET | ftp://x | logo must be an address that begins with http:// or https://",
                "role | SET | '' | role must be MODERATOR or VIEWER.",
                "welcome | SET | | SET needs a value: welcome must be a text of up to 4000 characters",
                "welcome | BLOCK | x | BLOCK takes no value",
                "meetingID | BLOCK | | There can be no rule about meetingID; knownparameters lists",
                "password | SET | x | There can be no rule about password;",
                "userdata-a b | SET | x | There can be no rule about userdata-a b;",
                "nonsense | SET | x | There can be no rule about nonsense;",
                "meta_B3LB-id | SET | x | meta_B3LB-id is b3lb's own",
                "meta_b3lb-recordset | BLOCK | | meta_b3lb-recordset is b3lb's own",
                "welcome | REMOVE | | mode must be one of BLOCK, SET, OVERRIDE",
            })
    void what_makes_no_rule_is_refused_with_a_sentence(String parameter, String mode, String value, String sentence) {
        Map<String, String> arguments =
                new TreeMap<>(Map.of("tenant-slug", pool.tenant(), "parameter", parameter, "mode", mode));
        if (value != null) {
            arguments.put("value", value);
        }

        assertThatThrownBy(() -> operations.call("setparameter", arguments))
                .isInstanceOf(OperationRejected.class)
                .extracting(refused -> ((OperationRejected) refused).reason())
                .asString()
                .contains(sentence);
        assertThat(rules()).isEmpty();
    }

    @Test
    void a_rule_that_is_not_there_cannot_be_removed() {
        assertThatThrownBy(() -> operations.call(
                        "removeparameter", Map.of("tenant-slug", pool.tenant(), "parameter", "welcome")))
                .isInstanceOf(OperationRejected.class)
                .hasMessageContaining(pool.tenant() + " has no rule about welcome; parameters lists its rules.");
    }

    @Test
    void a_tenant_has_at_most_500_rules_which_can_still_be_changed() throws SQLException {
        try (Connection connection = testbed.postgres().connect();
                PreparedStatement statement = connection.prepareStatement("""
                        insert into b3lb.parameter_rule (id, version, tenant_id, parameter, mode)
                        select gen_random_uuid(), 0, id, 'userdata-n' || number, 'BLOCK'
                        from b3lb.tenant, generate_series(1, 500) as number where slug = ?""")) {
            statement.setString(1, pool.tenant());
            statement.executeUpdate();
        }

        assertThatThrownBy(() -> rule("welcome", "BLOCK"))
                .isInstanceOf(OperationRejected.class)
                .hasMessageContaining(pool.tenant() + " has 500 rules already");
        assertThat(rule("userdata-n500", "SET", "x").get("mode").asString()).isEqualTo("SET");
        assertThat(rules()).hasSize(500);
    }

    @Test
    void operators_can_see_what_there_can_be_rules_about() {
        assertThat(operations.call("knownparameters", Map.of("call", "join")).asList())
                .hasSizeGreaterThan(50)
                .allSatisfy(known -> assertThat(known.get("calls").asString()).contains("join"))
                .anySatisfy(known -> {
                    assertThat(known.get("parameter").asString()).isEqualTo("role");
                    assertThat(known.get("kind").asString()).isEqualTo("role");
                    assertThat(known.get("allowed").asString()).isEqualTo("MODERATOR or VIEWER");
                });
        assertThat(operations.call("knownparameters").asList())
                .extracting(known -> known.get("parameter").asString())
                .contains("muteOnStart", "userdata-bbb_custom_style");
    }

    @Test
    void the_shell_makes_and_lists_rules() throws IOException, InterruptedException {
        ShellCommand shell = new ShellCommand(
                Path.of(System.getProperty("b3lb.server.home")),
                testbed.server().managementPort());

        ShellCommand.Result made = shell.run("", "setparameter", pool.tenant(), "duration", "SET", "90");
        ShellCommand.Result blocked = shell.run("", "setparameter", pool.tenant(), "welcome", "BLOCK");
        ShellCommand.Result listed = shell.run("", "parameters", pool.tenant(), "--table");

        assertThat(made.status()).as(made.toString()).isZero();
        assertThat(blocked.status()).as(blocked.toString()).isZero();
        assertThat(listed.out()).contains("PARAMETER", "duration", "SET", "90", "welcome", "BLOCK");
        assertThat(rules()).containsExactly("duration SET 90", "welcome BLOCK ");
    }
}
