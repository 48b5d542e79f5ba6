package dev.b3lb.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.NodeRequest;
import dev.b3lb.bbb.QueryParameters;
import dev.b3lb.placement.ServerTag;
import dev.b3lb.settings.SomeSettings;
import dev.b3lb.tenant.Account;
import dev.b3lb.tenant.SomeAccounts;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateParametersTest {

    private static final UUID MEETING = new UUID(1, 2);

    private final Account recorded = SomeAccounts.account("ACME", 0, true);
    private final Account unrecorded = SomeAccounts.account("ACME", 1, false);
    private final CreateParameters parameters = new CreateParameters(SomeSettings.with());

    @Test
    void everything_without_a_rule_goes_on_in_its_order() {
        String query = "name=x&meetingID=room&welcome=%3Cb%3Ehi&meta_course=1&unheardOf=2";
        assertThat(parameters.visible(request(recorded, query))).isEqualTo(QueryParameters.parse(query));
    }

    @ParameterizedTest
    @ValueSource(strings = {"meta_b3lb-id", "META_b3lb-x", "meta_B3LB-RECORDSET", "meta_server-tag", "meta_Server-Tag"})
    void what_is_ours_never_comes_from_a_client(String name) {
        assertThat(parameters.visible(request(recorded, "name=x&" + name + "=forged")))
                .isEqualTo(QueryParameters.parse("name=x"));
    }

    @Test
    void of_equal_parameters_the_first_counts() {
        assertThat(parameters.visible(request(recorded, "name=x&name=y&a=1&a=2")))
                .isEqualTo(QueryParameters.parse("name=x&a=1"));
    }

    @Test
    void with_recordings_off_nothing_is_recorded_whatever_the_client_says() {
        QueryParameters visible = parameters.visible(request(unrecorded, "record=true&autoStartRecording=true"));
        assertThat(visible.first("record")).contains("false");
        assertThat(visible.first("autoStartRecording")).contains("false");
        assertThat(visible.first("allowStartStopRecording")).contains("false");
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
                new CreateRequest(recorded, "room", QueryParameters.parse("name=x"), Optional.of(body)), MEETING);
        assertThat(call.call()).isEqualTo(ApiCall.CREATE);
        assertThat(call.parameters()).isEqualTo(QueryParameters.parse("name=x&meta_b3lb-id=" + MEETING));
        assertThat(call.body()).contains(body);
    }

    @Test
    void the_mark_is_ours_even_if_the_client_sent_one() {
        assertThat(parameters
                        .forNode(request(recorded, "meta_b3lb-id=forged&name=x"), MEETING)
                        .parameters())
                .isEqualTo(QueryParameters.parse("name=x&meta_b3lb-id=" + MEETING));
    }

    @Test
    void the_wish_holds_what_placing_needs() {
        MeetingWish wish = parameters.wish(request(recorded, "name=My+room&maxParticipants=5&meta_server-tag=big!"));
        assertThat(wish.account()).isEqualTo(recorded);
        assertThat(wish.meetingId()).isEqualTo("room");
        assertThat(wish.name()).isEqualTo("My room");
        assertThat(wish.expectedAttendees()).isEqualTo(5);
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
        assertThat(parameters.wish(request).expectedAttendees()).isEqualTo(expected);
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

    private static CreateRequest request(Account account, String query) {
        return new CreateRequest(account, "room", QueryParameters.parse(query), Optional.empty());
    }
}
