package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.b3lb.testbed.HttpAnswer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.OperationRejected;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.ShellCommand;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How tenants' files get onto a server, and what it serves. */
@OnTestbed
class AssetFilesIT {

    private static final String CSS = "body { color: #123 } /* ü */";

    private final Testbed testbed;
    private final Uploads uploads;
    private Pool pool;

    AssetFilesIT(Testbed testbed) {
        this.testbed = testbed;
        this.uploads = new Uploads(testbed.operations());
    }

    @BeforeEach
    void makePool() {
        pool = testbed.newPool(0);
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    private String path(String kind) {
        return "/b3lb/t/" + pool.tenant().toLowerCase(Locale.ROOT) + "/" + kind;
    }

    private HttpAnswer request(String method, String path, String... headers) throws IOException {
        return Wire.of(testbed).send(method, path, "some.other.host", "", List.of(headers));
    }

    @Test
    void each_kind_is_served_with_headers_that_let_nodes_show_it_and_nobody_be_harmed() throws IOException {
        uploads.set(pool.tenant(), "logo", "Löwe \"1\".gif", Uploads.gif());
        uploads.set(pool.tenant(), "css", "a.css", CSS.getBytes(StandardCharsets.UTF_8));
        uploads.set(pool.tenant(), "slide", "notes.txt", "hello".getBytes(StandardCharsets.UTF_8));

        HttpAnswer logo = request("GET", path("logo"), "Accept: application/json");
        assertThat(logo.status()).as(logo.toString()).isEqualTo(200);
        assertThat(logo.body()).isEqualTo(Uploads.gif());
        assertThat(logo.header("Content-Type")).contains("image/gif");
        assertThat(logo.header("Content-Disposition"))
                .contains("inline; filename=\"L_we _1_.gif\"; filename*=UTF-8''L%C3%B6we%20%221%22.gif");
        HttpAnswer css = request("GET", path("css"));
        assertThat(css.text()).isEqualTo(CSS);
        assertThat(css.header("Content-Type")).contains("text/css;charset=utf-8");
        HttpAnswer slide = request("GET", path("slide"));
        assertThat(slide.header("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(slide.header("Content-Disposition").orElseThrow()).startsWith("attachment");
        uploads.set(pool.tenant(), "slide", "a.pdf", Uploads.pdf(100, "x"));
        assertThat(request("HEAD", path("slide")).header("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        for (HttpAnswer answer : List.of(logo, css, slide)) {
            assertThat(answer.header("Content-Length")).contains(Integer.toString(answer.body().length));
            assertThat(answer.header("ETag").orElseThrow()).matches("\"[0-9a-f]{64}\"");
            assertThat(answer.header("Last-Modified")).isPresent();
            assertThat(answer.header("Cache-Control").orElseThrow()).contains("public", "max-age=300");
            assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.header("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'")
                    .contains("sandbox");
            assertThat(answer.header("Cross-Origin-Resource-Policy")).contains("cross-origin");
            assertThat(answer.header("Access-Control-Allow-Origin")).contains("*");
            assertThat(answer.header("Transfer-Encoding")).isEmpty();
        }
    }

    @Test
    void a_head_says_what_a_get_would() throws IOException {
        uploads.set(pool.tenant(), "slide", "a.pdf", Uploads.pdf(70_000, "x"));

        HttpAnswer get = request("GET", path("slide"));
        HttpAnswer head = request("HEAD", path("slide"));

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Length")).contains("70000");
        for (String name : List.of("Content-Type", "ETag", "Last-Modified", "Cache-Control", "Content-Disposition")) {
            assertThat(head.header(name)).as(name).isEqualTo(get.header(name));
        }
    }

    @ParameterizedTest
    @CsvSource({"-5", "-005", "-0", "''"})
    void a_sub_id_means_the_same_tenant_also_one_that_nobody_has(String subId) throws IOException {
        uploads.set(pool.tenant(), "logo", "a.gif", Uploads.gif());

        assertThat(request("GET", "/b3lb/t/" + pool.tenant() + subId + "/logo").status())
                .isEqualTo(200);
    }

    @Test
    void clients_that_do_not_read_hold_up_nobody_else() throws IOException {
        uploads.set(pool.tenant(), "slide", "a.pdf", Uploads.pdf(10 << 20, "x"));
        List<Socket> idle = new ArrayList<>();
        try {
            for (int i = 0; i < 100; i++) {
                idle.add(askAndReadNothing(path("slide")));
            }
            await().pollDelay(Duration.ofSeconds(2))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> request("GET", "/b3lb/ping").status() == 200);
            assertThat(request("GET", path("slide")).status()).isEqualTo(200);
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
    }

    private Socket askAndReadNothing(String path) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress("127.0.0.1", testbed.server().httpPort()));
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void who_has_it_already_is_told_so() throws IOException {
        uploads.set(pool.tenant(), "logo", "a.gif", Uploads.gif());
        HttpAnswer first = request("GET", path("logo"));
        String tag = first.header("ETag").orElseThrow();
        String date = first.header("Last-Modified").orElseThrow();

        for (String condition : List.of(
                "If-None-Match: " + tag,
                "If-None-Match: W/" + tag,
                "If-None-Match: \"x\", " + tag,
                "If-None-Match: *",
                "If-Modified-Since: " + date)) {
            for (String method : List.of("GET", "HEAD")) {
                HttpAnswer answer = request(method, path("logo"), condition);
                assertThat(answer.status()).as(method + " " + condition).isEqualTo(304);
                assertThat(answer.header("ETag")).contains(tag);
                assertThat(answer.body()).isEmpty();
            }
        }
        for (String condition : List.of(
                "If-None-Match: \"x\"",
                "If-None-Match: nonsense",
                "If-Modified-Since: Thu, 01 Jan 1970 00:00:00 GMT",
                "If-Modified-Since: nonsense")) {
            assertThat(request("GET", path("logo"), condition).status())
                    .as(condition)
                    .isEqualTo(200);
        }
        assertThat(request("GET", path("logo"), "If-None-Match: \"x\"", "If-Modified-Since: " + date)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_replaced_file_is_served_at_once_and_a_removed_one_is_gone() throws IOException {
        uploads.set(pool.tenant(), "slide", "a.pdf", Uploads.pdf(100, "first"));
        HttpAnswer before = request("GET", path("slide"));
        uploads.set(pool.tenant(), "slide", "a.pdf", Uploads.pdf(100, "second"));

        HttpAnswer after = request(
                "GET", path("slide"), "If-None-Match: " + before.header("ETag").orElseThrow());
        assertThat(after.text()).endsWith("second");

        uploads.remove(pool.tenant(), "slide");
        assertThat(request("GET", path("slide")).status()).isEqualTo(404);
        assertThatThrownBy(() -> uploads.remove(pool.tenant(), "slide"))
                .isInstanceOf(OperationRejected.class)
                .hasMessageContaining("Tenant " + pool.tenant() + " has no slide.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/b3lb/t/NOBODY99/logo", "/b3lb/t/x!/css", "/b3lb/t/{tenant}/slide", "/b3lb/t/{tenant}/x"})
    void what_is_not_there_is_404_in_plain_text(String path) throws IOException {
        HttpAnswer answer = request("GET", path.replace("{tenant}", pool.tenant()), "Accept: text/html");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
        assertThat(answer.text()).doesNotContain("<").isNotBlank();
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("text/plain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void other_methods_are_405_in_plain_text(String method) throws IOException {
        uploads.set(pool.tenant(), "logo", "a.gif", Uploads.gif());

        HttpAnswer answer = request(method, path("logo"));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(405);
        assertThat(answer.text()).doesNotContain("<").isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "slide | a.gif |no ending that a slide may have: pdf",
                "logo | a.png |its content is image/gif",
                "css | a.css |its content is image/gif",
                "css | a.gif |a css may have: css",
                "logo | .. |printable characters",
            })
    void what_does_not_fit_is_refused_in_a_sentence(String kind, String name, String words) {
        assertThatThrownBy(() -> uploads.set(pool.tenant(), kind, name, Uploads.gif()))
                .isInstanceOf(OperationRejected.class)
                .hasMessageContaining(words);
    }

    @Test
    void what_is_too_large_is_refused_and_what_is_not_gets_through() throws IOException {
        assertThatThrownBy(() -> uploads.set(pool.tenant(), "logo", "a.gif", new byte[(1 << 20) + 1]))
                .hasMessageContaining("a logo may have 1 MiB");
        assertThatThrownBy(() -> uploads.set(pool.tenant(), "css", "a.css", new byte[(512 << 10) + 1]))
                .hasMessageContaining("a css may have 512 KiB");
        assertThatThrownBy(() -> uploads.set(pool.tenant(), "slide", "a.pdf", Uploads.pdf((10 << 20) + 1, "x")))
                .hasMessageContaining("a slide may have 10 MiB");

        byte[] largest = Uploads.pdf(10 << 20, "the end");
        uploads.set(pool.tenant(), "slide", "a.pdf", largest);
        assertThat(request("GET", path("slide")).body()).isEqualTo(largest);
    }

    @Test
    void text_that_is_not_base64_is_refused_without_being_repeated() {
        assertThatThrownBy(() -> testbed.operations()
                        .call(
                                "setasset",
                                Map.of(
                                        "tenant-slug",
                                        pool.tenant(),
                                        "kind",
                                        "logo",
                                        "file",
                                        "./logo.png",
                                        "file-name",
                                        "logo.png")))
                .isInstanceOf(OperationRejected.class)
                .hasMessageContaining("file is not base64")
                .hasMessageNotContaining("./logo.png");
    }

    @Test
    void files_are_listed_without_their_contents_and_changes_recorded() throws SQLException, IOException {
        byte[] slide = Uploads.pdf(3_000, "mark-of-the-content");
        uploads.set(pool.tenant(), "slide", "dir/My slide.pdf", slide);
        uploads.set(pool.tenant(), "logo", "a.gif", Uploads.gif());
        uploads.remove(pool.tenant(), "logo");

        List<ModelNode> listed = testbed.operations()
                .call("assets", Map.of("tenant-slug", pool.tenant()))
                .asList();

        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).get("file-name").asString()).isEqualTo("My slide.pdf");
        assertThat(listed.get(0).get("size").asInt()).isEqualTo(3_000);
        assertThat(listed.get(0).get("link").asString()).endsWith(path("slide"));
        assertThat(audited("slide of tenant " + pool.tenant()))
                .singleElement()
                .asString()
                .contains("My slide.pdf", "3000");
        assertThat(audited("logo of tenant " + pool.tenant())).hasSize(2);
        String base64 = Base64.getEncoder().encodeToString(slide);
        assertThat(ServerLog.whole(testbed.server()).text()).doesNotContain(base64.substring(1_000, 1_100));
    }

    private List<String> audited(String subject) throws SQLException {
        try (Connection connection = testbed.postgres().connect();
                PreparedStatement statement = connection.prepareStatement(
                        "select before::text || ' ' || after::text from b3lb.audit where subject = ? order by id")) {
            statement.setString(1, subject);
            List<String> texts = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        }
    }

    @Test
    void slides_that_got_in_another_way_are_found() throws SQLException {
        uploads.set(pool.tenant(), "slide", "a.pdf", Uploads.pdf(500, "x"));
        assertThat(problems()).isEmpty();

        change("content = decode('474946383961', 'hex'), size = 6");
        assertThat(problems()).singleElement().asString().contains("not the one that was stored");

        change("digest = encode(sha256(content), 'hex')");
        assertThat(problems()).singleElement().asString().contains("a.pdf", "image/gif");

        change("file_name = 'a.exe'");
        assertThat(problems()).singleElement().asString().contains("no ending that a slide may have");

        uploads.remove(pool.tenant(), "slide");
        assertThat(problems()).isEmpty();
    }

    private List<String> problems() {
        return testbed.operations().call("checkslides").asList().stream()
                .filter(row -> row.get("tenant-slug").asString().equals(pool.tenant()))
                .map(row ->
                        row.get("file").asString() + ": " + row.get("problem").asString())
                .toList();
    }

    private void change(String what) throws SQLException {
        try (Connection connection = testbed.postgres().connect();
                PreparedStatement statement = connection.prepareStatement("update b3lb.asset set " + what
                        + " where tenant_id = (select id from b3lb.tenant where slug = ?)")) {
            statement.setString(1, pool.tenant());
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void the_shell_takes_a_file_by_its_path(@TempDir Path folder) throws Exception {
        ShellCommand shell = new ShellCommand(
                Path.of(System.getProperty("b3lb.server.home")),
                testbed.server().managementPort());
        Path logo = Files.write(folder.resolve("lögo.gif"), Uploads.gif());
        Path slide = Files.write(folder.resolve("large.pdf"), Uploads.pdf(10 << 20, "x"));

        ShellCommand.Result set = shell.run("", "setasset", pool.tenant(), "logo", logo.toString());
        ShellCommand.Result large = shell.run(
                "",
                "setasset",
                "--tenant-slug",
                pool.tenant(),
                "--kind",
                "slide",
                "--file=" + slide,
                "--name",
                "Hello");
        ShellCommand.Result refused = shell.run("", "setasset", pool.tenant(), "css", logo.toString());
        ShellCommand.Result missing = shell.run("", "setasset", pool.tenant(), "css", folder + "/none.css");

        assertThat(set.status()).as(set.toString()).isZero();
        assertThat(ModelNode.fromJSONString(set.out()).get("file-name").asString())
                .isEqualTo("lögo.gif");
        assertThat(request("GET", path("logo")).body()).isEqualTo(Uploads.gif());
        assertThat(large.status()).as(large.toString()).isZero();
        assertThat(ModelNode.fromJSONString(large.out()).get("file-name").asString())
                .isEqualTo("Hello.pdf");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("a css may have: css");
        assertThat(missing.status()).isEqualTo(2);
        assertThat(missing.err()).contains("There is no file");
    }
}
