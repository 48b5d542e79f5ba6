package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.it.AdminClient.Login;
import dev.b3lb.testbed.HttpAnswer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Testbed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In which forms metrics, statistics and the server's own figures are told, and ping. */
@OnTestbed
class MetricsFormsIT {

    private static final String PROMETHEUS = "text/plain;version=0.0.4;charset=utf-8";
    private static final String OPEN_METRICS = "application/openmetrics-text;version=1.0.0;charset=utf-8";

    private final AdminClient client;

    MetricsFormsIT(Testbed testbed) {
        client = new AdminClient(testbed.server().httpPort());
    }

    private HttpAnswer get(String path, String... headers) throws IOException {
        return send("GET", path, headers);
    }

    private HttpAnswer send(String method, String path, String... headers) throws IOException {
        String[] all = List.of(headers).toArray(new String[headers.length + 1]);
        all[headers.length] = Login.scraper().header();
        return client.send(method, Testbed.BASE_DOMAIN, path, all);
    }

    private static String type(HttpAnswer answer) {
        return answer.header("Content-Type").orElseThrow().replace("; ", ";");
    }

    @Test
    void prometheus_gets_open_metrics_and_who_asks_for_nothing_gets_text() throws IOException {
        HttpAnswer forPrometheus = get(
                "/b3lb/metrics",
                "Accept: application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.2,*/*;q=0.1");
        HttpAnswer forOthers = get("/b3lb/metrics");

        assertThat(type(forPrometheus)).isEqualTo(OPEN_METRICS);
        assertThat(forPrometheus.text()).contains("# TYPE b3lb_build info\n").endsWith("# EOF\n");
        assertThat(type(forOthers)).isEqualTo(PROMETHEUS);
        assertThat(forOthers.text()).contains("# TYPE b3lb_build_info gauge\n").doesNotContain("# EOF");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "text/html", ";;;/,", "a/b;q=nonsense"})
    void any_other_wish_gets_text_too(String accept) throws IOException {
        HttpAnswer answer = get("/b3lb/metrics", "Accept: " + accept);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(type(answer)).isEqualTo(PROMETHEUS);
    }

    @ParameterizedTest
    @CsvSource({
        "/b3lb/metrics, '', " + PROMETHEUS,
        "/b3lb/metrics, application/openmetrics-text, " + OPEN_METRICS,
        "/b3lb/metrics/server, application/openmetrics-text, " + PROMETHEUS,
        "/b3lb/stats, text/plain, application/json",
    })
    void nobody_keeps_an_answer_or_guesses_its_type_and_head_is_the_same_without_it(
            String path, String accept, String type) throws IOException {
        for (String method : List.of("GET", "HEAD")) {
            HttpAnswer answer = send(method, path, "Accept: " + accept);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(type(answer)).isEqualTo(type);
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(answer.header("Vary")).contains("Accept, Accept-Encoding");
            assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.header("Content-Encoding")).isEmpty();
            assertThat(answer.header("Content-Length")).isNotEqualTo(Optional.of("0"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/b3lb/metrics", "/b3lb/metrics/server", "/b3lb/stats"})
    void who_takes_gzip_gets_it(String path) throws IOException {
        HttpAnswer answer = get(path, "Accept-Encoding: deflate, gzip;q=0.9");

        assertThat(answer.header("Content-Encoding")).contains("gzip");
        String text = new String(
                new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(text).startsWith(get(path).text().substring(0, 1));
        assertThat(send("HEAD", path, "Accept-Encoding: gzip").header("Content-Encoding"))
                .contains("gzip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/b3lb/metrics", "/b3lb/metrics/server", "/b3lb/stats", "/b3lb/t/acme/metrics"})
    void other_methods_are_told_which_there_are(String path) throws IOException {
        HttpAnswer post = send("POST", path);

        assertThat(post.status()).isEqualTo(405);
        assertThat(post.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(post.header("Allow").orElseThrow()).contains("GET", "HEAD");
        assertThat(send("OPTIONS", path).header("Allow").orElseThrow()).contains("GET", "HEAD");
    }

    @Test
    void the_servers_own_figures_are_those_of_the_virtual_machine_and_the_pools() throws IOException {
        String figures = get("/b3lb/metrics/server").text();

        assertThat(figures)
                .containsPattern("memory_usedHeap_bytes\\{mp_scope=\"base\",server=\"server\",} [1-9]")
                .containsPattern("jvm_uptime_seconds\\{.*} [1-9]")
                .containsPattern("cpu_processCpuTime_seconds\\{.*} [1-9]")
                .containsPattern("thread_count\\{.*} [1-9]")
                .containsPattern("gc_total\\{.*name=.*} [0-9]")
                .containsPattern("database_connections\\{mp_scope=\"vendor\",server=\"server\",} [1-9]")
                .containsPattern("database_connections_in_use\\{.*} [0-9]")
                .containsPattern("database_connections_available\\{.*} [1-9]")
                .containsPattern("database_connection_waits_total\\{.*} [0-9]")
                .containsPattern("executor_threads\\{.*} [1-9]")
                .containsPattern("executor_queue\\{.*} [0-9]")
                .containsPattern("executor_tasks_total\\{.*} [1-9]")
                .containsPattern("http_threads_busy\\{.*} [1-9]")
                .containsPattern("http_connections\\{.*} [1-9]")
                .doesNotContain("NaN");
    }

    @Test
    void of_the_servers_own_figures_some_can_be_asked_for() throws IOException {
        HttpAnswer one = get("/b3lb/metrics/server?scope=vendor&name=executor_queue");

        assertThat(one.text().lines().filter(line -> !line.startsWith("#")))
                .singleElement()
                .asString()
                .startsWith("executor_queue{");
        assertThat(get("/b3lb/metrics/server?scope=base").text())
                .contains("jvm_uptime")
                .doesNotContain("executor_queue");
        assertThat(get("/b3lb/metrics/server?scope=nonsense").status()).isEqualTo(404);
        assertThat(get("/b3lb/metrics/server?name=%0aFATAL").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, text/plain, OK!",
        "'text/plain, application/json;q=0.5', text/plain, OK!",
        "'', application/json, '\"status\":\"ok\"'",
        "*/*, application/json, '\"status\":\"ok\"'",
        "image/png, application/json, '\"status\":\"ok\"'",
        "';;/', application/json, '\"version\":\"'",
    })
    void a_ping_is_answered_on_any_host_and_whatever_is_accepted(String accept, String type, String text)
            throws IOException {
        for (String host : List.of(Testbed.BASE_DOMAIN, "acme.localhost", "10.0.0.7")) {
            HttpAnswer answer = client.get(host, "/b3lb/ping", "Accept: " + accept);
            HttpAnswer head = client.send("HEAD", host, "/b3lb/ping", "Accept: " + accept);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).contains(text);
            assertThat(type(answer)).startsWith(type);
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(head.status()).isEqualTo(200);
            assertThat(type(head)).isEqualTo(type(answer));
        }
    }
}
