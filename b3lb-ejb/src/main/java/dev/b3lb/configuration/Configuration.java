package dev.b3lb.configuration;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.b3lb.branding.Branding;
import dev.b3lb.node.PoolNode;
import dev.b3lb.parameter.TenantRules;
import dev.b3lb.tenant.Account;
import dev.b3lb.tenant.KnownTenant;
import dev.b3lb.user.KnownUsers;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** One state of the configuration. Nothing in it ever changes. */
public final class Configuration {

    private record Name(String tenantSlug, int subId) {}

    private final long version;
    private final Map<Name, Account> accountsByName;
    private final Map<UUID, Account> accounts;
    private final Map<UUID, List<Account>> accountsByTenant;
    private final Map<String, KnownTenant> tenants;
    private final Map<UUID, PoolNode> nodes;
    private final Map<UUID, List<PoolNode>> nodesByCluster;
    private final Map<UUID, Set<UUID>> clustersByGroup;
    private final Map<UUID, TenantRules> rules;
    private final Map<UUID, Branding> brandings;
    private final KnownUsers users;

    /**
     * @param version the number that the configuration had in the database
     * @param tenants all tenants
     * @param accounts all secrets of all tenants
     * @param nodes all nodes
     * @param clustersByGroup ids of clusters by the id of a group that they are in
     * @param rules by the tenant's id; tenants without rules are left out
     * @param brandings by the tenant's id; tenants without files are left out
     * @param users who may log in
     */
    public Configuration(
            long version,
            Collection<KnownTenant> tenants,
            Collection<Account> accounts,
            Collection<PoolNode> nodes,
            Map<UUID, Set<UUID>> clustersByGroup,
            Map<UUID, TenantRules> rules,
            Map<UUID, Branding> brandings,
            KnownUsers users) {
        this.version = version;
        this.accounts = accounts.stream().collect(toUnmodifiableMap(Account::id, Function.identity()));
        this.accountsByName = accounts.stream()
                .collect(toUnmodifiableMap(
                        account -> new Name(account.tenantSlug(), account.subId()), Function.identity()));
        this.accountsByTenant = Map.copyOf(accounts.stream().collect(groupingBy(Account::tenantId)));
        this.tenants = tenants.stream().collect(toUnmodifiableMap(KnownTenant::slug, Function.identity()));
        this.nodes = nodes.stream().collect(toUnmodifiableMap(PoolNode::id, Function.identity()));
        this.nodesByCluster = Map.copyOf(
                nodes.stream().collect(groupingBy(node -> node.cluster().id())));
        this.clustersByGroup = Map.copyOf(clustersByGroup);
        this.rules = Map.copyOf(rules);
        this.brandings = Map.copyOf(brandings);
        this.users = users;
    }

    /** The number that this state had in the database; greater is newer. */
    public long version() {
        return version;
    }

    /** The account of a tenant's slug (upper case) and sub id. */
    public Optional<Account> account(String tenantSlug, int subId) {
        return Optional.ofNullable(accountsByName.get(new Name(tenantSlug, subId)));
    }

    /** The account of a secret's id. */
    public Optional<Account> account(UUID id) {
        return Optional.ofNullable(accounts.get(id));
    }

    /** All accounts of a tenant. */
    public List<Account> accountsOfTenant(UUID tenantId) {
        return accountsByTenant.getOrDefault(tenantId, List.of());
    }

    /** Every account. */
    public Collection<Account> accounts() {
        return accounts.values();
    }

    /** Every tenant, also those without a secret. */
    public Collection<KnownTenant> tenants() {
        return tenants.values();
    }

    /** The node of an id. */
    public Optional<PoolNode> node(UUID id) {
        return Optional.ofNullable(nodes.get(id));
    }

    /** Every node. */
    public Collection<PoolNode> nodes() {
        return nodes.values();
    }

    /** Ids of the clusters of a group. */
    public Set<UUID> clustersOfGroup(UUID groupId) {
        return clustersByGroup.getOrDefault(groupId, Set.of());
    }

    /** All nodes of all clusters of a group. */
    public List<PoolNode> nodesOfGroup(UUID groupId) {
        return clustersOfGroup(groupId).stream()
                .flatMap(cluster -> nodesByCluster.getOrDefault(cluster, List.of()).stream())
                .toList();
    }

    /** What operators decided about the parameters of a tenant's calls. */
    public TenantRules rules(UUID tenantId) {
        return rules.getOrDefault(tenantId, TenantRules.NONE);
    }

    /** The tenant of a slug (upper case). */
    public Optional<KnownTenant> tenant(String slug) {
        return Optional.ofNullable(tenants.get(slug));
    }

    /** The files of a tenant. */
    public Branding branding(UUID tenantId) {
        return brandings.getOrDefault(tenantId, Branding.NONE);
    }

    /** Who may log in to console and REST API. */
    public KnownUsers users() {
        return users;
    }
}
