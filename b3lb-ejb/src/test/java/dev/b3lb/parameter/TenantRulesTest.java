package dev.b3lb.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.QueryParameters;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TenantRulesTest {

    private static String applied(ApiCall call, String query, TenantRule... rules) {
        return new TenantRules(List.of(rules))
                .apply(call, QueryParameters.parse(query))
                .encode();
    }

    private static TenantRule block(String parameter) {
        return new TenantRule(parameter, RuleMode.BLOCK, "");
    }

    private static TenantRule set(String parameter, String value) {
        return new TenantRule(parameter, RuleMode.SET, value);
    }

    private static TenantRule override(String parameter, String value) {
        return new TenantRule(parameter, RuleMode.OVERRIDE, value);
    }

    @Test
    void block_takes_every_occurrence_away() {
        assertThat(applied(ApiCall.CREATE, "logo=a&name=R&logo=b", block("logo")))
                .isEqualTo("name=R");
    }

    @Test
    void set_gives_what_was_not_sent() {
        assertThat(applied(ApiCall.CREATE, "name=R", set("duration", "60"))).isEqualTo("name=R&duration=60");
    }

    @ParameterizedTest
    @CsvSource({"duration=5&name=R", "duration=&name=R"})
    void set_leaves_what_was_sent_even_when_it_is_empty(String query) {
        assertThat(applied(ApiCall.CREATE, query, set("duration", "60"))).isEqualTo(query);
    }

    @Test
    void override_gives_its_value_once_in_place_of_all_others() {
        assertThat(applied(ApiCall.JOIN, "role=MODERATOR&meetingID=r&role=x", override("role", "VIEWER")))
                .isEqualTo("meetingID=r&role=VIEWER");
        assertThat(applied(ApiCall.JOIN, "meetingID=r", override("role", "VIEWER")))
                .isEqualTo("meetingID=r&role=VIEWER");
    }

    @Test
    void metadata_is_meant_in_any_case() {
        String query = "meta_Tag=a&META_TAG=b&meta_tag2=c";
        assertThat(applied(ApiCall.CREATE, query, block("meta_tag"))).isEqualTo("meta_tag2=c");
        assertThat(applied(ApiCall.CREATE, query, set("meta_tag", "x"))).isEqualTo(query);
        assertThat(applied(ApiCall.CREATE, query, override("meta_tag", "x"))).isEqualTo("meta_tag2=c&meta_tag=x");
    }

    @Test
    void other_names_are_meant_as_they_are_written() {
        assertThat(applied(ApiCall.CREATE, "Record=true&record=true", block("record")))
                .isEqualTo("Record=true");
        assertThat(applied(ApiCall.JOIN, "userdata-A=1&userdata-a=2", block("userdata-a")))
                .isEqualTo("userdata-A=1");
    }

    @Test
    void user_data_is_meant_whatever_stands_before_the_hyphen() {
        String query = "userdataX-bbb_hide_presentation=a&userdata-bbb_hide_presentation-=b&userdata-other=c";
        String name = "userdata-bbb_hide_presentation";
        assertThat(applied(ApiCall.JOIN, query, block(name))).isEqualTo("userdata-other=c");
        assertThat(applied(ApiCall.JOIN, query, set(name, "x"))).isEqualTo(query);
        assertThat(applied(ApiCall.JOIN, query, override(name, "x"))).isEqualTo("userdata-other=c&" + name + "=x");
    }

    @Test
    void blanks_and_control_characters_around_a_name_do_not_hide_it() {
        assertThat(applied(ApiCall.CREATE, "+record=true&record%00=true&%0Arecord+=1", block("record")))
                .isEmpty();
    }

    @Test
    void rules_act_on_the_calls_of_their_parameters_only() {
        TenantRule[] rules = {override("muteOnStart", "true"), override("role", "VIEWER"), block("logoutURL")};
        assertThat(applied(ApiCall.CREATE, "role=x&muteOnStart=y&logoutURL=z", rules))
                .isEqualTo("role=x&muteOnStart=true");
        assertThat(applied(ApiCall.JOIN, "role=x&muteOnStart=y&logoutURL=z", rules))
                .isEqualTo("muteOnStart=y&role=VIEWER");
    }

    @ParameterizedTest
    @EnumSource(
            value = ApiCall.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CREATE", "JOIN"})
    void other_calls_stay_as_they_are(ApiCall call) {
        assertThat(applied(call, "record=1&role=x&meta_a=b", block("record"), block("role"), override("meta_a", "c")))
                .isEqualTo("record=1&role=x&meta_a=b");
    }

    @Test
    void a_rule_about_what_is_not_known_does_nothing() {
        assertThat(applied(ApiCall.CREATE, "meetingID=r", override("meetingID", "other"), set("nonsense", "x")))
                .isEqualTo("meetingID=r");
    }
}
