package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.testbed.BbbClient;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Operations;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looking at tenants and their secrets, rotating them, and taking them away. */
@OnTestbed
class TenantOperationsIT {

    private final Testbed testbed;
    private final Operations operations;
    private Pool pool;

    TenantOperationsIT(Testbed testbed) {
        this.testbed = testbed;
        operations = testbed.operations();
    }

    @BeforeEach
    void makePool() {
        pool = testbed.newPool(0);
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    private List<ModelNode> secrets(Map<String, String> more) {
        Map<String, String> arguments = new TreeMap<>(more);
        arguments.put("tenant-slug", pool.tenant());
        return operations.call("secrets", arguments).asList();
    }

    private ModelNode rotate(String step) {
        return operations.call("rotatesecret", Map.of("tenant-slug", pool.tenant(), "sub-id", "0", "step", step));
    }

    private boolean opens(String secret) throws IOException {
        return pool.client(0, secret).get("getMeetings").succeeded();
    }

    @Test
    void tenants_are_listed_with_their_endpoints_and_without_their_tokens() {
        String lower = pool.tenant().toLowerCase(Locale.ROOT);

        List<ModelNode> listed =
                operations.call("tenants", Map.of("slug", lower)).asList();

        assertThat(listed).hasSize(1);
        ModelNode tenant = listed.get(0);
        assertThat(tenant.get("slug").asString()).isEqualTo(pool.tenant());
        assertThat(tenant.get("hostname").asString()).isEqualTo(lower + ".localhost");
        assertThat(tenant.get("path").asString()).isEqualTo("/b3lb/t/" + lower + "/bbb/");
        assertThat(tenant.get("version").asInt()).isZero();
        assertThat(tenant.keys()).doesNotContain("stats-token");
        assertThat(operations
                        .call("tenants", Map.of("cluster-group", pool.group()))
                        .asList())
                .containsExactly(tenant);
        List<ModelNode> all =
                operations.call("tenants", Map.of("limit", "1000")).asList();
        assertThat(all).extracting(one -> one.get("slug").asString()).isSorted().contains(pool.tenant());
        assertThat(operations.call("tenants", Map.of("limit", "1")).asList()).isEqualTo(all.subList(0, 1));
        Refused.sentence(operations, "tenants", Map.of("limit", "0")).contains("limit");
    }

    @Test
    void a_token_for_statistics_can_be_given_and_renewed() {
        String given = UUID.randomUUID().toString();
        String slug = testbed.names().tenant();
        ModelNode added =
                operations.call("addtenant", Map.of("slug", slug, "cluster-group", pool.group(), "stats-token", given));

        ModelNode renewed = operations.call("renewstatstoken", Map.of("tenant-slug", slug));

        assertThat(added.get("stats-token").asString()).isEqualTo(given);
        assertThat(renewed.get("tenant-slug").asString()).isEqualTo(slug);
        assertThat(UUID.fromString(renewed.get("stats-token").asString())).isNotEqualTo(UUID.fromString(given));
        Refused.sentence(operations, "settenant", Map.of("slug", slug, "stats-token", "hunter2"))
                .contains("stats-token is a UUID")
                .doesNotContain("hunter2");
        Refused.sentence(operations, "renewstatstoken", Map.of("tenant-slug", "nobody"))
                .contains("There is no tenant NOBODY");
    }

    @Test
    void a_tenant_goes_with_all_that_is_its_own() throws IOException {
        operations.call("setparameter", Map.of("tenant-slug", pool.tenant(), "parameter", "record", "mode", "BLOCK"));
        assertThat(pool.client().get("getMeetings").succeeded()).isTrue();
        Refused.sentence(operations, "removetenant", Map.of("slug", pool.tenant(), "version", "5"))
                .contains("It has version 0 by now");

        ModelNode removed = operations.call("removetenant", Map.of("slug", pool.tenant()));

        assertThat(removed.get("slug").asString()).isEqualTo(pool.tenant());
        assertThat(removed.get("closed").asInt()).isZero();
        assertThat(pool.client().get("getMeetings").messageKey()).isEqualTo("checksumError");
        assertThat(operations.call("tenants", Map.of("slug", pool.tenant())).asList())
                .isEmpty();
        Refused.sentence(operations, "removetenant", Map.of("slug", pool.tenant()))
                .contains("There is no tenant");
    }

    @Test
    void meetings_keep_tenants_and_secrets_from_being_removed_but_not_by_force() throws IOException {
        pool.addNodes(1);
        BbbClient first = pool.client(1, pool.addSecret(1));
        Rooms.create(first, "of-the-first");
        Rooms.create(pool.client(), "of-the-tenant");
        Refused.sentence(operations, "removetenant", Map.of("slug", pool.tenant()))
                .contains("Tenant " + pool.tenant() + " has 2 running meetings; wait until they are over");
        Refused.sentence(operations, "removesecret", Map.of("tenant-slug", pool.tenant(), "sub-id", "1"))
                .contains("Secret " + pool.tenant() + "-001 has 1 running meeting");

        ModelNode secret =
                operations.call("removesecret", Map.of("tenant-slug", pool.tenant(), "sub-id", "1", "force", "true"));

        assertThat(secret.get("sub-id").asInt()).isEqualTo(1);
        assertThat(secret.get("closed").asInt()).isEqualTo(1);
        assertThat(Rooms.running(pool, "of-the-first")).isEmpty();
        assertThat(Rooms.running(pool, "of-the-tenant")).hasSize(1);
        assertThat(Rooms.listed(pool.client())).containsExactly("of-the-tenant");
        assertThat(first.get("getMeetings").messageKey()).isEqualTo("checksumError");

        ModelNode tenant = operations.call("removetenant", Map.of("slug", pool.tenant(), "force", "true"));

        assertThat(tenant.get("closed").asInt()).isEqualTo(1);
        assertThat(Rooms.running(pool, "of-the-tenant")).isEmpty();
    }

    @Test
    void secrets_are_listed_without_the_secrets_themselves() {
        String secret = pool.addSecret(7);

        List<ModelNode> listed = secrets(Map.of());

        assertThat(listed).extracting(one -> one.get("sub-id").asInt()).containsExactly(0, 7);
        assertThat(listed.get(1).get("hostname").asString())
                .isEqualTo(pool.tenant().toLowerCase(Locale.ROOT) + "-007.localhost");
        assertThat(listed.toString()).doesNotContain(secret);
        assertThat(secrets(Map.of("sub-id", "7"))).containsExactly(listed.get(1));
        assertThat(secrets(Map.of("offset", "1", "limit", "1"))).containsExactly(listed.get(1));
        Refused.sentence(operations, "secrets", Map.of("tenant-slug", "nobody")).contains("There is no tenant NOBODY");
    }

    @Test
    void a_secret_is_taken_away_and_only_that_one() throws IOException {
        BbbClient first = pool.client(1, pool.addSecret(1));

        operations.call("removesecret", Map.of("tenant-slug", pool.tenant(), "sub-id", "1", "version", "0"));

        assertThat(first.get("getMeetings").messageKey()).isEqualTo("checksumError");
        assertThat(pool.client().get("getMeetings").succeeded()).isTrue();
        Refused.sentence(operations, "removesecret", Map.of("tenant-slug", pool.tenant(), "sub-id", "1"))
                .contains("has no secret with sub id 1");
    }

    @Test
    void a_secret_is_rotated_in_two_steps_without_an_outage() throws IOException {
        String old = pool.secret();
        Refused.sentence(
                        operations,
                        "rotatesecret",
                        Map.of("tenant-slug", pool.tenant(), "sub-id", "0", "step", "promote"))
                .contains(pool.tenant() + "-000 has no second secret");

        ModelNode offered = rotate("offer");
        String fresh = offered.get("secret2").asString();

        assertThat(offered.get("secret").asString()).isEqualTo(old);
        assertThat(fresh).matches("[A-Za-z0-9]{42}").isNotEqualTo(old);
        assertThat(opens(old)).isTrue();
        assertThat(opens(fresh)).isTrue();

        ModelNode promoted = rotate("promote");

        assertThat(promoted.get("secret").asString()).isEqualTo(fresh);
        assertThat(promoted.get("secret2").asString()).isEmpty();
        assertThat(opens(fresh)).isTrue();
        assertThat(opens(old)).isFalse();
    }

    @Test
    void all_endpoints_are_listed_with_their_secrets() {
        List<ModelNode> all = operations.call("listalltenantsecrets").asList();

        assertThat(all)
                .filteredOn(one -> one.get("tenant-slug").asString().equals(pool.tenant()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.get("secret").asString()).isEqualTo(pool.secret());
                    assertThat(one.get("endpoint").asString())
                            .startsWith("http://localhost:")
                            .endsWith("/b3lb/t/" + pool.tenant().toLowerCase(Locale.ROOT) + "/bbb/");
                });
        Refused.sentence(operations, "listalltenantsecrets", Map.of("tenant-slug", "x"))
                .contains("it takes none");
    }

    @Test
    void rules_and_files_are_found_one_by_one() {
        for (String parameter : List.of("record", "welcome")) {
            operations.call(
                    "setparameter", Map.of("tenant-slug", pool.tenant(), "parameter", parameter, "mode", "BLOCK"));
        }

        assertThat(operations
                        .call("parameters", Map.of("tenant-slug", pool.tenant(), "parameter", "welcome"))
                        .asList())
                .extracting(rule -> rule.get("parameter").asString())
                .containsExactly("welcome");
        assertThat(operations
                        .call("parameters", Map.of("tenant-slug", pool.tenant(), "offset", "1"))
                        .asList())
                .hasSize(1);
        assertThat(operations
                        .call("assets", Map.of("tenant-slug", pool.tenant(), "kind", "logo"))
                        .asList())
                .isEmpty();
    }
}
