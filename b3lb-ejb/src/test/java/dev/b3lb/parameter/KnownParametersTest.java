package dev.b3lb.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.WireText;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownParametersTest {

    @ParameterizedTest
    @CsvSource({
        "muteOnStart, create, BOOLEAN",
        "record, create, BOOLEAN",
        "lockSettingsDisableCam, create, BOOLEAN",
        "maxParticipants, create, NUMBER",
        "bannerColor, create, COLOUR",
        "logo, create, URL",
        "guestPolicy, create, GUEST_POLICY",
        "meetingLayout, create, LAYOUT",
        "disabledFeatures, create, TEXT",
        "logoutURL, 'create, join', URL",
        "role, join, ROLE",
        "guest, join, BOOLEAN",
        "enforceLayout, join, LAYOUT",
        "userdata-bbb_auto_join_audio, join, BOOLEAN",
        "userdata-bbb_custom_style_url, join, URL",
        "userdata-bbb_override_default_locale, join, LOCALE",
        "userdata-bbb_preferred_camera_profile, join, CAMERA_PROFILE",
        "userdata-bbb_fullaudio_bridge, join, AUDIO_BRIDGE",
        "userdata-bbb_client_title, join, TEXT",
    })
    void knows_calls_and_kinds(String name, String calls, ParameterKind kind) {
        KnownParameter known = KnownParameters.find(name).orElseThrow();
        assertThat(KnownParameters.all()).contains(known);
        assertThat(known.callNames()).isEqualTo(calls);
        assertThat(known.kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "meetingID",
                "fullName",
                "firstName",
                "lastName",
                "userID",
                "password",
                "attendeePW",
                "moderatorPW",
                "checksum",
                "createTime",
                "parentMeetingID",
                "isBreakout",
                "sequence",
                "existingUserID",
                "replaceSessionToken",
                "sessionName",
                "sessionToken"
            })
    void what_names_a_person_a_meeting_or_a_session_is_not_among_them(String name) {
        assertThat(KnownParameters.find(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "nonsense", "Record", "meta_", "meta_1a", "META_a", "meta_a_b", "meta_a b"})
    void neither_is_what_bbb_does_not_know(String name) {
        assertThat(KnownParameters.find(name)).isEmpty();
    }

    @Test
    void any_metadatum_may_be_added_and_its_case_does_not_matter() {
        KnownParameter known = KnownParameters.find("meta_endCallbackUrl").orElseThrow();
        assertThat(known)
                .isEqualTo(new KnownParameter("meta_endcallbackurl", Set.of(ApiCall.CREATE), ParameterKind.TEXT));
        assertThat(KnownParameters.find("meta_server-tag")).isPresent();
    }

    @Test
    void any_user_data_may_be_added_if_lists_can_be_written_with_it() {
        KnownParameter known = KnownParameters.find("userdata-Own_thing").orElseThrow();
        assertThat(known).isEqualTo(new KnownParameter("userdata-Own_thing", Set.of(ApiCall.JOIN), ParameterKind.TEXT));
        assertThat(KnownParameters.find("userdataX-Own_thing")).contains(known);
        assertThat(KnownParameters.find("userdata-Own_thing-")).contains(known);
    }

    @ParameterizedTest
    @ValueSource(strings = {"userdata-", "userdata-1", "userdata-a b", "userdata-<a>", "Userdata-a", "userdata-a-b"})
    void other_user_data_may_not(String name) {
        assertThat(KnownParameters.find(name)).isEmpty();
    }

    @Test
    void names_have_an_end() {
        assertThat(KnownParameters.find("meta_" + "a".repeat(250))).isPresent();
        assertThat(KnownParameters.find("meta_" + "a".repeat(251))).isEmpty();
        assertThat(KnownParameters.find("userdata-" + "a".repeat(247))).isEmpty();
    }

    @Test
    void the_table_is_in_order_and_found_by_its_names() {
        assertThat(KnownParameters.all())
                .extracting(KnownParameter::name)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(KnownParameters.all()).allSatisfy(known -> {
            assertThat(KnownParameters.find(known.name())).contains(known);
            assertThat(known.calls()).isNotEmpty().isSubsetOf(ApiCall.CREATE, ApiCall.JOIN);
            assertThat(WireText.isElementName(known.name())).isTrue();
        });
    }
}
