package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.fakenode.FakeMeeting;
import dev.b3lb.fakenode.Parameters;
import dev.b3lb.fakenode.PresentationDocument;
import dev.b3lb.fakenode.ReceivedRequest;
import dev.b3lb.testbed.BbbAnswer;
import dev.b3lb.testbed.HttpAnswer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What reaches nodes and browsers of a tenant's slide, logo and style sheet. */
@OnTestbed
class BrandingIT {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final Testbed testbed;
    private final Uploads uploads;
    private final byte[] slide = Uploads.pdf(5_000, "slide");
    private Pool pool;

    BrandingIT(Testbed testbed) {
        this.testbed = testbed;
        this.uploads = new Uploads(testbed.operations());
    }

    @BeforeEach
    void makePool() {
        pool = testbed.newPool(1);
        uploads.set(pool.tenant(), "slide", "Wëlcome.pdf", slide);
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    private String link(String kind) {
        return "http://" + Testbed.BASE_DOMAIN + ":" + testbed.server().httpPort() + "/b3lb/t/"
                + pool.tenant().toLowerCase(Locale.ROOT) + "/" + kind;
    }

    private FakeMeeting meeting(String id) {
        return Rooms.running(pool, id).get(0);
    }

    private ReceivedRequest createOnNode() {
        return pool.nodes().get(0).requests().last("create").orElseThrow();
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private void assertOnlyTheSlide(String id) throws Exception {
        assertThat(meeting(id).documents())
                .containsExactly(new PresentationDocument(
                        "Wëlcome.pdf", Optional.empty(), slide.length, Optional.of(sha256(slide))));
    }

    private HttpAnswer postXml(String id, String xml) throws IOException {
        HttpAnswer answer = pool.client().post("create", "name=Room&meetingID=" + id, "text/xml; charset=UTF-8", xml);
        assertThat(BbbAnswer.of(answer).succeeded()).as(answer.toString()).isTrue();
        return answer;
    }

    @Test
    void a_create_without_a_body_begins_with_the_slide() throws Exception {
        assertThat(Rooms.create(pool.client(), "room").succeeded()).isTrue();

        assertOnlyTheSlide("room");
        assertThat(createOnNode().method()).isEqualTo("POST");
        assertThat(createOnNode().mediaType()).contains("application/xml");
    }

    @Test
    void a_create_with_a_form_begins_with_the_slide() throws Exception {
        HttpAnswer answer = pool.client().post("create", "", FORM, "name=Room&meetingID=room&welcome=hi");

        assertThat(BbbAnswer.of(answer).succeeded()).as(answer.toString()).isTrue();
        assertOnlyTheSlide("room");
        assertThat(meeting("room").createParameters().raw("welcome")).contains("hi");
    }

    @Test
    void a_new_slide_is_in_force_at_once_and_a_removed_one_gone() throws Exception {
        Rooms.create(pool.client(), "room-1");
        byte[] other = Uploads.pdf(600, "other");
        uploads.set(pool.tenant(), "slide", "other.pdf", other);
        Rooms.create(pool.client(), "room-2");
        uploads.remove(pool.tenant(), "slide");
        Rooms.create(pool.client(), "room-3");

        assertOnlyTheSlide("room-1");
        assertThat(meeting("room-2").documents())
                .extracting(PresentationDocument::sha256)
                .containsExactly(Optional.of(sha256(other)));
        assertThat(meeting("room-3").documents()).isEmpty();
        assertThat(createOnNode().method()).isEqualTo("GET");
    }

    @Test
    void a_presentation_of_the_clients_is_the_only_one() throws Exception {
        String xml =
                "<modules><module name='presentation'><document name='a.txt'>aGVsbG8=</document></module></modules>";
        postXml("room-1", xml);
        assertThat(createOnNode().body()).isEqualTo(xml);

        Rooms.create(pool.client(), "room-2", Map.of("preUploadedPresentation", "https://example.org/a.pdf"));

        assertThat(meeting("room-1").documents())
                .extracting(PresentationDocument::fileName)
                .containsExactly("a.txt");
        assertThat(meeting("room-2").documents())
                .extracting(PresentationDocument::url)
                .containsExactly(Optional.of("https://example.org/a.pdf"));
    }

    @Test
    void a_body_with_other_modules_keeps_them_and_gets_the_slide() throws Exception {
        String settings =
                "<module name=\"clientSettingsOverride\"><![CDATA[{\"public\": {\"a\": \"ü <b>\"}}]]></module>";

        postXml("room", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<modules>" + settings + "</modules>");

        assertOnlyTheSlide("room");
        assertThat(createOnNode().body())
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<modules>" + settings + "<module")
                .endsWith("</modules>");
    }

    @Test
    void a_presentation_without_a_document_is_none() throws Exception {
        postXml("room", "<modules><module name='presentation'> </module></modules>");

        assertOnlyTheSlide("room");
    }

    @Test
    void a_body_that_nobody_can_read_stays_as_it_is() throws Exception {
        pool.client().post("create", "name=Room&meetingID=room", "application/xml", "<modules><oops>");

        assertThat(createOnNode().body()).isEqualTo("<modules><oops>");
    }

    @Test
    void a_large_body_gets_the_slide_and_stays_whole() throws Exception {
        String before = "<modules><module name='x'>" + "A".repeat(8 << 20);

        postXml("room", before + "</module></modules>");

        assertOnlyTheSlide("room");
        assertThat(createOnNode().body()).startsWith(before).endsWith("</modules>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-32BE", "IBM037"})
    void a_body_with_a_document_type_goes_to_no_node_whatever_its_encoding(String charset) throws Exception {
        String xml =
                "<?xml version='1.0'?><!DOCTYPE m [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><modules>&x;</modules>";
        Rooms.create(pool.client(), "open-room");

        for (String query : List.of("create?name=Room&meetingID=room", "insertDocument?meetingID=open-room")) {
            String[] call = query.split("\\?");
            HttpAnswer answer =
                    pool.client().post(call[0], call[1], "text/xml", xml.getBytes(Charset.forName(charset)));

            assertThat(BbbAnswer.of(answer).messageKey()).as(answer.toString()).isEqualTo("validationError");
        }
        assertThat(pool.nodes().get(0).requests().count("insertDocument")).isZero();
        assertThat(Rooms.running(pool, "room")).isEmpty();
    }

    @Test
    void a_large_slide_is_fetched_by_the_node() throws Exception {
        byte[] large = Uploads.pdf((768 << 10) + 1, "large");
        uploads.set(pool.tenant(), "slide", "large.pdf", large);

        Rooms.create(pool.client(), "room");

        PresentationDocument document = meeting("room").documents().get(0);
        assertThat(document.fileName()).isEqualTo("large.pdf");
        assertThat(document.url()).contains(link("slide"));
        HttpResponse<byte[]> fetched = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(document.url().orElseThrow()))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(fetched.statusCode()).isEqualTo(200);
        assertThat(fetched.body()).isEqualTo(large);
    }

    @Test
    void a_create_with_very_long_parameters_names_the_slide() throws Exception {
        String welcome = "Grüße & mehr; ".repeat(1_500);

        BbbAnswer answer = Rooms.create(pool.client(), "room", Map.of("welcome", welcome));

        assertThat(answer.succeeded()).as(answer.toString()).isTrue();
        assertThat(meeting("room").createParameters().raw("welcome")).contains(welcome);
        assertThat(meeting("room").documents())
                .containsExactly(
                        new PresentationDocument("Wëlcome.pdf", Optional.of(link("slide")), 0, Optional.empty()));
    }

    @Test
    void the_logo_is_the_tenants_unless_the_client_has_one() throws Exception {
        uploads.set(pool.tenant(), "logo", "a.gif", Uploads.gif());

        Rooms.create(pool.client(), "room-1");
        Rooms.create(pool.client(), "room-2", Map.of("logo", "https://example.org/logo.png"));
        Rooms.create(pool.client(), "room-3", Map.of("logo", ""));

        assertThat(meeting("room-1").createParameters().raw("logo")).contains(link("logo"));
        assertThat(meeting("room-2").createParameters().raw("logo")).contains("https://example.org/logo.png");
        assertThat(meeting("room-3").createParameters().raw("logo")).contains(link("logo"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&redirect=false"})
    void joins_bring_the_style_sheet_unless_the_client_has_one(String more) throws Exception {
        String name = "userdata-bbb_custom_style_url";
        uploads.set(pool.tenant(), "css", "a.css", "a{}".getBytes(StandardCharsets.UTF_8));
        Rooms.create(pool.client(), "room");

        assertThat(join(more).raw(name)).contains(link("css"));
        assertThat(join(more + "&" + name + "=https%3A%2F%2Fexample.org%2Fa.css")
                        .raw(name))
                .contains("https://example.org/a.css");
    }

    /** The parameters that reach the node, by way of the browser or not. */
    private Parameters join(String more) throws Exception {
        HttpAnswer answer = pool.client().send("GET", "join", "meetingID=room&fullName=Eve&role=VIEWER" + more);
        if (answer.location().isPresent()) {
            HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(answer.location().get()).build(),
                            HttpResponse.BodyHandlers.discarding());
        }
        return pool.nodes().get(0).requests().last("join").orElseThrow().parameters();
    }

    @Test
    void another_tenant_on_the_same_nodes_sees_nothing_of_it() throws Exception {
        uploads.set(pool.tenant(), "logo", "a.gif", Uploads.gif());
        try (SecondTenant other = SecondTenant.in(testbed, pool)) {
            assertThat(Rooms.create(other.client(), "room").succeeded()).isTrue();

            assertThat(meeting("room").documents()).isEmpty();
            assertThat(meeting("room").createParameters().raw("logo")).isEmpty();
            assertThat(createOnNode().method()).isEqualTo("GET");
        }
    }
}
