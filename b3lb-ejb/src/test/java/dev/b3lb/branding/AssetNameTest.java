package dev.b3lb.branding;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssetNameTest {

    @ParameterizedTest
    @CsvSource({
        "a.pdf, a.pdf",
        "./dir/a.pdf, a.pdf",
        "'C:\\dir\\a.pdf', a.pdf",
        "../../etc/passwd, passwd",
        "' a b .pdf ', a b .pdf",
        "grüße.pdf, grüße.pdf",
    })
    void is_the_last_part_of_a_path(String path, String name) {
        assertThat(AssetName.of(path)).contains(name);
    }

    @Test
    void has_no_characters_that_cannot_be_seen() {
        assertThat(AssetName.of("a\r\nX: y\u0000\u202E\uFEFF\uD800.pdf")).contains("aX: y.pdf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "/", "dir/", ".", "..", "a/..", "\u0001"})
    void may_not_be_nothing(String path) {
        assertThat(AssetName.of(path)).isEmpty();
    }

    @Test
    void has_255_characters_at_most() {
        assertThat(AssetName.of("😀".repeat(255))).isPresent();
        assertThat(AssetName.of("a".repeat(256))).isEmpty();
    }

    @Test
    void that_is_shown_keeps_the_ending() {
        assertThat(AssetName.shown("Welcome", "a.PDF")).isEqualTo("Welcome.pdf");
        assertThat(AssetName.shown("Welcome.pdf", "a.PDF")).isEqualTo("Welcome.pdf");
        assertThat(AssetName.shown("v1.2", "a.pdf")).isEqualTo("v1.2.pdf");
    }

    @Property
    void any_text_makes_a_clean_name_or_none(@ForAll String path) {
        AssetName.of(path).ifPresent(name -> assertThat(name)
                .isNotBlank()
                .doesNotContain("/", "\\")
                .matches(text -> text.chars().noneMatch(Character::isISOControl)));
    }
}
