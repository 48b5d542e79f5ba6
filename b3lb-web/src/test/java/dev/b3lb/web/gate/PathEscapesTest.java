package dev.b3lb.web.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathEscapesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/b3lb/t/acme",
                "/a%20b",
                "/%c3%BC",
                "/%e2%82%ac%20x",
                "/%F0%9F%98%80",
                "/%C3%A4",
                "/ä%C3%A4x%41"
            })
    void escapes_of_text_can_be_read(String path) {
        assertThat(PathEscapes.areReadable(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%",
                "/%2",
                "/%zz",
                "/end%zz",
                "/%ff",
                "/%c3",
                "/%c3x%bc",
                "/%FF",
                "/a%C3b",
                "/%C3%28",
                "/x%ED%A0%80",
                "/%2g",
                "/%-1",
                "/%+1",
                "/% 1",
                "/%\u0661\u0661"
            })
    void other_escapes_cannot(String path) {
        assertThat(PathEscapes.areReadable(path)).isFalse();
    }
}
