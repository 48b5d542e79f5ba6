package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.b3lb.testbed.HttpAnswer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.OperationRejected;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server below b3lb shows to strangers, and what could run in it: nothing of its own. */
@OnTestbed
class ExposureIT {

    private final Testbed testbed;

    ExposureIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/console",
                "/console/",
                "/console/index.html",
                "/management",
                "/error",
                "/metrics",
                "/openapi",
                "/wildfly-services",
                "/index.html",
                "/wildfly.css",
                "/.well-known/acme-challenge/x",
            })
    void nothing_is_at_the_server_s_own_addresses(String path) throws IOException {
        HttpAnswer answer = Wire.of(testbed).get(path, "localhost");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Location")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|/console|",
                "GET|/nope|",
                "GET|/health/%zz|",
                "GET|*|",
                "GET|/b3lb/ping|Cookie: a=b; $Version=%%;;\"",
                "TRACE|/b3lb/ping|",
                "OPTIONS|*|",
                "GET|/admin/api/v1/me|",
            })
    void no_answer_names_a_product_or_shows_a_stack_trace(String method, String target, String header)
            throws IOException {
        HttpAnswer answer =
                Wire.of(testbed).send(method, target, "localhost", "", header == null ? List.of() : List.of(header));

        assertThat(answer.header("Server")).isEmpty();
        assertThat(answer.header("X-Powered-By")).isEmpty();
        assertThat(answer.text())
                .doesNotContainIgnoringCase("undertow")
                .doesNotContainIgnoringCase("wildfly")
                .doesNotContainIgnoringCase("jboss")
                .doesNotContain("\tat ", "Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/bigbluebutton/api",
                "/b3lb/t/nobody/bbb/api/getMeetings",
                "/b3lb/ping",
                "/b3lb/metrics",
                "/health/ready",
                "/admin/api/v1/me",
                "/nowhere"
            })
    void nothing_runs_in_an_answer_whose_texts_may_be_somebody_else_s(String path) throws IOException {
        HttpAnswer answer = Wire.of(testbed).get(path, "localhost");

        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.header("Content-Security-Policy").orElseThrow()).contains("default-src 'none'", "sandbox");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|*|",
                "CONNECT|example.com:443|",
                "GET|http://example.com/|",
                "GET|/b3lb/r/%ff|",
                "GET|/nowhere|Cookie: a=b; $Version=%%;;\"",
            })
    void what_no_page_can_be_asked_for_is_refused_before_anybody_looks_at_it(
            String method, String target, String header) throws IOException {
        HttpAnswer answer =
                Wire.of(testbed).send(method, target, "localhost", "", header == null ? List.of() : List.of(header));

        assertThat(answer.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept: garbage",
                "Accept: */*;q=x",
                "Accept-Language: ;;=",
                "Content-Type: /",
                "If-None-Match: \"",
                "If-Modified-Since: never",
                "Accept-Encoding: ;q=1",
                "Content-Language: %%"
            })
    void headers_that_cannot_be_read_do_no_harm(String header) throws IOException {
        for (String path :
                List.of("/b3lb/ping", "/health/live", "/bigbluebutton/api", "/admin/api/v1/me", "/nowhere")) {
            assertThat(Wire.of(testbed)
                            .send("GET", path, "localhost", "", List.of(header))
                            .status())
                    .as(path)
                    .isIn(200, 401, 404);
        }
    }

    @Test
    void a_file_beside_the_application_is_not_deployed() throws IOException {
        Path deployments = testbed.server().directory().resolve("deployments");
        assertThat(deployments.resolve("b3lb.ear")).exists();
        try (var files = Files.list(deployments)) {
            assertThat(files)
                    .extracting(file -> file.getFileName().toString())
                    .noneMatch(name -> name.endsWith(".deployed"));
        }
        assertThatThrownBy(() -> testbed.operations()
                        .call(new ModelNode().add("subsystem", "deployment-scanner"), "read-resource", Map.of()))
                .isInstanceOf(OperationRejected.class)
                .hasMessageContaining("No resource definition");
    }
}
