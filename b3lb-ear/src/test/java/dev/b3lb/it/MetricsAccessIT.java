package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.it.AdminClient.Login;
import dev.b3lb.it.Users.Person;
import dev.b3lb.testbed.HttpAnswer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Operations;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may read whose metrics and statistics, and who may not. */
@OnTestbed
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsAccessIT {

    private static final String METRICS = "/b3lb/metrics";
    private static final String SERVER = "/b3lb/metrics/server";
    private static final String STATS = "/b3lb/stats";
    private static final List<String> OF_EVERYTHING = List.of(METRICS, SERVER, STATS);

    private final Testbed testbed;
    private final Operations operations;
    private final Users users;
    private final AdminClient client;
    private Pool pool;
    private String slug;

    MetricsAccessIT(Testbed testbed) {
        this.testbed = testbed;
        operations = testbed.operations();
        users = new Users(testbed);
        client = newClient();
    }

    @BeforeAll
    void makePool() {
        pool = testbed.newPool(0);
        slug = pool.tenant().toLowerCase(Locale.ROOT);
    }

    @AfterAll
    void closePool() {
        pool.close();
    }

    private AdminClient newClient() {
        return new AdminClient(testbed.server().httpPort());
    }

    private HttpAnswer get(String path, String... headers) throws IOException {
        return client.get(Testbed.BASE_DOMAIN, path, headers);
    }

    private String token() {
        return operations
                .call("renewstatstoken", Map.of("tenant-slug", pool.tenant()))
                .get("stats-token")
                .asString();
    }

    private static String authorization(String value) {
        return "Authorization: " + value;
    }

    private static void assertRefused(HttpAnswer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(ModelNode.fromJSONString(answer.text()).get("status").asInt())
                .isEqualTo(status);
        assertThat(answer.headers().stream().filter(line -> line.startsWith("WWW-Authenticate: ")))
                .hasSize(status == 401 ? 2 : 0);
    }

    @Test
    void users_with_the_role_or_one_that_includes_it_read_everything() throws IOException {
        Person scraper = users.add("metrics");
        Person viewer = users.add("viewer");
        String token = users.token(viewer, "scraper", Map.of("roles", "metrics"));
        for (Login login : List.of(scraper.login(), viewer.login(), Login.bearer(token), Login.scraper())) {
            for (String path : OF_EVERYTHING) {
                assertThat(get(path, login.header()).status()).isEqualTo(200);
            }
        }
    }

    @Test
    void a_user_may_have_the_name_of_the_one_in_the_settings() throws IOException {
        String password = testbed.names().secret();
        operations.call("adduser", Map.of("username", Testbed.METRICS_USER, "password", password, "roles", "operator"));
        try {
            assertThat(client.me(Login.basic(Testbed.METRICS_USER, password)).text())
                    .contains("operator");
            assertThat(client.me(Login.scraper()).text()).contains("metrics").doesNotContain("operator");
            assertThat(get(METRICS, Login.scraper().header()).status()).isEqualTo(200);
        } finally {
            operations.call("removeuser", Map.of("username", Testbed.METRICS_USER));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Nothing: 1",
                "Authorization: Basic",
                "Authorization: Bearer b3lb_0000000000000000000000000000000000000000000",
                "Authorization: Basic c2NyYXBlcjp3cm9uZw==",
                "Authorization: nonsense",
            })
    void nobody_else_reads_everything(String header) throws IOException {
        for (String path : OF_EVERYTHING) {
            assertRefused(newClient().get(Testbed.BASE_DOMAIN, path, header), 401);
        }
    }

    @Test
    void a_log_in_without_a_role_reads_nothing() throws IOException {
        Login powerless = Login.bearer(users.token(users.add("metrics"), "powerless", Map.of("roles", "admin")));

        for (String path : OF_EVERYTHING) {
            assertRefused(get(path, powerless.header()), 403);
        }
        assertRefused(get("/b3lb/t/" + slug + "/metrics", powerless.header()), 403);
    }

    @Test
    void after_five_wrong_passwords_of_the_scraper_it_has_to_wait() throws IOException {
        AdminClient attacker = newClient();
        String wrong = Login.basic(Testbed.METRICS_USER, "wrong").header();
        for (int i = 0; i < 5; i++) {
            assertRefused(attacker.get(Testbed.BASE_DOMAIN, METRICS, wrong), 401);
        }

        HttpAnswer refused =
                attacker.get(Testbed.BASE_DOMAIN, METRICS, Login.scraper().header());

        assertRefused(refused, 429);
        assertThat(Integer.parseInt(refused.header("Retry-After").orElseThrow()))
                .isBetween(600, 900);
        assertThat(get(METRICS, Login.scraper().header()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8080", "127.0.0.1", "10.0.0.7:8080", "node7.internal"})
    void any_host_that_is_not_below_the_base_domain_is_for_everything(String host) throws IOException {
        HttpAnswer answer = client.get(host, METRICS, Login.scraper().header());

        assertThat(answer.text()).contains("b3lb_build_info{");
        assertThat(client.get(host, STATS, Login.scraper().header()).text()).contains("\"" + pool.tenant() + "\":{");
        assertRefused(newClient().get(host, METRICS), 401);
    }

    @ParameterizedTest
    @CsvSource({"%s, metrics", "Bearer %s, metrics", "bearer %s, metrics", "%s, stats", "Bearer %s, stats"})
    void a_tenants_token_reads_the_tenants_figures_by_path_and_by_host(String form, String what) throws IOException {
        String header = authorization(form.formatted(token()));
        HttpAnswer byPath = get("/b3lb/t/" + slug + "/" + what, header);

        assertThat(byPath.status()).isEqualTo(200);
        assertThat(byPath.text()).doesNotContain("b3lb_build_info", "secret=", "b3lb_node", pool.tenant());
        assertThat(client.get(slug + "." + Testbed.BASE_DOMAIN, "/b3lb/" + what, header)
                        .status())
                .isEqualTo(200);
        assertThat(get("/b3lb/t/" + slug + "-0/" + what, header).status()).isEqualTo(200);
        assertThat(client.get(slug + "-000." + Testbed.BASE_DOMAIN, "/b3lb/" + what, header)
                        .status())
                .isEqualTo(200);
        assertThat(client.get("inner.example", "/b3lb/" + what, "X-Forwarded-Host: " + slug + ".localhost", header)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"metrics", "stats"})
    void a_wrong_token_an_unknown_tenant_and_a_missing_secret_look_the_same(String what) throws IOException {
        String right = authorization("Bearer " + token());
        HttpAnswer wrong = get(
                "/b3lb/t/" + slug + "/" + what, authorization(UUID.randomUUID().toString()));

        assertRefused(wrong, 401);
        assertThat(List.of(
                        get("/b3lb/t/nowhere/" + what, right),
                        get("/b3lb/t/" + slug + "-7/" + what, right),
                        get("/b3lb/t/-/" + what, right),
                        get("/b3lb/t/" + slug + "/" + what),
                        get("/b3lb/t/nowhere/" + what),
                        client.get("nowhere.localhost", "/b3lb/" + what, right)))
                .extracting(Visible::of)
                .containsOnly(Visible.of(wrong));
    }

    @Test
    void a_renewed_token_is_in_force_at_once_and_the_old_one_is_not() throws IOException {
        String old = token();
        String renewed = token();

        assertThat(get("/b3lb/t/" + slug + "/metrics", authorization(renewed)).status())
                .isEqualTo(200);
        assertRefused(get("/b3lb/t/" + slug + "/metrics", authorization(old)), 401);
    }

    @Test
    void a_tenants_token_is_good_for_nothing_else() throws IOException {
        String header = authorization("Bearer " + token());

        for (String path : OF_EVERYTHING) {
            assertRefused(newClient().get(Testbed.BASE_DOMAIN, path, header), 401);
        }
        try (Pool other = testbed.newPool(0)) {
            assertRefused(get("/b3lb/t/" + other.tenant() + "/metrics", header), 401);
        }
    }

    @Test
    void a_tenant_without_secrets_is_told_that_there_is_nothing() throws IOException {
        String tenant = testbed.names().tenant();
        String token = operations
                .call("addtenant", Map.of("slug", tenant, "cluster-group", pool.group()))
                .get("stats-token")
                .asString();

        assertThat(get("/b3lb/t/" + tenant + "/metrics", authorization(token)).status())
                .isEqualTo(200);
        assertThat(get("/b3lb/t/" + tenant + "/stats", authorization(token)).text())
                .isEqualTo("{}");
        assertRefused(get("/b3lb/t/" + tenant + "-0/stats", authorization(token)), 401);
    }

    @Test
    void whoever_reads_everything_reads_each_tenant_too() throws IOException {
        String scraper = Login.scraper().header();

        assertThat(get("/b3lb/t/" + slug + "/metrics", scraper).status()).isEqualTo(200);
        assertThat(client.get(slug + ".localhost", STATS, scraper).text()).isEqualTo("{}");
        assertRefused(get("/b3lb/t/nowhere/metrics", scraper), 404);
        assertRefused(get("/b3lb/t/" + slug + "-7/stats", scraper), 404);
    }

    @Test
    void the_servers_own_figures_are_not_on_a_tenants_host() throws IOException {
        assertRefused(client.get(slug + ".localhost", SERVER, Login.scraper().header()), 404);
        assertRefused(client.get("x.localhost", SERVER), 404);
    }

    @Test
    void the_password_of_the_settings_is_not_shown() {
        ModelNode shown = operations
                .call("settings", Map.of("name", "B3LB_METRICS_PASSWORD"))
                .get(0);

        assertThat(shown.get("value").asString()).isEqualTo("***");
        assertThat(operations.call("settings").toString()).doesNotContain(Testbed.METRICS_PASSWORD);
    }
}
