package dev.b3lb.branding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.b3lb.management.Catalogue;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AssetCheckTest {

    private final AssetCheck check = new AssetCheck();

    static Stream<Arguments> good() {
        String ooxml = "application/vnd.openxmlformats-officedocument.";
        String odf = "application/vnd.oasis.opendocument.";
        return Stream.of(
                arguments(AssetKind.SLIDE, "a.pdf", SomeFiles.pdf(0), "application/pdf"),
                arguments(AssetKind.SLIDE, "A.PDF", SomeFiles.pdf(0), "application/pdf"),
                arguments(
                        AssetKind.SLIDE,
                        "a.pptx",
                        SomeFiles.zip("[Content_Types].xml", "ppt/presentation.xml"),
                        ooxml + "presentationml.presentation"),
                arguments(
                        AssetKind.SLIDE,
                        "a.docx",
                        SomeFiles.zip("[Content_Types].xml", "word/document.xml"),
                        ooxml + "wordprocessingml.document"),
                arguments(
                        AssetKind.SLIDE,
                        "a.xlsx",
                        SomeFiles.zip("_rels/.rels", "xl/workbook.xml"),
                        ooxml + "spreadsheetml.sheet"),
                arguments(AssetKind.SLIDE, "a.odp", SomeFiles.openDocument("presentation"), odf + "presentation"),
                arguments(AssetKind.SLIDE, "a.odt", SomeFiles.openDocument("text"), odf + "text"),
                arguments(AssetKind.SLIDE, "a.ods", SomeFiles.openDocument("spreadsheet"), odf + "spreadsheet"),
                arguments(AssetKind.SLIDE, "a.doc", SomeFiles.compound("WordDocument"), "application/msword"),
                arguments(
                        AssetKind.SLIDE,
                        "a.ppt",
                        SomeFiles.compound("PowerPoint Document"),
                        "application/vnd.ms-powerpoint"),
                arguments(AssetKind.SLIDE, "a.xls", SomeFiles.compound("Workbook"), "application/vnd.ms-excel"),
                arguments(AssetKind.SLIDE, "a.rtf", SomeFiles.text("{\\rtf1 hello}"), "application/rtf"),
                arguments(AssetKind.SLIDE, "a.txt", SomeFiles.text("hello\nworld"), "text/plain"),
                arguments(
                        AssetKind.SLIDE,
                        "a.txt",
                        SomeFiles.text(
                                "Viele Grüße aus der schönen Stadt, in der wir uns alle bald wieder sehen werden.",
                                StandardCharsets.ISO_8859_1),
                        "text/plain"),
                arguments(AssetKind.SLIDE, "a.jpg", SomeFiles.image("jpg"), "image/jpeg"),
                arguments(AssetKind.SLIDE, "a.svg", SomeFiles.svg(), "image/svg+xml"),
                arguments(AssetKind.LOGO, "a.jpeg", SomeFiles.image("jpg"), "image/jpeg"),
                arguments(AssetKind.LOGO, "a.png", SomeFiles.image("png"), "image/png"),
                arguments(AssetKind.LOGO, "a.gif", SomeFiles.image("gif"), "image/gif"),
                arguments(AssetKind.LOGO, "a.webp", SomeFiles.webp(), "image/webp"),
                arguments(AssetKind.LOGO, "a.b.svg", SomeFiles.svg(), "image/svg+xml"),
                arguments(AssetKind.CSS, "a.css", SomeFiles.text("/* ü */ body { color: red }"), "text/css"),
                arguments(AssetKind.CSS, "a.css", SomeFiles.text("\uFEFF@charset \"utf-8\"; a{}"), "text/css"),
                arguments(AssetKind.CSS, "a.css", SomeFiles.text(":root { --x: 1px }"), "text/css"),
                arguments(AssetKind.CSS, "a.css", SomeFiles.text("@import url(https://x/y.css);"), "text/css"),
                arguments(AssetKind.CSS, "a.css", SomeFiles.text("#x > .y{}"), "text/css"));
    }

    @ParameterizedTest
    @MethodSource("good")
    void takes_what_content_and_name_agree_on(AssetKind kind, String name, byte[] content, String mediaType) {
        assertThat(check.check(kind, name, content)).isEqualTo(new AssetVerdict.Fine(mediaType));
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                arguments(AssetKind.SLIDE, "a.pdf", new byte[0], "a.pdf is empty."),
                arguments(AssetKind.SLIDE, "a.pdf", SomeFiles.image("png"), "content is image/png"),
                arguments(AssetKind.SLIDE, "a.exe", SomeFiles.pdf(0), "no ending that a slide may have: pdf, ppt"),
                arguments(AssetKind.SLIDE, "pdf", new byte[] {1, 2, 3, 0}, "content is application/octet-stream"),
                arguments(AssetKind.SLIDE, "a.docx", SomeFiles.zip("a.txt"), "content is application/zip"),
                arguments(AssetKind.SLIDE, "a.pptx", SomeFiles.zip("word/document.xml"), "application/zip"),
                arguments(AssetKind.SLIDE, "a.ppt", SomeFiles.compound("Workbook"), "is not what its ending says"),
                arguments(AssetKind.SLIDE, "a.odp", SomeFiles.openDocument("text"), "opendocument.text"),
                arguments(AssetKind.SLIDE, "a.txt", new byte[] {0, 1, 2, 3}, "application/octet-stream"),
                arguments(AssetKind.SLIDE, "a.gif", SomeFiles.image("gif"), "no ending"),
                arguments(AssetKind.LOGO, "a.pdf", SomeFiles.pdf(0), "png, gif, webp, svg"),
                arguments(AssetKind.LOGO, "a.png", SomeFiles.image("gif"), "content is image/gif"),
                arguments(AssetKind.LOGO, "a.png", SomeFiles.text("<html><script>"), "content is text/html"),
                arguments(AssetKind.LOGO, "a.svg", SomeFiles.text("<html xmlns='x'/>"), "not what its ending says"),
                arguments(AssetKind.LOGO, "a.svg", SomeFiles.text("hello"), "content is text/plain"),
                arguments(AssetKind.CSS, "a.css", SomeFiles.text("<!DOCTYPE html><html></html>"), "text/html"),
                arguments(
                        AssetKind.CSS,
                        "a.css",
                        SomeFiles.text("/* ü */ a{}", StandardCharsets.ISO_8859_1),
                        "its content is not UTF-8"),
                arguments(AssetKind.CSS, "a.css", SomeFiles.image("png"), "image/png"),
                arguments(AssetKind.CSS, "a.txt", SomeFiles.text("a{}"), "a css may have: css."));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void refuses_what_they_do_not_in_a_sentence(AssetKind kind, String name, byte[] content, String words) {
        assertThat(check.check(kind, name, content))
                .isInstanceOfSatisfying(AssetVerdict.Refused.class, refused -> assertThat(refused.sentence())
                        .startsWith(name + " ")
                        .contains(words)
                        .endsWith("."));
    }

    @ParameterizedTest
    @EnumSource(AssetKind.class)
    void says_how_large_a_file_may_be(AssetKind kind) {
        assertThat(check.size(kind, "a", kind.mostBytes())).isEmpty();
        assertThat(check.size(kind, "a", kind.mostBytes() + 1).orElseThrow())
                .contains(kind.word() + " may have " + kind.mostInWords());
    }

    @Test
    void the_largest_file_may_just_be_sent_to_the_server() {
        int most = file(setAsset()).getInt("most-bytes");

        assertThat(Stream.of(AssetKind.values()).mapToInt(AssetKind::mostBytes).max())
                .hasValue(most);
    }

    private static JsonObject setAsset() {
        try (JsonReader json = Json.createReader(Catalogue.class.getResourceAsStream("operations/assets.json"))) {
            return json.readObject().getJsonArray("operations").getValuesAs(JsonObject.class).stream()
                    .filter(operation -> operation.getString("name").equals("setasset"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static JsonObject file(JsonObject operation) {
        return operation.getJsonArray("parameters").getValuesAs(JsonObject.class).stream()
                .filter(parameter -> parameter.getString("type").equals("file"))
                .findFirst()
                .orElseThrow();
    }
}
