package dev.b3lb.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.ChecksumAlgorithm;
import dev.b3lb.memory.Memory;
import dev.b3lb.memory.Share;
import dev.b3lb.memory.Use;
import dev.b3lb.settings.SomeSettings;
import dev.b3lb.tenant.Account;
import dev.b3lb.tenant.SomeAccounts;
import dev.b3lb.web.body.IncomingBodies;
import dev.b3lb.web.peer.Peers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiRequestsTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final Account acme = SomeAccounts.account("ACME", 0);
    private final List<Share> held = new ArrayList<>();
    private final Memory memory = new Memory(1L << 30);
    private final ApiRequests requests = new ApiRequests(
            SomeSettings.with(), new IncomingBodies(Runnable::run), new Peers(SomeSettings.with()), memory);

    @AfterEach
    void nobody_holds_memory_any_more() {
        held.forEach(Share::close);
        assertThat(memory.of(Use.STRANGERS).used()).isZero();
        assertThat(memory.of(Use.BODIES).used()).isZero();
    }

    @Test
    void a_signed_query_is_taken_without_its_checksum() {
        ApiRequest request = accepted(ApiCall.END, FakeRequest.get().query(signed("end", "meetingID=a+b&x=1")));
        assertThat(request.account()).isEqualTo(acme);
        assertThat(request.call()).isEqualTo(ApiCall.END);
        assertThat(request.meetingId()).isEqualTo("a b");
        assertThat(request.parameters().first("checksum")).isEmpty();
        assertThat(request.parameters().first("x")).contains("1");
        assertThat(request.body()).isEmpty();
    }

    @Test
    void no_query_at_all_lacks_a_checksum() {
        assertRefused(read(ApiCall.END, FakeRequest.get()), "checksumError", "You must provide the checksum");
    }

    @Test
    void a_wrong_checksum_is_refused() {
        assertRefused(
                read(ApiCall.END, FakeRequest.get().query(signed("end", "a=1") + "&b=2")),
                "checksumError",
                "Checksums do not match");
    }

    @Test
    void an_unknown_tenant_gets_the_answer_of_a_wrong_checksum() {
        ApiRequests.Outcome unknown =
                read(ApiCall.END, Optional.empty(), FakeRequest.get().query(signed("end", "a=1")));
        assertRefused(unknown, "checksumError", "Checksums do not match");
    }

    @Test
    void raw_utf_8_in_a_query_is_read_as_the_client_signed_it() {
        String query = signed("create", "name=Grüße 😀");
        String asContainersGiveIt = new String(query.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(accepted(ApiCall.CREATE, FakeRequest.get().query(asContainersGiveIt))
                        .parameters()
                        .first("name"))
                .contains("Grüße 😀");
    }

    @Test
    void a_form_may_carry_parameters_and_checksum() {
        ApiRequest request =
                accepted(ApiCall.CREATE, FakeRequest.post(FORM + "; charset=UTF-8", signed("create", "name=x")));
        assertThat(request.parameters().first("name")).contains("x");
        assertThat(request.body()).isEmpty();
    }

    @Test
    void an_xml_body_goes_along_with_a_signed_query() {
        FakeRequest http =
                FakeRequest.post("Application/XML; charset=utf-8", "<modules/>").query(signed("create", "name=x"));
        assertThat(accepted(ApiCall.CREATE, http).body()).hasValueSatisfying(body -> {
            assertThat(body.mediaType()).isEqualTo("Application/XML; charset=utf-8");
            assertThat(body.content().open()).hasContent("<modules/>");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/xml", FORM})
    void an_xml_body_with_a_document_type_goes_nowhere(String type) {
        assertRefused(
                read(
                        ApiCall.CREATE,
                        FakeRequest.post(type, "<!DOCTYPE x><modules/>").query(signed("create", "name=x"))),
                "validationError",
                "The XML body must not have a document type");
    }

    @Test
    void an_xml_body_that_goes_nowhere_is_not_held() {
        String xml = "<!DOCTYPE x>" + " ".repeat(30 << 20) + "<modules/>";
        for (int i = 0; i < 10; i++) { // more than all bodies together may have
            FakeRequest http = FakeRequest.post("text/xml", xml).query(signed("create", "name=x"));
            assertRefused(read(ApiCall.CREATE, http), "validationError", "The XML body must not have a document type");
        }
    }

    @Test
    void a_body_without_an_announced_length_is_a_body() {
        FakeRequest http =
                FakeRequest.post("text/xml", "<modules/>").chunked().query(signed("insertDocument", "meetingID=ab"));
        assertThat(accepted(ApiCall.INSERT_DOCUMENT, http).body()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data; boundary=xml",
                "multipart/form-data; boundary=\"xml\"",
                "application/x-www-form-urlencoded; x=xml",
            })
    void parameters_in_a_body_never_pass_by_as_xml(String type) {
        String smuggled = "--xml\r\nContent-Disposition: form-data; name=\"meta_b3lb-id\"\r\n\r\nforged\r\n--xml--";
        FakeRequest http = FakeRequest.post(type, smuggled).query(signed("create", "name=x"));
        assertThat(accepted(ApiCall.CREATE, http).body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "application/xhtml+xml", "nonsense"})
    void a_body_that_bbb_does_not_take_is_refused(String type) {
        FakeRequest http = FakeRequest.post(type, "{}").query(signed("create", "name=x"));
        assertRefused(read(ApiCall.CREATE, http), "unsupportedContentType");
    }

    @Test
    void an_xml_body_on_a_call_that_takes_none_is_refused() {
        FakeRequest http = FakeRequest.post("application/xml", "<x/>").query(signed("end", "meetingID=ab"));
        assertRefused(read(ApiCall.END, http), "unsupportedContentType");
    }

    @Test
    void an_odd_content_type_without_a_body_does_no_harm() {
        FakeRequest http = FakeRequest.get().header("Content-Type", "nonsense").query(signed("end", "meetingID=ab"));
        accepted(ApiCall.END, http);
    }

    @Test
    void a_parameter_that_is_given_twice_is_refused_after_the_checksum() {
        ApiRequests.Outcome twice = read(ApiCall.CREATE, FakeRequest.get().query(signed("create", "x=1&name=a&x=1")));
        assertRefused(twice, "validationError", "The parameter 'x' must not be given more than once");
        assertThat(((ApiRequests.Refused) twice).signed().first("name")).contains("a");
        assertRefused(read(ApiCall.CREATE, FakeRequest.get().query("x=1&x=2&checksum=00")), "checksumError");
    }

    @Test
    void in_a_form_that_does_not_count_a_parameter_may_be_there_twice() {
        accepted(ApiCall.CREATE, FakeRequest.post(FORM, "x=1&x=2").query(signed("create", "name=x")));
        assertRefused(
                read(ApiCall.CREATE, FakeRequest.post(FORM, signed("create", "name=x&x=1&x=2"))),
                "validationError",
                "The parameter 'x' must not be given more than once");
    }

    @Test
    void the_type_of_a_body_is_looked_at_after_the_checksum_and_before_the_parameters() {
        assertRefused(
                read(ApiCall.END, FakeRequest.post("text/plain", "x").query("a=1&a=2&checksum=00")), "checksumError");
        assertRefused(
                read(ApiCall.END, FakeRequest.post("text/plain", "x").query(signed("end", "a=1&a=2"))),
                "unsupportedContentType");
    }

    @Test
    void a_multipart_form_may_carry_parameters_and_checksum() {
        String sum = ChecksumAlgorithm.SHA256.hex("create" + "meetingID=ab&name=R%C3%A4um+1" + "secret-of-ACME-0");
        ApiRequest request = accepted(
                ApiCall.CREATE, multipart(field("name", "Räum 1") + field("meetingID", "ab") + field("checksum", sum)));
        assertThat(request.parameters().encode()).isEqualTo("name=R%C3%A4um+1&meetingID=ab");
        assertThat(request.body()).isEmpty();
    }

    @Test
    void the_text_of_a_multipart_form_is_no_signed_text() {
        String fields = field("name", "x");
        String sum = ChecksumAlgorithm.SHA256.hex("create" + fields + "--b--\r\n" + "secret-of-ACME-0");
        assertRefused(read(ApiCall.CREATE, multipart(fields).query("checksum=" + sum)), "checksumError");
    }

    @Test
    void a_multipart_form_cannot_add_to_a_signed_query() {
        ApiRequest request =
                accepted(ApiCall.CREATE, multipart(field("record", "true")).query(signed("create", "name=x")));
        assertThat(request.parameters().encode()).isEqualTo("name=x");
    }

    @Test
    void a_file_is_refused_where_no_call_wants_one() {
        String file = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nx\r\n";
        assertRefused(
                read(ApiCall.CREATE, multipart(file).query(signed("create", "name=x"))),
                "validationError",
                "This call takes no file");
    }

    @Test
    void a_multipart_form_that_names_no_boundary_is_refused() {
        FakeRequest http =
                FakeRequest.post("multipart/form-data", field("name", "x")).query(signed("create", "name=x"));
        assertRefused(read(ApiCall.CREATE, http), "validationError");
    }

    @Test
    void the_type_of_a_multipart_form_without_a_body_does_no_harm() {
        FakeRequest http = FakeRequest.post("multipart/form-data", "").query(signed("create", "name=x"));
        accepted(ApiCall.CREATE, http);
    }

    @Test
    void a_multipart_form_is_bounded_in_bytes_and_in_fields() {
        assertRefused(
                read(ApiCall.CREATE, multipart(field("x", "a".repeat(1 << 20)))),
                "validationError",
                "The body of the request is larger than 1 MiB");
        assertRefused(
                read(ApiCall.CREATE, multipart(field("x", "a".repeat(1 << 20))).chunked()), "validationError");
        assertRefused(
                read(ApiCall.CREATE, multipart(field("x", "1").repeat(2_501))),
                "validationError",
                "The form has more than 2500 fields");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a&", "&", "a=1&"})
    void a_form_or_query_with_too_many_parameters_is_refused_whoever_sends_it(String pair) {
        String many = pair.repeat(2_500);
        for (Optional<Account> account : List.of(Optional.of(acme), Optional.<Account>empty())) {
            for (FakeRequest http : List.of(
                    FakeRequest.post(FORM, many).query(signed("create", "")),
                    FakeRequest.post(FORM, signed("create", many)),
                    FakeRequest.get().query(signed("create", many)),
                    FakeRequest.get().query(many))) {
                assertRefused(
                        read(ApiCall.CREATE, account, http),
                        "validationError",
                        "The request has more than 2500 parameters");
            }
        }
    }

    @Test
    void xml_under_the_type_of_a_form_is_what_its_sender_meant() {
        String xml = "<modules>\n<module name=\"presentation\"/></modules>";
        assertThat(accepted(ApiCall.CREATE, FakeRequest.post(FORM, xml).query(signed("create", "name=x")))
                        .body())
                .hasValueSatisfying(body -> {
                    assertThat(body.mediaType()).isEqualTo("text/xml; charset=UTF-8");
                    assertThat(body.content().open()).hasContent(xml);
                });
        assertThat(accepted(ApiCall.END, FakeRequest.post(FORM, xml).query(signed("end", "meetingID=ab")))
                        .body())
                .isEmpty();
    }

    @Test
    void calls_about_recordings_are_told_what_they_lack_before_the_checksum_is_verified() {
        assertRefused(read(ApiCall.DELETE_RECORDINGS, FakeRequest.get()), "checksumError");
        assertRefused(read(ApiCall.DELETE_RECORDINGS, FakeRequest.get().query("checksum=00")), "missingParamRecordID");
        assertRefused(
                read(ApiCall.DELETE_RECORDINGS, FakeRequest.get().query("recordID=a&checksum=00")),
                "checksumError",
                "You did not pass the checksum security check");
    }

    @Test
    void an_upload_has_its_parameters_in_the_query_and_its_body_is_left_alone() {
        FakeRequest http = multipart(field("recordID", "a")).query("checksum=00");
        assertRefused(read(ApiCall.PUT_RECORDING_TEXT_TRACK, http), "paramError", "Missing param recordID.");
    }

    @Test
    void a_form_that_is_too_large_is_refused() {
        assertRefused(read(ApiCall.CREATE, FakeRequest.post(FORM, "a".repeat((1 << 20) + 1))), "validationError");
        assertRefused(
                read(
                        ApiCall.CREATE,
                        FakeRequest.post(FORM, "a".repeat((1 << 20) + 1)).chunked()),
                "validationError");
    }

    @Test
    void a_client_that_goes_away_while_sending_is_no_fault_of_the_server() {
        assertRefused(read(ApiCall.CREATE, FakeRequest.post(FORM, "a=1").broken()), "internalError");
    }

    private static FakeRequest multipart(String parts) {
        return FakeRequest.post("multipart/form-data; boundary=b", parts + "--b--\r\n");
    }

    private static String field(String name, String value) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private ApiRequests.Outcome read(ApiCall call, FakeRequest http) {
        return read(call, Optional.of(acme), http);
    }

    private ApiRequests.Outcome read(ApiCall call, Optional<Account> account, FakeRequest http) {
        return requests.read(call, account, http.asServlet())
                .toCompletableFuture()
                .join();
    }

    private ApiRequest accepted(ApiCall call, FakeRequest http) {
        ApiRequests.Outcome outcome = read(call, http);
        assertThat(outcome).isInstanceOf(ApiRequests.Accepted.class);
        held.add(((ApiRequests.Accepted) outcome).memory());
        return ((ApiRequests.Accepted) outcome).request();
    }

    private static void assertRefused(ApiRequests.Outcome outcome, String messageKey) {
        assertThat(outcome).isInstanceOfSatisfying(ApiRequests.Refused.class, refused -> assertThat(
                        refused.error().messageKey())
                .isEqualTo(messageKey));
    }

    private static void assertRefused(ApiRequests.Outcome outcome, String messageKey, String message) {
        assertRefused(outcome, messageKey);
        assertThat(((ApiRequests.Refused) outcome).error().message()).isEqualTo(message);
    }

    private static String signed(String call, String query) {
        return query + "&checksum=" + ChecksumAlgorithm.SHA256.hex(call + query + "secret-of-ACME-0");
    }
}
