package dev.b3lb.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.bbb.ChecksumAlgorithm;
import dev.b3lb.node.ClusterFactors;
import dev.b3lb.node.PoolNode;
import dev.b3lb.node.SomeNodes;
import dev.b3lb.tenant.Account;
import dev.b3lb.tenant.KnownTenant;
import dev.b3lb.tenant.SomeAccounts;
import dev.b3lb.user.KnownUsers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConfigurationTest {

    private static final UUID GROUP = SomeNodes.id("group");
    private static final UUID BOTH = SomeNodes.id("both");

    private final Account acme = SomeAccounts.account("ACME", 0);
    private final Account acme5 = SomeAccounts.account("ACME", 5);
    private final Account other = SomeAccounts.account("OTHER", 0);
    private final PoolNode a = SomeNodes.node("a", cluster("first"), 1, "", false);
    private final PoolNode b = SomeNodes.node("b", cluster("second"), 1, "", false);
    private final Configuration configuration = new Configuration(
            7,
            List.of(SomeAccounts.tenant("ACME"), SomeAccounts.tenant("OTHER"), SomeAccounts.tenant("NEW")),
            List.of(acme, acme5, other),
            List.of(a, b),
            Map.of(
                    GROUP, Set.of(SomeNodes.id("first"), SomeNodes.id("empty")),
                    BOTH, Set.of(SomeNodes.id("first"), SomeNodes.id("second"))),
            Map.of(),
            Map.of(),
            KnownUsers.NONE);

    @Test
    void accounts_are_found_by_slug_and_sub_id() {
        assertThat(configuration.account("ACME", 5)).contains(acme5);
        assertThat(configuration.account("ACME", 6)).isEmpty();
        assertThat(configuration.account("acme", 5)).isEmpty();
    }

    @Test
    void accounts_are_found_by_id() {
        assertThat(configuration.account(other.id())).contains(other);
        assertThat(configuration.account(new UUID(1, 1))).isEmpty();
        assertThat(configuration.accounts()).containsExactlyInAnyOrder(acme, acme5, other);
    }

    @Test
    void a_tenant_has_its_own_accounts_only() {
        assertThat(configuration.accountsOfTenant(acme.tenantId())).containsExactlyInAnyOrder(acme, acme5);
        assertThat(configuration.accountsOfTenant(new UUID(1, 1))).isEmpty();
    }

    @Test
    void a_tenant_is_known_though_it_has_no_secret() {
        assertThat(configuration.tenant("ACME")).map(KnownTenant::id).contains(acme.tenantId());
        assertThat(configuration.tenant("NEW")).isPresent();
        assertThat(configuration.tenant("acme")).isEmpty();
    }

    @Test
    void a_tenant_has_one_token_and_does_not_show_it() {
        KnownTenant tenant = SomeAccounts.tenant("ACME");
        UUID token = tenant.statsToken();

        assertThat(tenant.isToken(UUID.fromString(token.toString()))).isTrue();
        assertThat(tenant.isToken(new UUID(token.getMostSignificantBits(), 0))).isFalse();
        assertThat(tenant.isToken(SomeAccounts.tenant("OTHER").statsToken())).isFalse();
        assertThat(tenant.toString()).isEqualTo("ACME");
    }

    @Test
    void a_group_has_the_nodes_of_all_of_its_clusters() {
        assertThat(configuration.nodesOfGroup(GROUP)).containsExactly(a);
        assertThat(configuration.nodesOfGroup(BOTH)).containsExactlyInAnyOrder(a, b);
        assertThat(configuration.nodesOfGroup(new UUID(1, 1))).isEmpty();
        assertThat(configuration.clustersOfGroup(new UUID(1, 1))).isEmpty();
    }

    @Test
    void nodes_are_found_by_id() {
        assertThat(configuration.node(b.id())).contains(b);
        assertThat(configuration.node(new UUID(1, 1))).isEmpty();
        assertThat(configuration.nodes()).containsExactlyInAnyOrder(a, b);
    }

    @Test
    void shows_no_secret_of_a_tenant_or_a_node() {
        assertThat(configuration.accounts().toString()).doesNotContain("secret");
        assertThat(configuration.nodes().toString()).doesNotContain("secret of");
    }

    private static ClusterFactors cluster(String name) {
        return new ClusterFactors(SomeNodes.id(name), name, 0, 1, 30, 6, 5000, ChecksumAlgorithm.SHA256);
    }
}
