package dev.b3lb.bbb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BodyContentTest {

    @Property
    void cut_and_joined_as_a_text_would_be(
            @ForAll @Size(max = 5) List<String> pieces,
            @ForAll @IntRange(max = 40) int one,
            @ForAll @IntRange(max = 40) int other)
            throws IOException {
        String text = text(String.join("", pieces));
        BodyContent content = pieces.stream()
                .map(BodyContentTest::of)
                .reduce(BodyContent::then)
                .orElseGet(() -> of(""));
        int from = Math.min(Math.min(one, other), text.length());
        int to = Math.min(Math.max(one, other), text.length());

        assertThat(content.length()).isEqualTo(text.length());
        assertThat(read(content)).isEqualTo(text);
        assertThat(read(content)).as("a second time").isEqualTo(text);
        assertThat(read(content.part(from, to))).isEqualTo(text.substring(from, to));
        byte[] block = new byte[3];
        int count = content.read(from, block);
        assertThat(new String(block, 0, count, StandardCharsets.ISO_8859_1))
                .isEqualTo(text.substring(from, Math.min(text.length(), from + 3)));
        for (int i = 0; i < text.length(); i++) {
            assertThat((char) (content.at(i) & 0xFF)).isEqualTo(text.charAt(i));
        }
    }

    @Test
    void what_is_shared_is_not_counted_as_held() {
        BodyContent own = of("0123456789");
        BodyContent joined =
                own.part(0, 4).then(BodyContent.shared(new byte[100])).then(own.part(4, 10));

        assertThat(joined.length()).isEqualTo(110);
        assertThat(joined.held()).isEqualTo(10);
        assertThat(BodyContent.shared(new byte[100]).held()).isZero();
    }

    @Test
    void there_is_no_byte_behind_the_end() {
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> of("ab").at(2));
    }

    @Test
    void shows_its_size_only() {
        assertThat(of("secret")).hasToString("6 bytes");
    }

    private static BodyContent of(String text) {
        return BodyContent.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(BodyContent content) throws IOException {
        return new String(content.open().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** One character for each byte. */
    private static String text(String any) {
        return new String(any.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
