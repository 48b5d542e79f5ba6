package dev.b3lb.bbb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeEndpointTest {

    private static final URI LOAD = URI.create("https://node.example.org/b3lb/load");

    @Test
    void signs_with_its_secret_and_hash() {
        NodeEndpoint node = node("https://node.example.org/bigbluebutton/api/");
        assertThat(node.signed("join", QueryParameters.parse("fullName=J%C3%B6rg&checksum=x")))
                .isEqualTo(URI.create("https://node.example.org/bigbluebutton/api/join?fullName=J%C3%B6rg&checksum="
                        + ChecksumAlgorithm.SHA1.hex("joinfullName=J%C3%B6rgsecret")));
        assertThat(node.signed("getMeetings", QueryParameters.none()).getRawQuery())
                .isEqualTo("checksum=" + ChecksumAlgorithm.SHA1.hex("getMeetingssecret"));
    }

    @Test
    void a_path_before_bbbs_is_kept() {
        assertThat(node("http://host:8090/n1/bigbluebutton/api/")
                        .signed("end", QueryParameters.none())
                        .toString())
                .startsWith("http://host:8090/n1/bigbluebutton/api/end?checksum=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://node.example.org/bigbluebutton/api",
                "/bigbluebutton/api/",
                "ftp://node.example.org/bigbluebutton/api/",
                "https:///bigbluebutton/api/",
                "https://a_b/bigbluebutton/api/",
                "https://user:pw@node.example.org/bigbluebutton/api/",
                "https://node.example.org/bigbluebutton/api/?x=y",
                "mailto:x",
            })
    void an_address_that_is_no_api_is_refused(String api) {
        assertThatIllegalArgumentException().isThrownBy(() -> node(api)).withMessageStartingWith("A node's API base");
    }

    @Test
    void a_blank_secret_is_refused() {
        URI api = URI.create("https://node.example.org/bigbluebutton/api/");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NodeEndpoint(api, LOAD, " ", ChecksumAlgorithm.SHA1))
                .withMessage("A node's secret must not be blank.");
    }

    @Test
    void shows_no_secret() {
        assertThat(node("https://node.example.org/bigbluebutton/api/").toString())
                .doesNotContain("secret");
    }

    private static NodeEndpoint node(String api) {
        return new NodeEndpoint(URI.create(api), LOAD, "secret", ChecksumAlgorithm.SHA1);
    }
}
