package dev.b3lb.bbb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlBodyRuleTest {

    private static final String HIDDEN = "<!DOCTYPE m [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><modules>&x;</modules>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE modules><modules/>",
                "<!DOCTYPE m [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><modules>&x;</modules>",
                "\uFEFF<!DOCTYPE modules><modules/>",
                "\r\n\t <!DOCTYPE modules><modules/>",
                "<?xml version='1.0' encoding=\"UTF-8\"?><!DOCTYPE modules><modules/>",
                "<?xml version='1.1'?>\u0085\u2028<!DOCTYPE modules><modules/>",
                "<!-- - -- > <modules/> --><?x <modules/> ?><!DOCTYPE modules><modules/>",
                "<!----><!DOCTYPE modules><modules/>",
                "<?xml-stylesheet href='a'?><!DOCTYPE modules><modules/>",
                "junk <!DOCTYPE modules><modules/>",
                "<!doctype modules><modules/>",
                "<!ENTITY x 'y'><modules/>",
                "<!",
            })
    void a_document_type_is_refused(String xml) {
        assertThat(check("text/xml", xml, StandardCharsets.UTF_8)).isEqualTo(BbbError.XML_DOCUMENT_TYPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<modules/>",
                "\uFEFF<modules/>",
                "<?xml version=\"1.0\" encoding=\"utf-8\" standalone='no'?>\n<modules/>",
                "<?xml version='1.0' encoding='iso-8859-2'?><modules/>",
                "<!-- <!DOCTYPE x> --><modules/>",
                "<?x <!DOCTYPE x> encoding='UTF-16' ?><modules/>",
                "<modules><![CDATA[<!DOCTYPE x>]]></modules>",
                "<modules><module name='a'>&lt;!DOCTYPE</module></modules>",
                "",
                " \n",
                "no xml",
                "<",
                "<?",
                "<?xml version='1.0'",
                "<!-- no end",
            })
    void all_else_is_left_to_the_node(String xml) {
        assertThat(check("application/xml; charset=utf-8", xml, StandardCharsets.UTF_8))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "x-UTF-32LE-BOM", "IBM037", "IBM1047"})
    void no_encoding_hides_a_document_type(String charset) {
        for (String xml : new String[] {HIDDEN, "<?xml version='1.0' encoding='" + charset + "'?>" + HIDDEN}) {
            assertThat(check("text/xml", xml, Charset.forName(charset))).isIn(BbbError.XML_ENCODING, null);
            assertThat(check("text/xml; charset=" + charset, xml, Charset.forName(charset)))
                    .isEqualTo(BbbError.XML_ENCODING);
        }
        assertThat(check("text/xml", "<?xml version='1.0'?>" + HIDDEN, Charset.forName(charset)))
                .as("what a parser tells by the first bytes")
                .isEqualTo(BbbError.XML_ENCODING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version='1.0' encoding='IBM037'?><modules/>",
                "<?xml version='1.0' encoding='UTF-7'?>+ADwAIQ-DOCTYPE<modules/>",
                "<?xml version='1.0' encoding = \"ISO-2022-JP\"?><modules/>",
                "<?xml version='1.0' encoding='UTF-8' encoding='IBM037'?><modules/>",
                "\n<?xml version='1.0' encoding='UTF-16'?><modules/>",
            })
    void a_declared_encoding_must_hold_ascii(String xml) {
        assertThat(check("text/xml", xml, StandardCharsets.UTF_8)).isEqualTo(BbbError.XML_ENCODING);
    }

    @Test
    void a_declaration_of_any_length_is_read_or_refused() {
        String blanks = " ".repeat(100_000);
        assertThat(check("text/xml", "<?xml " + blanks + "encoding='IBM037'?><modules/>", StandardCharsets.UTF_8))
                .isEqualTo(BbbError.XML_ENCODING);
        assertThat(check("text/xml", "<?x " + blanks + "?><modules/>", StandardCharsets.UTF_8))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "text/xml;charset=\"UTF-8\", true",
        "text/xml; Charset=iso-8859-15, true",
        "text/xml; charset=, true",
        "text/xml; charset=utf-8; charset=utf-16, false",
        "text/xml; charset=Shift_JIS, false",
        "text/xml; charset=x-unknown, false",
    })
    void so_must_that_of_the_content_type(String mediaType, boolean taken) {
        assertThat(check(mediaType, "<modules/>", StandardCharsets.UTF_8) == null)
                .isEqualTo(taken);
    }

    @Test
    void nothing_is_copied() {
        NodeRequest.Body body = new NodeRequest.Body(
                "text/xml", ("<!--" + "-".repeat(8 << 20) + "--><modules/>").getBytes(StandardCharsets.UTF_8));

        assertThat(AllocatedBytes.by(() -> assertThat(XmlBodyRule.check(body)).isEmpty()))
                .isLessThan(1 << 20);
    }

    private static BbbError check(String mediaType, String xml, Charset charset) {
        return XmlBodyRule.check(new NodeRequest.Body(mediaType, xml.getBytes(charset)))
                .orElse(null);
    }
}
