package dev.b3lb.bbb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class ModulesBodyTest {

    private static final PresentationModule MODULE = PresentationModule.inline("ü \"&<.pdf", new byte[] {1, 2, 3});

    private final ModulesBody bodies = new ModulesBody();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<modules/>",
                "<modules />\n",
                "<modules></modules>",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<modules> </modules >\n",
                "<?xml version='1.0' encoding='iso-8859-1'?><modules a='b'><module name='x'/></modules>",
                "\uFEFF<modules><module name='x'>ü</module></modules>",
                "<modules><module name=\"clientSettingsOverride\"><![CDATA[{\"a\":\"</modules>\"}]]></module></modules>",
                "<modules><!-- <module name='presentation'/> --></modules>",
                "<modules><module name='x'><module name='presentation'/></module></modules>",
                "<modules><module name='presentation'/></modules>",
                "<modules>\n <module name='presentation' >\n <!-- <document/> --> none </module>\n</modules>",
                "<modules><x name='&#112;resentation'></x><module name='x'/></modules>",
                "<modules></modules><!-- the end -->\n<?x y?>",
                "<modules><modules/></modules>",
                "<modules><module name='x' a='1&#10;2'>&#13;&lt;]]&gt;</module></modules>",
            })
    void a_body_without_a_presentation_takes_one_and_keeps_the_rest(String xml) throws Exception {
        assertMerged(xml, "text/xml", StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no xml",
                "<modules>",
                "<modules><module name=\"presentation\"><document url=\"x\"/></module></modules>",
                "<modules>\n  <module\n name = 'presentation' ><document/></module></modules>",
                "<modules><x name='&#112;resentation'><document/></x></modules>",
                "<modules><module name='presentation'/><module name='presentation'><document/></module></modules>",
                "<response><returncode/></response>",
                "<modules></modules>trailing",
                "<modules></modules><modules></modules>",
                "<!DOCTYPE modules><modules></modules>",
                "<!DOCTYPE m [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><modules>&x;</modules>",
                "<modules>&nbsp;</modules>",
                "<m:modules xmlns:m='u'></m:modules>",
                "<modules></modules><?x </modules> <?y ?>",
                "<?xml version='1.0' encoding='UTF-16'?><modules></modules>",
                "<?xml version='1.0' encoding='Shift_JIS'?><modules></modules>",
            })
    void other_bodies_are_left_alone(String xml) {
        assertThat(bodies.takesPresentation(body(xml, "text/xml", StandardCharsets.UTF_8)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "text/xml; charset=ISO-8859-1, ISO-8859-1, true",
        "application/xml;charset=\"utf-8\", UTF-8, true",
        "application/xml; CHARSET=windows-1252, windows-1252, true",
        "text/xml; charset=UTF-16, UTF-16, false",
        "text/xml; charset=UTF-16LE, UTF-16LE, false",
        "text/xml; charset=x-unknown, UTF-8, false",
        "text/xml, UTF-16, false",
        "text/xml, UTF-32, false",
    })
    void only_encodings_that_hold_ascii_are_touched(String mediaType, String charset, boolean taken) throws Exception {
        String xml = "<modules><module name='x'>grüße</module></modules>";
        NodeRequest.Body body = body(xml, mediaType, Charset.forName(charset));

        assertThat(bodies.takesPresentation(body)).isEqualTo(taken);
        if (taken) {
            String merged = new String(SomeBodies.bytes(bodies.with(body, MODULE)), Charset.forName(charset));
            assertThat(merged).startsWith("<modules><module name='x'>grüße</module><module name=\"presentation\">");
        }
    }

    /** Read in pieces: a text of any length; as a whole, and therefore only up to a bound: all else. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "<module>, </module>, true",
                "<module><!--, --></module>, false",
                "<module><![CDATA[, ]]></module>, false",
                "<module x=', '/>, false",
                "<module x='>, '/>, false",
                "<?x , ?>, false",
            })
    void a_large_body_is_read_without_a_copy_of_it_or_left_alone(String before, String after, boolean taken) {
        String large = "<modules>" + before + "A".repeat(31 << 20) + after + "</modules>";
        NodeRequest.Body body = body(large, "text/xml", StandardCharsets.UTF_8);

        long allocated = AllocatedBytes.by(() -> {
            assertThat(bodies.takesPresentation(body)).isEqualTo(taken);
            if (taken) {
                NodeRequest.Body merged = bodies.with(body, MODULE);
                assertThat(merged.content().length())
                        .isEqualTo(body.content().length() + MODULE.xml().length());
                assertThat(merged.content().held()).isEqualTo(body.content().length());
            }
        });

        assertThat(allocated).isLessThan(16 << 20);
    }

    @Test
    void blanks_are_no_body() {
        assertThat(ModulesBody.isEmpty(Optional.empty())).isTrue();
        assertThat(ModulesBody.isEmpty(Optional.of(body(" \r\n\t", "text/xml", StandardCharsets.UTF_8))))
                .isTrue();
        assertThat(ModulesBody.isEmpty(Optional.of(body(".", "text/xml", StandardCharsets.UTF_8))))
                .isFalse();
    }

    @Test
    void a_body_of_our_own_is_ascii_and_reads_back() throws Exception {
        NodeRequest.Body own = MODULE.body();

        assertThat(new String(SomeBodies.bytes(own), StandardCharsets.ISO_8859_1))
                .matches("[ -~]+");
        Element document =
                (Element) parse(SomeBodies.bytes(own)).getFirstChild().getFirstChild();
        assertThat(document.getAttribute("name")).isEqualTo("ü \"&<.pdf");
        assertThat(document.getTextContent()).isEqualTo("AQID");
    }

    @Provide
    Arbitrary<String> modules() {
        Arbitrary<String> piece = Arbitraries.of(
                "<module name='a'>",
                "<module name=\"b\"/>",
                "</module>",
                "<![CDATA[{\"x\":1}]]>",
                "<![CDATA[</modules>]]>",
                "<!-- </modules> -->",
                "<?pi </modules> ?>",
                "text ü 😀",
                "&amp;&#x20AC;",
                "<document url='u?a=1&amp;b' filename=\"f\"/>",
                "<modules>",
                "</modules>",
                "<modules/>",
                "\n");
        Arbitrary<String> inner = piece.list().ofMaxSize(8).map(pieces -> String.join("", pieces));
        Arbitrary<String> head = Arbitraries.of("", "\uFEFF", "<?xml version='1.0'?>\n", "<!-- <modules/> -->");
        Arbitrary<String> tail =
                Arbitraries.of("", "\n", "<!-- </modules> -->", "<?x </modules>?>", "<?x <modules/>?>");
        return Combinators.combine(head, inner, tail).as((h, i, t) -> h + "<modules>" + i + "</modules>" + t);
    }

    @Property(tries = 3_000)
    void whatever_is_taken_is_merged_right(@ForAll("modules") String xml) throws Exception {
        if (bodies.takesPresentation(body(xml, "text/xml", StandardCharsets.UTF_8))) {
            assertMerged(xml, "text/xml", StandardCharsets.UTF_8);
        }
    }

    private void assertMerged(String xml, String mediaType, Charset charset) throws Exception {
        NodeRequest.Body body = body(xml, mediaType, charset);
        assertThat(bodies.takesPresentation(body)).isTrue();

        NodeRequest.Body merged = bodies.with(body, MODULE);

        assertThat(merged.mediaType()).isEqualTo(mediaType);
        Element before = parse(SomeBodies.bytes(body));
        Element after = parse(SomeBodies.bytes(merged));
        Node last = after.getLastChild();
        assertThat(((Element) last).getAttribute("name")).isEqualTo("presentation");
        assertThat(((Element) last.getFirstChild()).getAttribute("name")).isEqualTo("ü \"&<.pdf");
        after.removeChild(last);
        assertThat(after.isEqualNode(before))
                .as(new String(SomeBodies.bytes(merged), charset))
                .isTrue();
    }

    private static NodeRequest.Body body(String xml, String mediaType, Charset charset) {
        return new NodeRequest.Body(mediaType, xml.getBytes(charset));
    }

    private static Element parse(byte[] xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getDocumentElement();
    }
}
