package dev.b3lb.operations.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.b3lb.operations.RefusedException;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTextTest {

    @Property(tries = 300)
    void any_text_and_number_survives_as_yaml(@ForAll String text, @ForAll int number, @ForAll boolean truth) {
        String wellFormed = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        JsonObject document = document(wellFormed, number, truth);

        assertThat(DocumentText.read(DocumentText.yaml(document).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(document);
    }

    @Example
    void texts_that_look_like_something_else_stay_texts() {
        for (String text :
                new String[] {"007", "1e3", "true", "null", "~", "", " a", "a: b", "# no", "- x", "2026-01-01"}) {
            JsonObject document = document(text, 1, true);

            assertThat(DocumentText.read(DocumentText.yaml(document).getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(document);
        }
    }

    @Example
    void json_is_read_too() {
        JsonObject document = document("Süd", 3, false);

        assertThat(DocumentText.read(DocumentText.json(document).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(document);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[1]",
                "text",
                "{\"a\": ",
                "a: b: c",
                "a: 1\na: 2",
                "a: &x [1]\nb: [*x, *x]",
                "!!java.net.URL x"
            })
    void what_is_no_document_is_refused(String text) {
        assertThatThrownBy(() -> DocumentText.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("nothing was changed");
    }

    @Example
    void a_refusal_tells_the_line_and_nothing_of_the_text() {
        assertThatThrownBy(
                        () -> DocumentText.read("b3lb: 1\nnodes: [{secret: hunter2".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("line 2")
                .message()
                .doesNotContain("hunter2");
    }

    @Example
    void a_document_of_nothing_but_brackets_is_refused() {
        for (String bracket : new String[] {"[", "{a: ", "- "}) {
            assertThatThrownBy(
                            () -> DocumentText.read(("a: " + bracket.repeat(200_000)).getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("neither YAML nor JSON");
        }
    }

    @Example
    void bytes_that_are_not_utf_8_are_refused() {
        assertThatThrownBy(() -> DocumentText.read(new byte[] {'a', ':', ' ', (byte) 0xff}))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("UTF-8");
    }

    private static JsonObject document(String text, int number, boolean truth) {
        JsonArray list = Json.createArrayBuilder().add(text).add(number).build();
        return Json.createObjectBuilder()
                .add("text", text)
                .add("number", number)
                .add("fraction", 1.5)
                .add("truth", truth)
                .add("list", list)
                .add("empty", JsonValue.EMPTY_JSON_ARRAY)
                .add("also-empty", JsonValue.EMPTY_JSON_ARRAY)
                .build();
    }
}
