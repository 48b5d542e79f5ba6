package dev.b3lb.web.asset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.branding.AssetFile;
import dev.b3lb.branding.AssetKind;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {

    private static final String BEFORE = "Thu, 01 Jan 1970 00:16:39 GMT";
    private static final String SAME_SECOND = "Thu, 01 Jan 1970 00:16:40 GMT";

    private final AssetFile file = new AssetFile(
            AssetKind.LOGO,
            "a.png",
            "image/png",
            3,
            "abc0",
            Instant.ofEpochSecond(1_000).plusMillis(700),
            0);

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'\"abc0\"', true",
                "'W/\"abc0\"', true",
                "'\"x\", W/\"abc0\" , \"y\"', true",
                "*, true",
                "'\"abc\"', false",
                "'\"xabc0\"', false",
                "abc0, false",
                "'\"', false",
                "nonsense, false",
            })
    void entity_tags_are_compared_one_by_one(String tags, boolean met) {
        assertThat(condition(tags, null).isMetBy(file)).isEqualTo(met);
    }

    @ParameterizedTest
    @CsvSource({"'" + BEFORE + "', false", "'" + SAME_SECOND + "', true", "yesterday, false", "'', false"})
    void a_date_counts_in_whole_seconds(String since, boolean met) {
        assertThat(condition(null, since).isMetBy(file)).isEqualTo(met);
    }

    @Test
    void an_entity_tag_outweighs_a_date() {
        assertThat(condition("\"old\"", SAME_SECOND).isMetBy(file)).isFalse();
        assertThat(condition("\"abc0\"", BEFORE).isMetBy(file)).isTrue();
    }

    @Test
    void who_says_nothing_has_nothing() {
        assertThat(condition(null, null).isMetBy(file)).isFalse();
    }

    private static Condition condition(String tags, String since) {
        return new Condition(Optional.ofNullable(tags), Optional.ofNullable(since));
    }
}
