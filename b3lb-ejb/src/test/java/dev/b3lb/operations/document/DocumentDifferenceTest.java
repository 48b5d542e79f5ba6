package dev.b3lb.operations.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.b3lb.management.Catalogue;
import dev.b3lb.operations.RefusedException;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DocumentDifferenceTest {

    private static final String POOL = """
            b3lb: 1
            clusters:
              - {name: main, attendee-factor: 1}
            cluster-groups:
              - {name: all, clusters: [main, other]}
            nodes:
              - {slug: bbb01, cluster: main, secret: one, port: 443}
            tenants:
              - slug: ACME
                cluster-group: all
                secrets:
                  - {sub-id: 0, secret: abc}
                  - {sub-id: 5, secret: def}
            """;

    private final Catalogue catalogue = Catalogue.load();

    @Test
    void the_same_document_needs_no_change() {
        assertThat(changes(POOL, POOL, true)).isEmpty();
        assertThat(DocumentDifference.between(items(POOL), items(POOL), true).unchanged())
                .isEqualTo(6);
    }

    @Test
    void numbers_lists_and_missing_fields_are_compared_by_what_they_mean() {
        String other = POOL.replace("attendee-factor: 1", "attendee-factor: 1.0")
                .replace("[main, other]", "[other, main]")
                .replace("port: 443", "port: \"443\", tag: \"\"")
                .replace(", secret: one", "");

        assertThat(changes(POOL, other, true)).isEmpty();
    }

    @Test
    void what_is_new_is_added_after_what_it_needs() {
        assertThat(changes("b3lb: 1", POOL, false))
                .containsExactly(
                        "add cluster main",
                        "add cluster group all",
                        "add node bbb01",
                        "add tenant ACME",
                        "add secret 0 of ACME",
                        "add secret 5 of ACME");
    }

    @Test
    void only_fields_that_differ_are_changed() {
        DocumentDifference difference =
                DocumentDifference.between(items(POOL), items(POOL.replace("port: 443", "port: 8443")), false);

        assertThat(difference.changes()).singleElement().satisfies(change -> {
            assertThat(change.item().fields()).containsOnlyKeys("port");
            assertThat(change.json(Set.of()).getJsonObject("fields").getJsonObject("port"))
                    .hasToString("{\"before\":443,\"after\":8443}");
        });
    }

    @Test
    void a_secret_is_said_to_change_and_not_shown() {
        DocumentDifference difference =
                DocumentDifference.between(items(POOL), items(POOL.replace("secret: one", "secret: two")), false);

        JsonObject told = difference.changes().get(0).json(Set.of("secret"));

        assertThat(told.toString()).contains("not shown").doesNotContain("one", "two");
        assertThat(DocumentSection.NODES.isHidden(catalogue, "secret")).isTrue();
        assertThat(DocumentSection.NODES.isHidden(catalogue, "port")).isFalse();
    }

    @Test
    void what_is_missing_goes_only_if_that_is_wanted_and_after_what_needed_it() {
        String without = "b3lb: 1\nclusters: []\nnodes: []";

        assertThat(changes(POOL, without, false)).isEmpty();
        assertThat(changes(POOL, without, true)).containsExactly("remove node bbb01", "remove cluster main");
    }

    @Test
    void a_list_inside_a_thing_is_missing_things_only_if_it_is_there() {
        String oneSecret = "b3lb: 1\ntenants: [{slug: ACME, secrets: [{sub-id: 0}]}]";
        String noList = "b3lb: 1\ntenants: [{slug: acme}]";

        assertThat(changes(POOL, oneSecret, true)).containsExactly("remove secret 5 of ACME");
        assertThat(changes(POOL, noList, true)).isEmpty();
    }

    @Test
    void the_things_of_a_tenant_that_goes_are_not_taken_away_one_by_one() {
        assertThat(changes(POOL, "b3lb: 1\ntenants: []", true)).containsExactly("remove tenant ACME");
    }

    @Test
    void things_are_the_same_however_their_keys_are_spelled() {
        String spelled = """
                b3lb: 1
                tenants:
                  - slug: acme
                    secrets: [{sub-id: "000"}, {sub-id: "005"}]
                    parameters: [{parameter: meta_Foo, mode: BLOCK}]
                users: [{username: Ada, roles: [admin], password-hash: x}]
                """;
        String stored = spelled.replace("\"000\"", "0")
                .replace("\"005\"", "5")
                .replace("meta_Foo", "meta_foo")
                .replace("Ada", "ada");

        assertThat(changes(stored, spelled, true)).isEmpty();
        refused("b3lb: 1\ntenants: [{slug: AB, secrets: [{sub-id: 0-5}]}]", "sub-id that is none");
    }

    @Test
    void a_number_with_very_many_digits_is_only_another_number() {
        assertThat(changes(POOL, POOL.replace("port: 443", "port: 1e999999999"), false))
                .containsExactly("change node bbb01");
    }

    @Test
    void what_does_not_belong_into_a_document_is_refused_with_its_place() {
        refused("b3lb: 1\nnodse: []", "no field nodse in the document");
        refused("b3lb: 1\nnodes: {}", "the document, nodes must be a list");
        refused("b3lb: 1\nnodes: [5]", "the document, nodes, number 1 must be an object");
        refused("b3lb: 1\nnodes: [{slug: a}, {secret: b}]", "the document, nodes, number 2 has no slug");
        refused("b3lb: 1\nnodes: [{slug: a, colour: red}]", "no field colour in node a");
        refused("b3lb: 1\nnodes: [{slug: a}, {slug: a}]", "node a twice");
        refused("b3lb: 1\ntenants: [{slug: AB, secrets: [{}]}]", "tenant AB, secrets, number 1 has no sub-id");
    }

    private void refused(String document, String words) {
        assertThatThrownBy(() -> items(document))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(words);
    }

    private List<String> changes(String current, String wanted, boolean deleteMissing) {
        return DocumentDifference.between(items(current), items(wanted), deleteMissing).changes().stream()
                .map(change -> change.json(Set.of()))
                .map(json -> json.getString("action") + " " + json.getString("what"))
                .toList();
    }

    private DocumentItems items(String yaml) {
        return DocumentItems.of(catalogue, DocumentText.read(yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
