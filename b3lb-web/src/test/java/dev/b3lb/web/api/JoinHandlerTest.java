package dev.b3lb.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.BbbError;
import dev.b3lb.bbb.NodeFailure;
import dev.b3lb.bbb.QueryParameters;
import dev.b3lb.bbb.RoomIds;
import dev.b3lb.branding.AssetKind;
import dev.b3lb.node.NodeHealth;
import dev.b3lb.node.ScriptedCalls;
import dev.b3lb.parameter.RuleMode;
import dev.b3lb.parameter.TenantRule;
import dev.b3lb.settings.SomeSettings;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JoinHandlerTest extends HandlerFixture {

    private final JoinHandler handler =
            new JoinHandler(world.places(), world.joins(), calls, configurations, brand, settings);

    @Test
    void the_browser_is_sent_to_the_node_with_a_checksum_of_the_nodes() {
        URI target = redirect("fullName=J%C3%B6rg+M&meetingID=room&role=VIEWER&createTime=17&anything=else");
        QueryParameters sent =
                QueryParameters.parse("fullName=J%C3%B6rg+M&meetingID=room&role=VIEWER&createTime=17&anything=else");
        assertThat(target).isEqualTo(node.endpoint().signed("join", sent));
        assertThat(calls.asked()).isEmpty();
    }

    @Test
    void the_tenants_style_sheet_goes_along() {
        assets.put(acme.tenantId(), AssetKind.CSS, "a.css", new byte[] {'a'});

        assertThat(redirect("meetingID=room&role=VIEWER").getQuery())
                .contains("userdata-bbb_custom_style_url=https://b3lb.example/b3lb/t/acme/css");
    }

    @ParameterizedTest
    @EnumSource(value = NodeHealth.class, names = "DOWN", mode = EnumSource.Mode.EXCLUDE)
    void joins_go_on_unless_the_node_is_down(NodeHealth health) {
        health(health);
        assertThat(redirect("meetingID=room").getHost()).isEqualTo("a.example");
    }

    @Test
    void nobody_is_sent_to_a_node_that_is_down() {
        health(NodeHealth.DOWN);
        assertFailed(join("meetingID=room"), "serverUnavailable");
    }

    @ParameterizedTest
    @CsvSource({
        "'', missingParamMeetingID",
        "meetingID=, missingParamMeetingID",
        "meetingID=x, sizeError",
        "'meetingID=a,b', validationError",
        "meetingID=other, notFound"
    })
    void what_is_no_meeting_gets_bbbs_error(String query, String messageKey) {
        assertFailed(join(query), messageKey);
    }

    @Test
    void the_nodes_own_id_means_the_same_meeting() {
        assertThat(redirect("meetingID=0123-17").getQuery()).startsWith("meetingID=room&checksum=");
    }

    @Test
    void an_id_that_a_node_could_take_for_the_beginning_of_another_goes_as_the_nodes_own() {
        world.open(acme, node, "beef", "4567-18");
        assertThat(redirect("meetingID=beef").getQuery()).startsWith("meetingID=4567-18&checksum=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userdata-",
                "userdata-1x",
                "userdata-a%20b",
                "userdata-%3Cx%3E",
                "userdata-a:b",
                "userdataX-my%20key",
                "userdata-1-"
            })
    void user_data_whose_name_would_spoil_lists_is_left_out(String name) {
        assertThat(redirect("meetingID=room&" + name + "=x").getQuery()).startsWith("meetingID=room&checksum=");
    }

    @Test
    void user_data_goes_along_by_the_name_that_rules_and_nodes_know() {
        configurations.rules(acme, new TenantRule("userdata-bbb_hide_presentation", RuleMode.BLOCK, ""));
        assertThat(redirect("meetingID=room&userdataX-bbb_hide_presentation=true&userdata%20Y-b=1&userdata-c-=2")
                        .getQuery())
                .startsWith("meetingID=room&userdata-b=1&userdata-c=2&checksum=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fullName=A%0Bb", "fullName=A%EF%BF%BFb", "userID=%00", "userdataX-a=%1B"})
    void what_no_list_can_hold_is_refused(String parameter) {
        assertFailed(join("meetingID=room&" + parameter), "validationError");
    }

    @Test
    void other_user_data_goes_along() {
        assertThat(redirect("meetingID=room&userdata-bbb_color=x").getQuery())
                .startsWith("meetingID=room&userdata-bbb_color=x&checksum=");
    }

    @Test
    void without_a_redirect_the_node_is_asked_for_the_client() {
        calls.on(node, ApiCall.JOIN, ScriptedCalls.answer("<returncode>SUCCESS</returncode><url>u</url>"));
        assertThat(xml(join("meetingID=room&redirect=FALSE&userdata-1=x"))).contains("<url>u</url>");
        assertThat(calls.asked().get(0).request().parameters())
                .isEqualTo(QueryParameters.parse("meetingID=room&redirect=FALSE"));
    }

    @Test
    void the_tenants_rules_decide_what_goes_to_the_node() {
        configurations.rules(
                acme,
                new TenantRule("role", RuleMode.OVERRIDE, "VIEWER"),
                new TenantRule("muteOnStart", RuleMode.BLOCK, ""));
        assertThat(redirect("meetingID=room&role=MODERATOR&muteOnStart=x").getQuery())
                .startsWith("meetingID=room&muteOnStart=x&role=VIEWER&checksum=");
    }

    @Test
    void a_rule_may_decide_whether_the_browser_is_sent_on() {
        configurations.rules(acme, new TenantRule("redirect", RuleMode.BLOCK, ""));
        assertThat(redirect("meetingID=room&redirect=false").getQuery()).startsWith("meetingID=room&checksum=");
    }

    @Test
    void without_a_redirect_and_an_answer_the_server_is_unavailable() {
        calls.on(node, ApiCall.JOIN, ScriptedCalls.failure(NodeFailure.Kind.TIMEOUT));
        assertFailed(join("meetingID=room&redirect=false"), "serverUnavailable");
    }

    @ParameterizedTest
    @CsvSource({
        "STATUS, 'The server of this meeting answered with an error, not with a session.'",
        "UNREADABLE, The server of this meeting gave an answer that cannot be read.",
        "TOO_LARGE, The server of this meeting gave an answer that cannot be read.",
    })
    void a_node_that_answers_anything_is_not_called_offline(NodeFailure.Kind kind, String message) {
        calls.on(node, ApiCall.JOIN, ScriptedCalls.failure(kind));
        assertThat(join("meetingID=room&redirect=false"))
                .isEqualTo(new ApiAnswer.Failed(BbbError.internalError(message)));
    }

    @Test
    void the_conference_to_speak_in_is_not_the_clients_to_choose() {
        configurations.rules(acme, new TenantRule("webVoiceConf", RuleMode.OVERRIDE, "71112"));
        assertThat(redirect("meetingID=room&webVoiceConf=71111").getQuery()).startsWith("meetingID=room&checksum=");
        assertThat(joinWhereDiallingInIsAllowed("meetingID=room").getQuery())
                .startsWith("meetingID=room&webVoiceConf=71112&checksum=");
    }

    private URI joinWhereDiallingInIsAllowed(String query) {
        JoinHandler allowing = new JoinHandler(
                world.places(),
                world.joins(),
                calls,
                configurations,
                brand,
                SomeSettings.with("B3LB_ALLOW_VOICE_BRIDGE", "true"));
        return ((ApiAnswer.Redirect) now(allowing.handle(request(ApiCall.JOIN, query)))).target();
    }

    @Test
    void without_a_redirect_a_node_that_refuses_our_secret_is_unavailable() {
        calls.on(node, ApiCall.JOIN, ScriptedCalls.failed("checksumError"));
        assertFailed(join("meetingID=room&redirect=false"), "serverUnavailable");
    }

    @Test
    void who_is_sent_to_the_node_counts_as_on_the_way() {
        redirect("meetingID=room");
        redirect("meetingID=0123-17");
        assertThat(world.joined(acme, "room")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"inside", "4567-18"})
    void a_room_inside_a_meeting_is_joined_by_its_own_id_and_nobody_more_is_expected_in_the_meeting(String id) {
        world.openRoom(acme, "room", new RoomIds("inside", "4567-18"));
        assertThat(redirect("meetingID=" + id).getQuery()).startsWith("meetingID=4567-18&checksum=");
        assertThat(world.joined(acme, "room")).isZero();
    }

    @Test
    void without_a_redirect_only_who_may_come_counts() {
        calls.on(node, ApiCall.JOIN, ScriptedCalls.answer("<returncode>SUCCESS</returncode><url>u</url>"));
        calls.on(node, ApiCall.JOIN, ScriptedCalls.failed("invalidPassword"));
        calls.on(node, ApiCall.JOIN, ScriptedCalls.failure(NodeFailure.Kind.TIMEOUT));
        join("meetingID=room&redirect=false");
        assertThat(world.joined(acme, "room")).isEqualTo(1);

        join("meetingID=room&redirect=false");
        join("meetingID=room&redirect=false");
        assertThat(world.joined(acme, "room")).isEqualTo(1);
    }

    @Test
    void who_cannot_be_sent_anywhere_does_not_count() {
        health(NodeHealth.DOWN);
        join("meetingID=room");
        assertThat(world.joined(acme, "room")).isZero();
    }

    @Test
    void a_redirect_shows_no_checksum_and_no_password() {
        assertThat(join("meetingID=room&password=hidden").toString())
                .doesNotContain("checksum")
                .doesNotContain("hidden");
    }

    private ApiAnswer join(String query) {
        return now(handler.handle(request(ApiCall.JOIN, query)));
    }

    private URI redirect(String query) {
        ApiAnswer answer = join(query);
        assertThat(answer).isInstanceOf(ApiAnswer.Redirect.class);
        return ((ApiAnswer.Redirect) answer).target();
    }
}
