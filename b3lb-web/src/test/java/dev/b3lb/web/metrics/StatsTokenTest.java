package dev.b3lb.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatsTokenTest {

    private static final UUID TOKEN = UUID.fromString("42b946a2-8c1b-4155-a1d3-dd8bee10fc0b");

    @Test
    void is_the_token_alone_or_behind_bearer() {
        assertThat(StatsToken.parse(TOKEN.toString())).contains(TOKEN);
        assertThat(StatsToken.parse("bEARER " + TOKEN)).contains(TOKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer b3lb_x",
                "Basic 42b946a2-8c1b-4155-a1d3-dd8bee10fc0b",
                "Bearer42b946a2-8c1b-4155-a1d3-dd8bee10fc0b",
                "42b946a2-8c1b-4155-a1d3-dd8bee10fc0b2",
                "42b946a28c1b4155a1d3dd8bee10fc0b",
                "2-8-4-a-d",
            })
    void nothing_else_is_one(String header) {
        assertThat(StatsToken.parse(header)).isEmpty();
        assertThat(StatsToken.parse(null)).isEmpty();
    }
}
