package dev.b3lb.testbed;

import dev.b3lb.fakenode.FakeBbbNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jboss.dmr.ModelNode;

/**
 * A cluster of its own on a running server, with fake nodes and one tenant that may use it. All of it is gone when it is
 * closed, so that no later test meets nodes that are polled in vain or a configuration that has grown.
 */
public final class Pool implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Pool.class.getName());
    private static final Duration ACTIVE_LIMIT = Duration.ofSeconds(60);

    private final B3lbServer server;
    private final Operations operations;
    private final Ports ports;
    private final Names names;
    private final String cluster;
    private final String group;
    private final String tenant;
    private final String secret;
    private final List<FakeBbbNode> nodes = new ArrayList<>();
    private final List<String> slugs = new ArrayList<>();
    private final List<String> tenants = new ArrayList<>();

    private Pool(B3lbServer server, Operations operations, Ports ports, Names names) {
        this.server = server;
        this.operations = operations;
        this.ports = ports;
        this.names = names;
        cluster = names.name("cluster");
        group = names.name("group");
        tenant = names.tenant();
        operations.call("addcluster", Map.of("name", cluster));
        operations.call("addclustergroup", Map.of("name", group, "clusters", cluster));
        operations.call("addtenant", Map.of("slug", tenant, "cluster-group", group));
        tenants.add(tenant);
        secret = addSecret(0);
    }

    static Pool make(B3lbServer server, Operations operations, Ports ports, Names names) {
        return new Pool(server, operations, ports, names);
    }

    /** The tenant's secret of sub id 0. */
    public String secret() {
        return secret;
    }

    /** Gives the tenant one more secret. */
    public String addSecret(int subId) {
        return operations
                .call("addsecrets", Map.of("tenant-slug", tenant, "sub-id", Integer.toString(subId)))
                .get("%s-%03d".formatted(tenant, subId))
                .asString();
    }

    /**
     * Starts nodes, adds them to the cluster and waits until the server gives them meetings.
     *
     * @throws TestbedFailure when that takes longer than a minute
     */
    public void addNodes(int count) {
        for (int i = 0; i < count; i++) {
            addNode();
        }
        awaitActive();
    }

    /** Starts a node and adds it to the cluster; it gets meetings after its first good poll. */
    public FakeBbbNode addNode() {
        String slug = names.name("node");
        FakeBbbNode node = FakeBbbNode.builder()
                .host("localhost")
                .port(ports.draw())
                .secret(names.secret())
                .label(slug)
                .start();
        nodes.add(node);
        slugs.add(slug);
        operations.call(
                "addnode", Map.of("slug", slug, "secret", node.secret(), "cluster", cluster, "url", node.baseUrl()));
        return node;
    }

    /** Waits until all nodes of the cluster are ACTIVE. */
    public void awaitActive() {
        slugs.forEach(this::poll);
        try {
            Awaitility.await()
                    .atMost(ACTIVE_LIMIT)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> servers().stream()
                                    .filter(node ->
                                            "ACTIVE".equals(node.get("health").asString()))
                                    .count()
                            == slugs.size());
        } catch (ConditionTimeoutException e) {
            throw new TestbedFailure(
                    "The nodes were not ACTIVE within " + ACTIVE_LIMIT.toSeconds() + " s: " + servers());
        }
    }

    /** Lets the server poll a node now, and waits until it has. */
    public void poll(String slug) {
        operations.call("poll", Map.of("slug", slug));
    }

    /** What the server knows about the nodes of the cluster. */
    public List<ModelNode> servers() {
        return operations.call("servers", Map.of("cluster", cluster)).asList();
    }

    /** The nodes, in the order in which they were added. */
    public List<FakeBbbNode> nodes() {
        return List.copyOf(nodes);
    }

    /** The nodes' slugs, in the same order. */
    public List<String> slugs() {
        return List.copyOf(slugs);
    }

    /** The cluster's name. */
    public String cluster() {
        return cluster;
    }

    /** The name of the group that holds the cluster only. */
    public String group() {
        return group;
    }

    /** The tenant's slug. */
    public String tenant() {
        return tenant;
    }

    /** A client with the tenant's secret of sub id 0 that names the tenant in the path. */
    public BbbClient client() {
        return BbbClient.byPath(server.httpPort(), Testbed.BASE_DOMAIN, tenant.toLowerCase(Locale.ROOT), secret);
    }

    /** The same, with the tenant in the host name. */
    public BbbClient clientByHost() {
        String host = tenant.toLowerCase(Locale.ROOT) + "." + Testbed.BASE_DOMAIN;
        return BbbClient.byHost(server.httpPort(), host, secret);
    }

    /** A client with another of the tenant's secrets that names the tenant in the path. */
    public BbbClient client(int subId, String itsSecret) {
        String name = "%s-%03d".formatted(tenant.toLowerCase(Locale.ROOT), subId);
        return BbbClient.byPath(server.httpPort(), Testbed.BASE_DOMAIN, name, itsSecret);
    }

    /** Lets a tenant go with the pool, beside its own. */
    public void alsoTake(String tenantSlug) {
        tenants.add(tenantSlug);
    }

    /** Stops the nodes and takes away all that the pool is made of. */
    @Override
    public void close() {
        try {
            if (server.isAlive() && !slugs.isEmpty()) {
                operations.call("maintenance", Map.of("cluster", cluster, "on", "true"));
            }
        } finally {
            nodes.forEach(FakeBbbNode::close);
        }
        if (server.isAlive()) {
            slugs.forEach(slug -> remove("removenode", Map.of("slug", slug, "force", "true")));
            tenants.forEach(slug -> remove("removetenant", Map.of("slug", slug, "force", "true")));
            remove("removeclustergroup", Map.of("name", group));
            remove("removecluster", Map.of("name", cluster));
        }
    }

    /** What a test has taken away itself, or still uses elsewhere, is no failure of that test. */
    private void remove(String operation, Map<String, String> what) {
        try {
            operations.call(operation, what);
        } catch (OperationRejected leftAlone) {
            LOG.log(System.Logger.Level.DEBUG, leftAlone.getMessage());
        }
    }

    @Override
    public String toString() {
        return "Pool[" + cluster + ", " + slugs + ", " + tenant + "]";
    }
}
