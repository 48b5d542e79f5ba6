package dev.b3lb.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.MeetingIdOnNode;
import dev.b3lb.bbb.NodeRequest;
import dev.b3lb.bbb.QueryParameters;
import dev.b3lb.branding.FakeAssets;
import dev.b3lb.node.SomeNodes;
import dev.b3lb.placement.ServerTag;
import dev.b3lb.placement.SizeHistory;
import dev.b3lb.settings.SomeSettings;
import dev.b3lb.tenant.Account;
import dev.b3lb.tenant.SomeAccounts;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateParametersTest {

    private static final String CALLBACK = "https://" + SomeSettings.BASE_DOMAIN + "/b3lb/b/meeting/end?nonce=";

    private final Account recorded = SomeAccounts.account("ACME", 0, true);
    private final Account unrecorded = SomeAccounts.account("ACME", 1, false);
    private final PlacedMeeting meeting = SomeMeetings.pending(recorded, SomeNodes.node("a"), "room");
    private final CreateParameters parameters = new CreateParameters(SomeSettings.with(), new FakeAssets().brand());

    @Test
    void everything_without_a_rule_goes_on_in_its_order() {
        String query = "name=x&meetingID=room&welcome=%3Cb%3Ehi&meta_course=1&unheardOf=2";
        assertThat(parameters.visible(request(recorded, query))).isEqualTo(QueryParameters.parse(query));
    }

    @Test
    void what_a_front_end_says_of_itself_is_kept_from_the_create_on_but_not_at_any_length() {
        MeetingWish wish = parameters.wish(request(
                recorded,
                "meta_bbb-origin=Moodle&META_BBB-Origin-Server-Name=x&meta_bbb-origin-server-name="
                        + "m".repeat(2_000)));
        assertThat(wish.origin()).isEqualTo("Moodle");
        assertThat(wish.originServerName()).isEqualTo("m".repeat(255));
        assertThat(parameters.wish(request(recorded, "name=x")).origin()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"meta_b3lb-id", "META_b3lb-x", "meta_B3LB-RECORDSET", "meta_server-tag", "meta_Server-Tag"})
    void what_is_ours_never_comes_from_a_client(String name) {
        assertThat(parameters.visible(request(recorded, "name=x&" + name + "=forged")))
                .isEqualTo(QueryParameters.parse("name=x"));
    }

    @Test
    void with_recordings_off_nothing_is_recorded_whatever_the_client_says() {
        QueryParameters visible =
                parameters.visible(request(unrecorded, "record=true&autoStartRecording=true&breakoutRoomsRecord=true"));
        assertThat(visible.first("record")).contains("false");
        assertThat(visible.first("autoStartRecording")).contains("false");
        assertThat(visible.first("allowStartStopRecording")).contains("false");
        assertThat(visible.first("breakoutRoomsRecord")).contains("false");
    }

    @Test
    void with_recordings_on_the_client_decides() {
        assertThat(parameters.visible(request(recorded, "record=true")))
                .isEqualTo(QueryParameters.parse("record=true"));
    }

    @Test
    void the_call_to_the_node_carries_our_mark_and_the_body() {
        NodeRequest.Body body = new NodeRequest.Body("application/xml", new byte[] {1});
        NodeRequest call = parameters.forNode(
                new CreateRequest(recorded, "room", QueryParameters.parse("name=x"), Optional.of(body)), meeting);
        assertThat(call.call()).isEqualTo(ApiCall.CREATE);
        assertThat(call.parameters()).isEqualTo(ours("name=x"));
        assertThat(call.body()).contains(body);
    }

    @Test
    void the_mark_is_ours_even_if_the_client_sent_one() {
        assertThat(parameters
                        .forNode(request(recorded, "meta_b3lb-id=forged&name=x"), meeting)
                        .parameters())
                .isEqualTo(ours("name=x"));
    }

    @Test
    void the_wish_holds_what_placing_needs() {
        MeetingWish wish = parameters.wish(request(recorded, "name=My+room&maxParticipants=5&meta_server-tag=big!"));
        assertThat(wish.account()).isEqualTo(recorded);
        assertThat(wish.meetingId()).isEqualTo("room");
        assertThat(wish.name()).isEqualTo("My room");
        assertThat(expected(wish)).isEqualTo(5);
        assertThat(wish.tag()).isEqualTo(ServerTag.parse("big!"));
    }

    @Test
    void the_server_tag_may_be_spelled_as_bbb_reads_metadata() {
        assertThat(parameters
                        .wish(request(recorded, "name=x&meta_Server-Tag=big"))
                        .tag())
                .isEqualTo(ServerTag.parse("big"));
    }

    @ParameterizedTest
    @CsvSource({"'', 16", "many, 16", "99999999999, 16", "' 3 ', 3", "0, 16"})
    void a_limit_that_is_no_number_is_left_to_the_node(String text, int expected) {
        CreateRequest request = new CreateRequest(
                recorded, "room", QueryParameters.none().with("maxParticipants", text), Optional.empty());
        assertThat(expected(parameters.wish(request))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "meta_bbb-meeting-size-hint=120, 120",
        "meta_BBB-Meeting-Size-Hint=120, 120",
        "meta_bbb-meeting-size-hint=+7+, 7",
        "meta_bbb-meeting-size-hint=1, 1",
        "meta_bbb-meeting-size-hint=501, 500",
        "meta_bbb-meeting-size-hint=120&maxParticipants=30, 30",
        "meta_bbb-meeting-size-hint=120&maxParticipants=0, 120",
        "meta_bbb-meeting-size-hint=, 16",
        "meta_bbb-meeting-size-hint=0, 16",
        "meta_bbb-meeting-size-hint=-3, 16",
        "meta_bbb-meeting-size-hint=many, 16",
        "meta_bbb-meeting-size-hint=1.5, 16",
        "meta_bbb-meeting-size-hint=99999999999, 16",
        "bbb-meeting-size-hint=120, 16",
    })
    void a_client_may_say_how_many_are_expected_within_the_bound(String query, int expected) {
        assertThat(expected(parameters.wish(request(recorded, query)))).isEqualTo(expected);
    }

    @Test
    void a_hint_goes_on_to_the_node_like_any_metadatum() {
        String query = "name=x&meta_bbb-meeting-size-hint=120";
        assertThat(parameters.forNode(request(recorded, query), meeting).parameters())
                .isEqualTo(ours(query));
    }

    @Test
    void hints_may_be_ignored() {
        CreateParameters deaf =
                new CreateParameters(SomeSettings.with("B3LB_SIZE_HINT_MAX", "0"), new FakeAssets().brand());
        MeetingWish wish = deaf.wish(request(recorded, "meta_bbb-meeting-size-hint=120"));
        assertThat(wish.size().told()).isFalse();
        assertThat(expected(wish)).isEqualTo(16);
    }

    private static int expected(MeetingWish wish) {
        return wish.size().expected(SizeHistory.NONE).attendees();
    }

    @Test
    void a_name_is_stored_as_bbb_reads_it_so_that_the_database_can_hold_it() {
        assertThat(parameters.wish(request(recorded, "name=%00My%07+room+")).name())
                .isEqualTo("My room");
    }

    @Test
    void without_a_wish_for_a_server_any_will_do() {
        assertThat(parameters.wish(request(recorded, "name=x")).tag()).isEqualTo(ServerTag.ANY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "meta_endCallbackUrl",
                "meta_endcallbackurl",
                "meta_ENDCALLBACKURL",
                "meta_bbb-recording-ready-url",
                "meta_bn-Recording-Ready-url",
                "meta_canvas-recording-ready-url"
            })
    void addresses_that_the_node_would_call_are_kept_from_it(String name) {
        CreateRequest request = request(recorded, "name=x&" + name + "=https%3A%2F%2Ffront.example.org%2F%3Fa%3D1");
        assertThat(parameters.forNode(request, meeting).parameters()).isEqualTo(ours("name=x"));
        assertThat(parameters.wish(request).kept().values())
                .containsExactly(Map.entry(
                        name.substring("meta_".length()).toLowerCase(Locale.ROOT), "https://front.example.org/?a=1"));
    }

    @Test
    void the_address_for_the_end_of_the_meeting_itself_is_the_clients_affair() {
        String query = "name=x&meetingEndedURL=https%3A%2F%2Ffront.example.org";
        assertThat(parameters.forNode(request(recorded, query), meeting).parameters())
                .isEqualTo(ours(query));
    }

    @Test
    void how_to_dial_in_is_not_the_clients_to_choose() {
        String query = "name=x&voiceBridge=71111&dialNumber=613&webVoice=71112&welcome=hi";
        assertThat(parameters.visible(request(recorded, query))).isEqualTo(QueryParameters.parse("name=x&welcome=hi"));
    }

    @Test
    void how_to_dial_in_may_be_allowed() {
        QueryParameters asked = QueryParameters.parse("name=x&voiceBridge=71111&dialNumber=613&webVoice=71112");
        CreateParameters allowing =
                new CreateParameters(SomeSettings.with("B3LB_ALLOW_VOICE_BRIDGE", "true"), new FakeAssets().brand());
        assertThat(allowing.visible(new CreateRequest(recorded, "room", asked, Optional.empty())))
                .isEqualTo(asked);
    }

    @ParameterizedTest
    @CsvSource({"'', 90", "0, 90", "-5, 90", "91, 90", "99999999999, 90", "long, 90", "90, 90", "89, 89", "1, 1"})
    void no_meeting_lasts_longer_than_the_setting_allows(String wanted, String duration) {
        CreateParameters limited =
                new CreateParameters(SomeSettings.with("B3LB_MAX_MEETING_DURATION", "90"), new FakeAssets().brand());
        assertThat(limited.visible(request(recorded, "duration=" + wanted)).first("duration"))
                .contains(duration);
        assertThat(limited.visible(request(recorded, "name=x")).first("duration"))
                .contains("90");
    }

    @Test
    void without_that_setting_the_client_says_how_long_a_meeting_lasts() {
        assertThat(parameters.visible(request(recorded, "duration=0"))).isEqualTo(QueryParameters.parse("duration=0"));
        assertThat(parameters.visible(request(recorded, "name=x")).first("duration"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"name=x, true", "record=false, false", "record=, ''", "record=true, true"})
    void a_tenant_may_record_unless_the_client_says_otherwise(String query, String record) {
        assertThat(parameters
                        .visible(request(SomeAccounts.recordingByDefault("ACME"), query))
                        .first("record"))
                .contains(record);
    }

    @Test
    void a_breakout_room_is_created_under_an_id_of_ours_since_bbb_makes_it_the_internal_one() {
        CreateRequest room = request(recorded, "meetingID=room&name=x").inRoomOf(SomeMeetings.open(recorded, "main"));
        assertThat(parameters.forNode(room, meeting).parameters().first("meetingID"))
                .contains(MeetingIdOnNode.ofRoom(meeting.id()));
        assertThat(parameters.visible(room).first("meetingID")).contains("room");
    }

    @Test
    void only_a_breakout_room_has_a_node_to_go_to() {
        PlacedMeeting main = SomeMeetings.open(recorded, "main");
        assertThat(parameters.wish(request(recorded, "name=x")).isBreakout()).isFalse();
        assertThat(parameters.wish(request(recorded, "name=x").inRoomOf(main)).onlyNode())
                .contains(main.nodeId());
    }

    /** What reaches the node beside what is ours. */
    private QueryParameters ours(String query) {
        return QueryParameters.parse(query)
                .with("meta_endCallbackUrl", CALLBACK + meeting.nonce())
                .with("meta_b3lb-id", meeting.id().toString());
    }

    private static CreateRequest request(Account account, String query) {
        return new CreateRequest(account, "room", QueryParameters.parse(query), Optional.empty());
    }
}
