package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.it.AdminClient.Login;
import dev.b3lb.it.Users.Person;
import dev.b3lb.management.Catalogue;
import dev.b3lb.testbed.HttpAnswer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.RawHttp;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The REST API as a program uses it: lists, things, changes, and what it is told when something is wrong. */
@OnTestbed
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestIT {

    private static final String ROOT = "/admin/api/v1/";
    private static final String JSON = "Content-Type: application/json";

    private final Testbed testbed;
    private final Users users;
    private Login admin;
    private String name;

    RestIT(Testbed testbed) {
        this.testbed = testbed;
        users = new Users(testbed);
    }

    @BeforeAll
    void logIn() {
        Person person = users.add("admin");
        admin = Login.bearer(users.token(person, "rest", Map.of()));
    }

    @BeforeEach
    void nameThings() {
        name = testbed.names().name("rest");
    }

    private HttpAnswer ask(Login login, String method, String path, String body, String... headers) throws IOException {
        List<String> all = new ArrayList<>(List.of("Host: " + Testbed.BASE_DOMAIN, login.header()));
        all.addAll(List.of(headers));
        return new RawHttp(testbed.server().httpPort())
                .send(method, path.startsWith("/") ? path : ROOT + path, all, body.getBytes(StandardCharsets.UTF_8));
    }

    private HttpAnswer get(String path, String... headers) throws IOException {
        return ask(admin, "GET", path, "", headers);
    }

    private HttpAnswer post(String path, String body) throws IOException {
        return ask(admin, "POST", path, body, JSON);
    }

    private HttpAnswer patch(String path, String body, String... headers) throws IOException {
        List<String> all = new ArrayList<>(List.of(JSON));
        all.addAll(List.of(headers));
        return ask(admin, "PATCH", path, body, all.toArray(String[]::new));
    }

    private HttpAnswer delete(String path, String... headers) throws IOException {
        return ask(admin, "DELETE", path, "", headers);
    }

    private static ModelNode json(HttpAnswer answer) {
        return ModelNode.fromJSONString(answer.text());
    }

    private static void assertProblem(HttpAnswer answer, int status, String words) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(json(answer).get("status").asInt()).isEqualTo(status);
        assertThat(json(answer).get("detail").asString()).contains(words);
    }

    @Test
    void a_thing_is_made_found_changed_and_taken_away() throws IOException {
        HttpAnswer made = post("clusters", "{\"name\": \"%s\", \"meeting-factor\": 12.5}".formatted(name));
        String place = made.header("Location").orElseThrow();
        HttpAnswer found = get(place);
        HttpAnswer changed = patch(place, "{\"description\": \"Süd\", \"cpu-order\": 0}");
        HttpAnswer gone = delete(place);

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(place).isEqualTo(ROOT + "clusters/" + name);
        assertThat(json(found).get("meeting-factor").asDouble()).isEqualTo(12.5);
        assertThat(found.header("Cache-Control")).contains("no-store");
        assertThat(json(changed).get("description").asString()).isEqualTo("Süd");
        assertThat(gone.status()).isEqualTo(200);
        assertProblem(get(place), 404, "no such thing");
        assertProblem(delete(place), 404, "There is no cluster " + name);
    }

    @Test
    void whoever_has_seen_an_older_version_changes_nothing() throws IOException {
        post("clusters", "{\"name\": \"%s\"}".formatted(name));
        String seen = get("clusters/" + name).header("ETag").orElseThrow();

        HttpAnswer first = patch("clusters/" + name, "{\"description\": \"one\"}", "If-Match: " + seen);
        HttpAnswer second = patch("clusters/" + name, "{\"description\": \"two\"}", "If-Match: " + seen);
        HttpAnswer removal = delete("clusters/" + name, "If-Match: " + seen);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("ETag").orElseThrow()).isNotEqualTo(seen);
        assertProblem(second, 412, "version");
        assertProblem(removal, 412, "version");
        assertProblem(patch("clusters/" + name, "{}", "If-Match: W/\"abc\""), 412, "If-Match");
        assertThat(json(get("clusters/" + name)).get("description").asString()).isEqualTo("one");
        assertThat(get(
                                "clusters/" + name,
                                "If-None-Match: " + first.header("ETag").orElseThrow())
                        .status())
                .isEqualTo(304);
        assertThat(delete("clusters/" + name, "If-Match: *").status()).isEqualTo(200);
    }

    @Test
    void a_list_comes_in_pages_and_with_filters() throws IOException {
        post("clusters", "{\"name\": \"%s\"}".formatted(name));
        post("cluster-groups", "{\"name\": \"%s\", \"clusters\": [\"%s\"]}".formatted(name, name));
        String tenant = testbed.names().tenant();
        post("tenants", "{\"slug\": \"%s\", \"cluster-group\": \"%s\"}".formatted(tenant, name));
        post("tenants/" + tenant + "/secrets", "{\"sub-id\": \"0-4\"}");

        ModelNode first = json(get("tenants/" + tenant + "/secrets?limit=3"));
        ModelNode last = json(get("tenants/" + tenant + "/secrets?limit=3&offset=3"));
        ModelNode one = json(get("tenants/" + tenant + "/secrets/4"));

        assertThat(first.get("items").asList()).hasSize(3);
        assertThat(first.get("next-offset").asInt()).isEqualTo(3);
        assertThat(last.get("items").asList()).hasSize(2);
        assertThat(last.hasDefined("next-offset")).isFalse();
        assertThat(one.get("sub-id").asInt()).isEqualTo(4);
        assertThat(json(get("tenants?cluster-group=" + name)).get("items").asList())
                .singleElement()
                .satisfies(item -> assertThat(item.get("slug").asString()).isEqualTo(tenant));
        assertThat(delete("tenants/" + tenant + "/secrets/4").status()).isEqualTo(200);
        assertProblem(get("tenants/" + tenant + "/secrets/4"), 404, "no such thing");
    }

    @Test
    void a_rule_is_set_and_taken_away_under_its_tenant() throws IOException {
        String tenant = testbed.names().tenant();
        post("clusters", "{\"name\": \"%s\"}".formatted(name));
        post("cluster-groups", "{\"name\": \"%s\", \"clusters\": [\"%s\"]}".formatted(name, name));
        post("tenants", "{\"slug\": \"%s\", \"cluster-group\": \"%s\"}".formatted(tenant, name));
        String rules = "tenants/" + tenant + "/parameters";

        HttpAnswer made = post(rules, "{\"parameter\": \"record\", \"mode\": \"SET\", \"value\": true}");
        HttpAnswer changed = patch(rules + "/record", "{\"mode\": \"BLOCK\"}");

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.header("Location")).contains(ROOT + rules + "/record");
        assertThat(json(changed).get("mode").asString()).isEqualTo("BLOCK");
        assertThat(delete(rules + "/record").status()).isEqualTo(200);
        assertThat(json(get(rules)).get("items").asList()).isEmpty();
    }

    @Test
    void a_role_that_is_not_enough_is_told_so() throws IOException {
        Login viewer = users.add("viewer").login();
        Login metrics = users.add("metrics").login();

        assertThat(ask(viewer, "GET", "nodes", "").status()).isEqualTo(200);
        assertProblem(ask(viewer, "POST", "clusters", "{\"name\": \"x\"}", JSON), 403, "needs the role admin");
        assertProblem(
                ask(viewer, "POST", "operations/maintenance", "{\"slug\": \"x\", \"on\": true}", JSON),
                403,
                "operator");
        assertProblem(ask(metrics, "GET", "nodes", ""), 403, "viewer");
    }

    @Test
    void a_token_may_have_less_than_its_user() throws IOException {
        Login looking = Login.bearer(users.token(users.add("admin"), "monitoring", Map.of("roles", "viewer")));

        assertThat(ask(looking, "GET", "nodes", "").status()).isEqualTo(200);
        assertProblem(ask(looking, "POST", "clusters", "{\"name\": \"x\"}", JSON), 403, "needs the role admin");
    }

    @Test
    void a_large_body_is_taken_only_where_a_file_is_wanted() throws IOException {
        HttpAnswer refused = post("operations/status", " ".repeat((1 << 20) + 1));

        assertProblem(refused, 400, "more than 1 MiB");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | nonsense | | 404 | OpenAPI",
                "GET | nodes/a/b | | 404 | OpenAPI",
                "POST | operations/nonsense | {} | 404 | no operation nonsense",
                "POST | operations/addcluster | {} | 400 | addcluster needs name",
                "POST | operations/addcluster | [1] | 400 | must be a JSON object",
                "POST | operations/addcluster | {\"name\": | 400 | not JSON",
                "POST | operations/addcluster | {\"name\": {\"a\": 1}} | 400 | name must be one value",
                "POST | operations/setnode | {\"slug\": \"a\", \"port\": 1e999999999} | 400 | port must be a whole number",
                "POST | operations/poll | {\"slug\": \"nowhere\"} | 404 | no node nowhere",
                "GET | nodes?limit=501 | | 400 | from 1 to 500",
                "GET | nodes?offset=x | | 400 | offset must be",
                "GET | nodes?colour=red | | 400 | no parameter colour",
                "GET | nodes?cluster=a&cluster=b | | 400 | given twice",
                "PUT | nodes/a | {} | 405 | ",
                "PATCH | meetings/a | {} | 405 | ",
                "DELETE | nodes | | 405 | ",
            })
    void what_is_wrong_is_told_as_a_problem(String method, String path, String body, int status, String words)
            throws IOException {
        assertProblem(ask(admin, method, path, body == null ? "" : body, JSON), status, words == null ? "" : words);
    }

    @Test
    void what_a_place_can_do_is_told_when_something_else_is_asked_for() throws IOException {
        assertThat(delete("nodes").header("Allow")).contains("GET, POST");
        assertThat(patch("meetings/a", "{}").header("Allow")).contains("GET");
    }

    @Test
    void a_form_of_a_web_page_is_not_taken() throws IOException {
        HttpAnswer answer = ask(
                admin, "POST", "operations/addcluster", "{\"name\": \"x\"}", "Content-Type: text/plain;charset=UTF-8");

        assertProblem(answer, 415, "application/json");
    }

    @Test
    void a_page_of_another_site_may_change_nothing_with_the_log_in_that_a_browser_remembers() throws IOException {
        String body = "{\"name\": \"%s\"}".formatted(name);

        assertProblem(ask(admin, "POST", "clusters", body, JSON, "Sec-Fetch-Site: cross-site"), 403, "another site");
        assertThat(ask(admin, "POST", "clusters", body, JSON, "Sec-Fetch-Site: same-origin")
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "http://evil.example, 403",
        "null, 403",
        "http://localhost.evil.example, 403",
        "http://acme.localhost, 403",
        "http://localhost:1, 403",
        "https://localhost, 200",
    })
    void where_a_browser_does_not_say_the_site_the_origin_counts(String origin, int status) throws IOException {
        HttpAnswer changed =
                ask(admin, "POST", "operations/status", "{}", JSON, "X-Forwarded-Proto: https", "Origin: " + origin);

        assertThat(changed.status()).as(changed.text()).isEqualTo(status);
        assertThat(get("operations", "Origin: " + origin).status()).isEqualTo(200);
    }

    @Test
    void no_content_is_taken_where_nothing_has_to_be_said() throws IOException {
        HttpAnswer answer = ask(admin, "POST", "operations/status", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(json(answer).get("nodes").asInt()).isNotNegative();
    }

    @Test
    void a_secret_that_is_sent_gets_into_no_answer_and_no_log() throws IOException {
        String secret = testbed.names().secret();
        post("clusters", "{\"name\": \"%s\"}".formatted(name));

        HttpAnswer made = post(
                "nodes",
                "{\"slug\": \"%s\", \"cluster\": \"%s\", \"secret\": \"%s\", \"maintenance\": true}"
                        .formatted(name, name, secret));
        HttpAnswer refused = post("nodes", "{\"slug\": \"%s\", \"secret\": \"%s\"".formatted(name, secret));

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.text() + refused.text()).doesNotContain(secret);
        assertThat(ServerLog.whole(testbed.server()).text()).doesNotContain(secret);
    }

    @Test
    void the_document_describes_every_operation_and_every_collection() throws IOException {
        HttpAnswer answer = get("/admin/api/openapi", "Accept: application/json");

        ModelNode paths = json(answer).get("paths");
        Catalogue catalogue = Catalogue.load();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(catalogue.operations()).isNotEmpty().allSatisfy(operation -> {
            ModelNode described = paths.get(ROOT + "operations/" + operation.name(), "post");
            assertThat(described.get("description").asString()).startsWith(operation.text());
            String body = described.get("requestBody").toJSONString(true);
            assertThat(operation.parameters())
                    .allSatisfy(parameter -> assertThat(body).contains("\"" + parameter.name() + "\""));
        });
        assertThat(catalogue.collections()).isNotEmpty().allSatisfy(collection -> {
            assertThat(paths.hasDefined(ROOT + collection.path(), "get")).isTrue();
            assertThat(paths.hasDefined(ROOT + collection.path() + "/{" + collection.key() + "}", "get"))
                    .isTrue();
        });
    }

    @Test
    void the_document_is_for_those_who_are_logged_in_on_the_base_domain() throws IOException {
        AdminClient stranger = new AdminClient(testbed.server().httpPort());
        Person viewer = users.add("viewer");

        assertProblem(stranger.get(Testbed.BASE_DOMAIN, "/admin/api/openapi"), 401, "Log in");
        assertProblem(stranger.get("acme.localhost", "/admin/api/openapi", admin.header()), 404, "nothing here");
        assertThat(stranger.get(Testbed.BASE_DOMAIN, "/openapi").status()).isEqualTo(404);
        assertThat(ask(viewer.login(), "GET", "/admin/api/openapi", "").status())
                .isEqualTo(200);
    }

    @Test
    void no_page_of_another_site_can_read_the_document() throws IOException {
        HttpAnswer read = get("/admin/api/openapi", "Origin: https://evil.example");
        HttpAnswer asked = ask(
                admin,
                "OPTIONS",
                "/admin/api/openapi",
                "",
                "Origin: https://evil.example",
                "Access-Control-Request-Method: GET");

        assertThat(read.headers()).noneMatch(line -> line.startsWith("Access-Control-"));
        assertThat(asked.headers()).noneMatch(line -> line.startsWith("Access-Control-"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | */* | application/yaml",
                "'' | text/html, */*;q=0.8 | application/yaml",
                "'' | application/json | application/json",
                "'' | application/yaml, application/json;q=0.9 | application/yaml",
                "?format=JSON | application/yaml | application/json",
                "?format=yaml | application/json | application/yaml",
            })
    void the_document_comes_in_the_form_that_is_wanted(String query, String accept, String form) throws IOException {
        HttpAnswer answer = get("/admin/api/openapi" + query, "Accept: " + accept);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith(form);
        assertThat(answer.text()).startsWith(form.endsWith("json") ? "{" : "openapi: 3.1.0");
    }

    @Test
    void who_has_the_document_already_does_not_get_it_again() throws IOException {
        HttpAnswer first = get("/admin/api/openapi");
        String tag = first.header("ETag").orElseThrow();

        HttpAnswer again = get("/admin/api/openapi", "If-None-Match: " + tag);

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.header("ETag")).contains(tag);
        assertThat(get("/admin/api/openapi?format=json", "If-None-Match: " + tag)
                        .status())
                .isEqualTo(200);
        assertProblem(get("/admin/api/openapi?format=xml"), 400, "json or yaml");
    }

    @Test
    void operations_are_listed_by_name() throws IOException {
        assertThat(json(get("operations")).asList())
                .extracting(operation -> operation.get("name").asString())
                .contains("addnode", "status", "export");
    }
}
