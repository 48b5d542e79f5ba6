package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.fakenode.FakeMeeting;
import dev.b3lb.testbed.BbbAnswer;
import dev.b3lb.testbed.BbbClient;
import dev.b3lb.testbed.BbbSignature;
import dev.b3lb.testbed.HttpAnswer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls with a body: what may sign it, and what in it counts. */
@OnTestbed
class FormBodiesIT {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String BODY = "name=R%C3%A4um+1&meetingID=the-room&welcome=a%20b~*";

    private final Testbed testbed;
    private Pool pool;
    private BbbSignature signature;

    FormBodiesIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeEach
    void makePool() {
        pool = testbed.newPool(1);
        signature = new BbbSignature("SHA-1", pool.secret());
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    private BbbAnswer post(String query, String contentType, String body) throws IOException {
        String target = "/b3lb/t/" + pool.tenant() + "/bbb/api/create" + (query.isEmpty() ? "" : "?" + query);
        List<String> headers = contentType.isEmpty() ? List.of() : List.of("Content-Type: " + contentType);
        return BbbAnswer.of(Wire.of(testbed).send("POST", target, "localhost", body, headers));
    }

    private String sum(String text) {
        return signature.checksum("create", text);
    }

    private void assertCreatedFromBody(BbbAnswer answer) {
        assertThat(answer.succeeded()).as(answer.toString()).isTrue();
        FakeMeeting meeting = Rooms.running(pool, "the-room").get(0);
        assertThat(meeting.name()).isEqualTo("Räum 1");
        assertThat(meeting.createParameters().raw("welcome")).contains("a b~*");
    }

    @Test
    void a_checksum_over_the_body_as_it_stands_is_taken() throws IOException {
        assertCreatedFromBody(post("", FORM, BODY + "&checksum=" + sum(BODY)));
    }

    @Test
    void a_checksum_over_the_sorted_body_is_taken() throws IOException {
        String sorted = "meetingID=the-room&name=R%C3%A4um+1&welcome=a+b%7E*";

        assertCreatedFromBody(post("", FORM + ";charset=UTF-8", BODY + "&checksum=" + sum(sorted)));
    }

    @Test
    void a_checksum_over_the_empty_query_is_taken() throws IOException {
        assertCreatedFromBody(post("", FORM, BODY + "&checksum=" + sum("")));
    }

    @Test
    void the_checksum_over_the_empty_query_may_stand_in_the_query() throws IOException {
        assertCreatedFromBody(post("checksum=" + sum(""), FORM, BODY));
    }

    @Test
    void a_checksum_over_another_body_is_refused() throws IOException {
        BbbAnswer answer = post("", FORM, BODY + "&checksum=" + sum(BODY + "&record=true"));

        assertThat(answer.messageKey()).isEqualTo("checksumError");
        assertThat(pool.nodes().get(0).requests().count("create")).isZero();
    }

    @Test
    void what_is_signed_in_the_query_cannot_be_changed_by_a_body() throws IOException {
        String query = "meetingID=signed-room&name=Signed";

        BbbAnswer answer = post(
                query + "&checksum=" + sum(query), FORM, "meetingID=other-room&name=Other&attendeePW=evil&record=true");

        assertThat(answer.value("meetingID")).isEqualTo("signed-room");
        FakeMeeting meeting = Rooms.running(pool, "signed-room").get(0);
        assertThat(meeting.name()).isEqualTo("Signed");
        assertThat(meeting.attendeePassword()).isNotEqualTo("evil");
        assertThat(Rooms.running(pool, "other-room")).isEmpty();
    }

    @Test
    void a_checksum_in_query_and_body_is_refused() throws IOException {
        BbbAnswer answer = post("checksum=" + sum(""), FORM, BODY + "&checksum=" + sum(""));

        assertThat(answer.messageKey()).isEqualTo("checksumError");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text/plain", "application/json", "nonsense", "text", ";;;", "application/xmlish"})
    void a_body_of_another_type_is_refused(String type) throws IOException {
        String query = "meetingID=the-room&name=Room";

        BbbAnswer answer = post(query + "&checksum=" + sum(query), type, "anything");

        assertThat(answer.http().status()).isEqualTo(200);
        assertThat(answer.messageKey()).isEqualTo("unsupportedContentType");
        assertThat(Rooms.running(pool, "the-room")).isEmpty();
    }

    @Test
    void without_a_body_the_type_does_not_matter() throws IOException {
        String query = "meetingID=the-room&name=Room";
        String target = "/b3lb/t/" + pool.tenant() + "/bbb/api/create?" + query + "&checksum=" + sum(query);

        BbbAnswer answer = BbbAnswer.of(Wire.of(testbed)
                .send(
                        "GET",
                        target,
                        "localhost",
                        "",
                        List.of(
                                "Content-Type: application/xml",
                                "Accept: application/json",
                                "Accept-Encoding: UTF-8")));

        assertThat(answer.succeeded()).as(answer.toString()).isTrue();
        assertThat(post(query + "&checksum=" + sum(query), "", "").messageKey()).isEqualTo("duplicateWarning");
    }

    @Test
    void an_xml_body_needs_no_checksum_of_its_own_but_its_query_does() throws IOException {
        BbbAnswer answer = post("meetingID=the-room&name=Room&checksum=" + sum(""), "text/xml", "<modules/>");

        assertThat(answer.messageKey()).isEqualTo("checksumError");
    }

    @RepeatedTest(5) // its sender has to hear so, although the server could stop listening
    void a_form_of_megabytes_is_refused() throws IOException {
        BbbAnswer answer = post("checksum=" + sum(""), FORM, BODY + "&x=" + "x".repeat(20 << 20));

        assertThat(answer.succeeded()).isFalse();
        assertThat(answer.http().status()).isEqualTo(200);
        assertThat(Rooms.running(pool, "the-room")).isEmpty();
    }

    @Test
    void a_form_of_half_a_million_parameters_is_refused_whoever_is_asked_for() throws Exception {
        String form = "a&".repeat(1 << 19);
        BbbClient known = pool.client();
        BbbClient unknown = BbbClient.byPath(testbed.server().httpPort(), Testbed.BASE_DOMAIN, "nobody", "secret");

        List<HttpAnswer> answers =
                AtOnce.all(16, i -> () -> (i % 2 == 0 ? known : unknown).post("getMeetings", "", FORM, form));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(BbbAnswer.of(answer).messageKey()).isEqualTo("validationError");
            assertThat(BbbAnswer.of(answer).value("message")).isEqualTo("The request has more than 2500 parameters");
        });
        assertThat(known.get("getMeetings").succeeded()).isTrue();
    }
}
