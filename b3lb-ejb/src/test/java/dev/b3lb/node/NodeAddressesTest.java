package dev.b3lb.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.b3lb.bbb.ChecksumAlgorithm;
import dev.b3lb.bbb.NodeEndpoint;
import dev.b3lb.settings.SomeSettings;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NodeAddressesTest {

    private final NodeAddresses addresses =
            new NodeAddresses(SomeSettings.with("B3LB_NODE_DEFAULT_DOMAIN", "pool.example"));

    @ParameterizedTest
    @CsvSource({
        "bbb05, example.com, bbb05.example.com",
        "bbb05, bbb05.example.com, bbb05.example.com",
        "bbb05, bbb050.example.com, bbb05.bbb050.example.com",
        "bbb05.example.com, bbb05.example.com, bbb05.example.com",
        "BBB05, bbb05.example.com, bbb05.example.com",
        "localhost, localhost, localhost",
        "bbb05, '', bbb05.pool.example",
        "bbb05, ' ', bbb05.pool.example",
        "bbb05, pool.example, bbb05.pool.example",
    })
    void the_domain_is_the_whole_host_name_when_it_begins_with_the_slug(String slug, String domain, String host) {
        assertThat(addresses.host(slug, domain)).isEqualTo(host);
    }

    @Test
    void api_and_load_have_their_usual_paths() {
        NodeEndpoint endpoint = of(Optional.empty(), 443);
        assertThat(endpoint.api()).hasToString("https://bbb05.example:443/bigbluebutton/api/");
        assertThat(endpoint.load()).hasToString("https://bbb05.example:443/b3lb/load");
    }

    @Test
    void paths_may_be_set_with_or_without_slashes() {
        NodeAddresses other = new NodeAddresses(
                SomeSettings.with("B3LB_NODE_BBB_ENDPOINT", "/proxy/api", "B3LB_NODE_LOAD_ENDPOINT", "/load"));
        NodeEndpoint endpoint = other.ofHost("http", "a.example", 8090, "s", ChecksumAlgorithm.SHA1);
        assertThat(endpoint.api()).hasToString("http://a.example:8090/proxy/api/");
        assertThat(endpoint.load()).hasToString("http://a.example:8090/load");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:8090/n1/bigbluebutton/api/", "http://127.0.0.1:8090/n1/bigbluebutton/api"})
    void a_url_replaces_all_parts_and_the_load_stands_at_the_root_of_its_host(String url) {
        NodeEndpoint endpoint = of(Optional.of(url), 443);
        assertThat(endpoint.api()).hasToString("http://127.0.0.1:8090/n1/bigbluebutton/api/");
        assertThat(endpoint.load()).hasToString("http://127.0.0.1:8090/b3lb/load");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not a url", "ftp://a.example/", "https:///api/"})
    void a_url_that_makes_no_address_is_refused(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> of(Optional.of(url), 443));
    }

    @ParameterizedTest
    @CsvSource({
        "https://bbb05.example.com/bigbluebutton/, https://bbb05.example.com/bigbluebutton/api/",
        "https://bbb05.example.com/bigbluebutton, https://bbb05.example.com/bigbluebutton/api/",
        "https://bbb05.example.com/bigbluebutton/api, https://bbb05.example.com/bigbluebutton/api/",
        "https://bbb05.example.com/bigbluebutton/api/, https://bbb05.example.com/bigbluebutton/api/",
        "https://bbb05.example.com//bigbluebutton//api//, https://bbb05.example.com/bigbluebutton/api/",
        "https://bbb05.example.com, https://bbb05.example.com/bigbluebutton/api/",
        "https://bbb05.example.com/, https://bbb05.example.com/bigbluebutton/api/",
        "bbb05.example.com, http://bbb05.example.com/bigbluebutton/api/",
        "' bbb05.example.com:8443\n', http://bbb05.example.com:8443/bigbluebutton/api/",
        "bbb05.example.com/bigbluebutton/, http://bbb05.example.com/bigbluebutton/api/",
        "HTTPS://[::1]:8443/bigbluebutton/, HTTPS://[::1]:8443/bigbluebutton/api/",
        "https://example.com/n1/bigbluebutton/, https://example.com/n1/bigbluebutton/api/",
        "https://example.com/proxy/x, https://example.com/proxy/x/",
        "'', ''",
        "' ', ''",
    })
    void what_an_operator_types_becomes_the_url_of_the_api(String typed, String url) {
        assertThat(addresses.apiUrl(typed, "http")).isEqualTo(url);
    }

    @Test
    void a_host_alone_has_its_api_where_the_setting_says() {
        NodeAddresses other = new NodeAddresses(SomeSettings.with("B3LB_NODE_BBB_ENDPOINT", "/proxy/api"));
        assertThat(other.apiUrl("a.example", "https")).isEqualTo("https://a.example/proxy/api/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not a url",
                "ftp://a.example/",
                "https:///api/",
                "https://",
                "https://a.example/bigbluebutton/?x=1",
                "a.example?x",
                "https://a.example/bigbluebutton/#x",
                "https://user:password@a.example/bigbluebutton/",
                "user@a.example",
            })
    void what_makes_no_address_is_refused_afterwards_too(String typed) {
        assertThatIllegalArgumentException().isThrownBy(() -> of(Optional.of(addresses.apiUrl(typed, "https")), 443));
    }

    private NodeEndpoint of(Optional<String> url, int port) {
        return addresses.of(url, "https", "bbb05.example", port, "s", ChecksumAlgorithm.SHA256);
    }
}
