package dev.b3lb.configuration;

import dev.b3lb.branding.AssetFile;
import dev.b3lb.branding.Branding;
import dev.b3lb.node.PoolNode;
import dev.b3lb.parameter.TenantRule;
import dev.b3lb.parameter.TenantRules;
import dev.b3lb.tenant.Account;
import dev.b3lb.tenant.KnownTenant;
import dev.b3lb.tenant.SomeAccounts;
import dev.b3lb.user.KnownUsers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** A configuration that tests change by hand instead of in a database. */
public final class FixedConfigurations extends Configurations {

    private final List<Account> accounts = new ArrayList<>();
    private final List<KnownTenant> lonely = new ArrayList<>();
    private final List<PoolNode> nodes = new ArrayList<>();
    private final Map<UUID, TenantRules> rules = new HashMap<>();
    private final Map<UUID, Branding> brandings = new HashMap<>();

    /** No tenants and no nodes. */
    public FixedConfigurations() {
        super(null);
    }

    /** Adds accounts. */
    public FixedConfigurations with(Account... more) {
        accounts.addAll(List.of(more));
        return this;
    }

    /** Adds nodes, in place of those with the same id. */
    public FixedConfigurations with(PoolNode... more) {
        for (PoolNode node : more) {
            nodes.removeIf(held -> held.id().equals(node.id()));
            nodes.add(node);
        }
        return this;
    }

    /** Gives the account's tenant rules. */
    public FixedConfigurations rules(Account account, TenantRule... itsRules) {
        rules.put(account.tenantId(), new TenantRules(List.of(itsRules)));
        return this;
    }

    /** Gives the account's tenant files. */
    public FixedConfigurations files(Account account, AssetFile... itsFiles) {
        brandings.put(account.tenantId(), new Branding(List.of(itsFiles)));
        return this;
    }

    /** Adds a tenant that has no account. */
    public FixedConfigurations with(KnownTenant tenant) {
        lonely.add(tenant);
        return this;
    }

    private List<KnownTenant> tenants() {
        return Stream.concat(
                        lonely.stream(),
                        accounts.stream()
                                .map(account -> new KnownTenant(
                                        account.tenantId(),
                                        account.tenantSlug(),
                                        SomeAccounts.tenant(account.tenantSlug())
                                                .statsToken())))
                .distinct()
                .toList();
    }

    @Override
    public Configuration current() {
        return new Configuration(1, tenants(), accounts, nodes, Map.of(), rules, brandings, KnownUsers.NONE);
    }

    @Override
    public void refresh() {
        // There is nothing to read
    }
}
