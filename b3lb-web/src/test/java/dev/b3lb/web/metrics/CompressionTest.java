package dev.b3lb.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompressionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"gzip", "GZIP", "deflate, gzip;q=1.0, *;q=0.5", "br , x-gzip", "gzip;q=0.001", "gzip; q=0.5"})
    void is_for_who_takes_gzip(String header) {
        assertThat(Compression.isWanted(List.of(header))).isTrue();
        assertThat(Compression.isWanted(List.of("identity", header))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "identity", "gzip;q=0", "gzip;q=0.000", "gzips", "deflate", "br;gzip", ",;,"})
    void is_for_nobody_else(String header) {
        assertThat(Compression.isWanted(List.of(header))).isFalse();
        assertThat(Compression.isWanted(List.of())).isFalse();
    }

    @Test
    void what_comes_out_is_what_went_in() throws IOException {
        String text = "b3lb_meetings{secret=\"ACME\"} 1.0\n".repeat(10_000);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        Compression.of(body -> body.write(text.getBytes(StandardCharsets.UTF_8)))
                .write(out);

        assertThat(out.size()).isLessThan(text.length() / 10);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(out.toByteArray())).readAllBytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(text);
    }

    @Test
    void a_client_that_goes_away_is_told_on() {
        assertThatThrownBy(() -> Compression.of(body -> {
                            throw new IOException("gone");
                        })
                        .write(new ByteArrayOutputStream()))
                .isInstanceOf(IOException.class)
                .hasMessage("gone");
    }
}
