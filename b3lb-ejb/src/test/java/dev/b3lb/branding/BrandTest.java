package dev.b3lb.branding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.NodeRequest;
import dev.b3lb.bbb.QueryParameters;
import dev.b3lb.bbb.SomeBodies;
import dev.b3lb.tenant.Account;
import dev.b3lb.tenant.SomeAccounts;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrandTest {

    private static final String LINK = "https://b3lb.example/b3lb/t/acme/";
    private static final byte[] CONTENT = "the slide".getBytes(StandardCharsets.UTF_8);

    private final Account acme = SomeAccounts.account("ACME", 5);
    private final Account other = SomeAccounts.account("OTHER", 0);
    private final FakeAssets assets = new FakeAssets();
    private final Brand brand = assets.brand();

    @ParameterizedTest
    @ValueSource(strings = {"name=x", "name=x&logo=", "logo=%20&name=x"})
    void a_create_gets_the_logo_unless_it_has_one(String query) {
        assets.put(acme.tenantId(), AssetKind.LOGO, "logo.png", CONTENT);

        assertThat(brand.onCreate(acme, parameters(query)).first("logo")).contains(LINK + "logo");
        assertThat(brand.onCreate(acme, parameters("logo=https://x/y")).first("logo"))
                .contains("https://x/y");
        assertThat(brand.onCreate(other, parameters(query))).isEqualTo(parameters(query));
    }

    @Test
    void a_join_gets_the_style_sheet_unless_the_client_named_one_or_none() {
        String name = "userdata-bbb_custom_style_url";
        assets.put(acme.tenantId(), AssetKind.CSS, "a.css", CONTENT);

        assertThat(brand.onJoin(acme, parameters("a=b")).first(name)).contains(LINK + "css");
        assertThat(brand.onJoin(acme, parameters(name + "=https://x")).first(name))
                .contains("https://x");
        assertThat(brand.onJoin(acme, parameters(name + "=")).first(name)).contains("");
        assertThat(brand.onJoin(other, parameters("a=b")).first(name)).isEmpty();
    }

    @Test
    void a_create_without_a_body_takes_the_slide_along_and_reads_it_once() {
        assets.put(acme.tenantId(), AssetKind.SLIDE, "Wëlcome & more.pdf", CONTENT);

        NodeRequest first = brand.withSlide(acme, create("name=x", Optional.empty()));
        for (int i = 0; i < 3; i++) {
            NodeRequest create = brand.withSlide(acme, create("name=x", Optional.empty()));
            assertThat(create.body().orElseThrow().mediaType()).isEqualTo("application/xml");
            assertThat(text(create))
                    .isEqualTo("<modules><module name=\"presentation\"><document name=\"W&#235;lcome &amp; more.pdf\">"
                            + Base64.getEncoder().encodeToString(CONTENT) + "</document></module></modules>");
            assertThat(create.body().get().content())
                    .as("one in memory for all")
                    .isSameAs(first.body().orElseThrow().content());
        }
        assertThat(assets.reads()).isEqualTo(1);
    }

    @Test
    void a_new_slide_is_sent_at_once_also_when_only_its_name_is_new() {
        assets.put(acme.tenantId(), AssetKind.SLIDE, "a.pdf", CONTENT);
        brand.withSlide(acme, create("", Optional.empty()));

        assets.put(acme.tenantId(), AssetKind.SLIDE, "b.pdf", CONTENT);
        assertThat(text(brand.withSlide(acme, create("", Optional.empty())))).contains("\"b.pdf\"");

        assets.put(acme.tenantId(), AssetKind.SLIDE, "b.pdf", new byte[] {1, 2, 3});
        assertThat(text(brand.withSlide(acme, create("", Optional.empty())))).contains(">AQID<");
    }

    @Test
    void a_slide_above_768_kib_goes_by_its_address_and_is_not_read() {
        assets.put(acme.tenantId(), AssetKind.SLIDE, "big.pdf", new byte[(768 << 10) + 1]);

        String xml = text(brand.withSlide(acme, create("", Optional.empty())));

        assertThat(xml).contains("url=\"" + LINK + "slide\"", "filename=\"big.pdf\"");
        assertThat(assets.reads()).isZero();
    }

    @Test
    void a_slide_of_768_kib_goes_along() {
        assets.put(acme.tenantId(), AssetKind.SLIDE, "big.pdf", new byte[768 << 10]);

        assertThat(text(brand.withSlide(acme, create("", Optional.empty())))).hasSizeGreaterThan(1 << 20);
    }

    @Test
    void a_slide_goes_by_its_address_while_its_content_cannot_be_read() {
        assets.put(acme.tenantId(), AssetKind.SLIDE, "a.pdf", CONTENT);
        assets.away();

        assertThat(text(brand.withSlide(acme, create("", Optional.empty())))).contains(LINK + "slide");
        assertThat(text(brand.withSlide(acme, create("", Optional.empty())))).contains(LINK + "slide");
        assertThat(assets.reads()).as("a database that is away is left alone").isEqualTo(1);
    }

    @Test
    void parameters_that_need_a_form_body_name_the_slide() {
        assets.put(acme.tenantId(), AssetKind.SLIDE, "a.pdf", CONTENT);

        NodeRequest create = brand.withSlide(acme, create("welcome=" + "x".repeat(6_100), Optional.empty()));

        assertThat(create.body()).isEmpty();
        assertThat(create.parameters().first("preUploadedPresentation")).contains(LINK + "slide");
        assertThat(create.parameters().first("preUploadedPresentationName")).contains("a.pdf");
    }

    @Test
    void a_create_with_a_presentation_of_the_clients_stays_as_it_is() {
        assets.put(acme.tenantId(), AssetKind.SLIDE, "a.pdf", CONTENT);
        NodeRequest byParameter = create("preUploadedPresentation=https://x/y.pdf", Optional.empty());
        NodeRequest byBody = create(
                "", xml("<modules><module name='presentation'><document url='https://x/y.pdf'/></module></modules>"));
        NodeRequest unreadable = create("", xml("<modules><module>"));

        assertThat(brand.withSlide(acme, byParameter)).isSameAs(byParameter);
        assertThat(brand.withSlide(acme, byBody)).isSameAs(byBody);
        assertThat(brand.withSlide(acme, unreadable)).isSameAs(unreadable);
    }

    @Test
    void a_presentation_without_a_document_keeps_no_slide_away() {
        assets.put(acme.tenantId(), AssetKind.SLIDE, "a.pdf", CONTENT);

        for (String empty : List.of("<module name='presentation'/>", "<module name='presentation'> </module>")) {
            NodeRequest create = brand.withSlide(acme, create("", xml("<modules>" + empty + "</modules>")));
            assertThat(text(create)).contains(empty).contains("a.pdf");
        }
    }

    @Test
    void a_body_with_other_modules_gets_the_slide_as_well() {
        assets.put(acme.tenantId(), AssetKind.SLIDE, "a.pdf", CONTENT);

        NodeRequest create = brand.withSlide(acme, create("", xml("<modules><module name='other'/></modules>")));

        assertThat(text(create))
                .startsWith("<modules><module name='other'/><module name=\"presentation\">")
                .endsWith("</module></modules>");
    }

    @Test
    void another_tenant_sees_nothing_of_it() {
        assets.put(acme.tenantId(), AssetKind.SLIDE, "a.pdf", CONTENT);
        NodeRequest create = create("name=x", Optional.empty());

        assertThat(brand.withSlide(other, create)).isSameAs(create);
    }

    private static NodeRequest create(String query, Optional<NodeRequest.Body> body) {
        return new NodeRequest(ApiCall.CREATE, parameters(query), body);
    }

    private static QueryParameters parameters(String query) {
        return QueryParameters.parse(query);
    }

    private static Optional<NodeRequest.Body> xml(String text) {
        return Optional.of(new NodeRequest.Body("text/xml", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(NodeRequest request) {
        return SomeBodies.text(request.body().orElseThrow());
    }
}
