package dev.b3lb.configuration;

import dev.b3lb.node.PoolNode;
import dev.b3lb.tenant.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A configuration that tests change by hand instead of in a database. */
public final class FixedConfigurations extends Configurations {

    private final List<Account> accounts = new ArrayList<>();
    private final List<PoolNode> nodes = new ArrayList<>();

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

    @Override
    public Configuration current() {
        return new Configuration(1, accounts, nodes, Map.of());
    }

    @Override
    public void refresh() {
        // There is nothing to read
    }
}
