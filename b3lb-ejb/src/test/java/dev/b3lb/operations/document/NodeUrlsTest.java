package dev.b3lb.operations.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.settings.SomeSettings;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NodeUrlsTest {

    private final NodeUrls urls = new NodeUrls(SomeSettings.with());

    private static JsonObject document(String yaml) {
        return DocumentText.read(yaml.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{slug: a, url: 'https://a.example/bigbluebutton/'} | https://a.example/bigbluebutton/api/",
                "{slug: a, url: 'https://a.example/bigbluebutton/api/'} | https://a.example/bigbluebutton/api/",
                "{slug: a, url: a.example, protocol: http} | http://a.example/bigbluebutton/api/",
                "{slug: a, url: a.example} | https://a.example/bigbluebutton/api/",
                "{slug: a, url: ''} | ''",
            })
    void a_node_has_the_url_that_will_be_stored(String node, String url) {
        JsonObject stored = urls.asStored(document("b3lb: 1\nnodes: [{slug: first}, " + node + "]"));

        assertThat(stored.getJsonArray("nodes").getJsonObject(1).getString("url"))
                .isEqualTo(url == null ? "" : url);
        assertThat(stored.getInt("b3lb")).isEqualTo(1);
        assertThat(stored.getJsonArray("nodes").getJsonObject(0)).isEqualTo(document("slug: first"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"b3lb: 1", "nodes: none", "nodes: [1, [], {}, {url: 1}, {url: null}]"})
    void what_is_no_node_or_has_no_url_stays_as_it_is(String yaml) {
        assertThat(urls.asStored(document(yaml))).isEqualTo(document(yaml));
    }
}
