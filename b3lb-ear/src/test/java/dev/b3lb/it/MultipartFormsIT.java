package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.fakenode.FakeMeeting;
import dev.b3lb.fakenode.PresentationDocument;
import dev.b3lb.testbed.BbbAnswer;
import dev.b3lb.testbed.BbbSignature;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls whose parameters come as a multipart form, and presentations that come as one that is none. */
@OnTestbed
class MultipartFormsIT {

    private static final String MULTIPART = "multipart/form-data; boundary=the-boundary";
    private static final String URLENCODED = "application/x-www-form-urlencoded";

    private final Testbed testbed;
    private Pool pool;
    private BbbSignature signature;

    MultipartFormsIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeEach
    void makePool() {
        pool = testbed.newPool(1);
        signature = new BbbSignature("SHA-256", pool.secret());
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    private BbbAnswer post(String query, String contentType, String body) throws IOException {
        String target = "/b3lb/t/" + pool.tenant() + "/bbb/api/create" + (query.isEmpty() ? "" : "?" + query);
        return BbbAnswer.of(
                Wire.of(testbed).send("POST", target, "localhost", body, List.of("Content-Type: " + contentType)));
    }

    private static String field(String name, String value) {
        return "--the-boundary\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String form(String... fields) {
        return String.join("", fields) + "--the-boundary--\r\n";
    }

    private String sum(String text) {
        return signature.checksum("create", text);
    }

    private void assertCreated(BbbAnswer answer) {
        assertThat(answer.succeeded()).as(answer.toString()).isTrue();
        FakeMeeting meeting = Rooms.running(pool, "the-room").get(0);
        assertThat(meeting.name()).isEqualTo("Räum 1");
        assertThat(meeting.createParameters().raw("welcome")).contains("two\nlines & more");
    }

    @Test
    void a_checksum_over_the_sorted_fields_is_taken() throws IOException {
        String sum = sum("meetingID=the-room&name=R%C3%A4um+1&welcome=two%0Alines+%26+more");

        assertCreated(post(
                "",
                MULTIPART,
                form(
                        field("name", "Räum 1"),
                        field("welcome", "two\nlines & more"),
                        field("checksum", sum),
                        field("meetingID", "the-room"))));
    }

    @Test
    void a_checksum_over_nothing_is_taken() throws IOException {
        assertCreated(post(
                "checksum=" + sum(""),
                MULTIPART,
                form(field("meetingID", "the-room"), field("name", "Räum 1"), field("welcome", "two\nlines & more"))));
    }

    @Test
    void a_checksum_over_other_fields_is_refused() throws IOException {
        String sum = sum("meetingID=the-room&name=Room");

        BbbAnswer answer = post(
                "",
                MULTIPART,
                form(
                        field("meetingID", "the-room"),
                        field("name", "Room"),
                        field("record", "true"),
                        field("checksum", sum)));

        assertThat(answer.messageKey()).isEqualTo("checksumError");
        assertThat(Rooms.running(pool, "the-room")).isEmpty();
    }

    @Test
    void what_is_signed_in_the_query_cannot_be_changed_by_fields() throws IOException {
        String query = "meetingID=the-room&name=Signed";

        post(query + "&checksum=" + sum(query), MULTIPART, form(field("name", "Other"), field("meta_b3lb-id", "x")));

        FakeMeeting meeting = Rooms.running(pool, "the-room").get(0);
        assertThat(meeting.name()).isEqualTo("Signed");
        assertThat(meeting.metadata().get("b3lb-id")).isNotEqualTo("x");
    }

    @Test
    void a_field_that_is_there_twice_is_refused() throws IOException {
        BbbAnswer answer = post(
                "checksum=" + sum(""),
                MULTIPART,
                form(field("meetingID", "the-room"), field("name", "A"), field("name", "A")));

        assertThat(answer.messageKey()).isEqualTo("validationError");
        assertThat(answer.value("message")).isEqualTo("The parameter 'name' must not be given more than once");
    }

    @Test
    void a_file_is_refused() throws IOException {
        String query = "meetingID=the-room&name=Room";
        String file = "--the-boundary\r\nContent-Disposition: form-data; name=\"slides\"; filename=\"a.pdf\"\r\n\r\n"
                + "%PDF\r\n";

        BbbAnswer answer = post(query + "&checksum=" + sum(query), MULTIPART, form(file));

        assertThat(answer.messageKey()).isEqualTo("validationError");
        assertThat(answer.value("message")).isEqualTo("This call takes no file");
        assertThat(Rooms.running(pool, "the-room")).isEmpty();
    }

    @Test
    void a_form_of_megabytes_or_thousands_of_fields_is_refused() throws IOException {
        assertThat(post("checksum=" + sum(""), MULTIPART, form(field("x", "x".repeat(2 << 20))))
                        .messageKey())
                .isEqualTo("validationError");
        assertThat(post("checksum=" + sum(""), MULTIPART, form(field("x", "1").repeat(6_000)))
                        .messageKey())
                .isEqualTo("validationError");
    }

    @Test
    void broken_multipart_is_refused_without_a_stack_trace() throws IOException {
        ServerLog log = ServerLog.fromNow(testbed.server());
        for (String type : List.of("multipart/form-data", MULTIPART)) {
            BbbAnswer answer = post("checksum=" + sum(""), type, field("meetingID", "the-room"));

            assertThat(answer.messageKey()).isEqualTo("validationError");
        }
        assertThat(log.stackTraces()).isEmpty();
    }

    @Test
    void xml_that_an_old_client_sends_as_a_form_is_a_presentation() throws IOException {
        String query = "meetingID=the-room&name=Room";
        String xml =
                "<modules>\n<module name=\"presentation\"><document name=\"a.txt\">aGVsbG8=</document></module></modules>";

        BbbAnswer answer = post(query + "&checksum=" + sum(query), URLENCODED, xml);

        assertThat(answer.succeeded()).as(answer.toString()).isTrue();
        assertThat(Rooms.running(pool, "the-room").get(0).documents())
                .extracting(PresentationDocument::fileName)
                .containsExactly("a.txt");
    }
}
