package dev.b3lb.demo;

import dev.b3lb.testbed.OperationRejected;
import dev.b3lb.testbed.Operations;
import dev.b3lb.testbed.TestbedFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jboss.dmr.ModelNode;

/** Sets the demo's pool up through the server's operations, whatever of it is there from earlier runs. */
final class DemoPool {

    static final String TENANT = "ACME";

    private static final String CLUSTER = "demo";
    private static final String GROUP = "demo";
    private static final Duration ACTIVE_LIMIT = Duration.ofSeconds(60);

    private final Operations operations;

    DemoPool(Operations operations) {
        this.operations = operations;
    }

    /**
     * Makes what is missing and waits until all nodes get meetings.
     *
     * @return the tenant's secret
     * @throws TestbedFailure when the nodes do not become ACTIVE within a minute
     */
    String setUp(List<DemoNode> nodes, String nodeSecret) {
        String secret = secret().orElseGet(this::makeTenant);
        Set<String> known =
                servers().stream().map(node -> node.get("slug").asString()).collect(Collectors.toSet());
        nodes.forEach(node -> addOrMove(node, nodeSecret, known));
        awaitActive(nodes);
        return secret;
    }

    private Optional<String> secret() {
        String name = TENANT + "-000";
        ModelNode secrets = operations.call("gettenantsecrets");
        return secrets.hasDefined(name, "secret")
                ? Optional.of(secrets.get(name, "secret").asString())
                : Optional.empty();
    }

    private String makeTenant() {
        addUnlessThere("addcluster", Map.of("name", CLUSTER));
        addUnlessThere("addclustergroup", Map.of("name", GROUP, "clusters", CLUSTER));
        addUnlessThere("addtenant", Map.of("slug", TENANT, "cluster-group", GROUP));
        ModelNode added = operations.call("addsecrets", Map.of("tenant-slug", TENANT, "sub-id", "0"));
        return added.get(TENANT + "-000").asString();
    }

    /** What a run made that was stopped in the middle is there already; if it is not, a later step fails. */
    private void addUnlessThere(String operation, Map<String, String> parameters) {
        try {
            operations.call(operation, parameters);
        } catch (OperationRejected refused) {
            if (!refused.reason().contains("already")) {
                throw refused;
            }
        }
    }

    private void addOrMove(DemoNode node, String secret, Set<String> known) {
        if (known.contains(node.slug())) {
            operations.call("setnode", Map.of("slug", node.slug(), "url", node.apiUrl(), "secret", secret));
        } else {
            operations.call(
                    "addnode", Map.of("slug", node.slug(), "url", node.apiUrl(), "secret", secret, "cluster", CLUSTER));
        }
    }

    private void awaitActive(List<DemoNode> nodes) {
        nodes.forEach(node -> operations.call("poll", Map.of("slug", node.slug())));
        try {
            Awaitility.await()
                    .atMost(ACTIVE_LIMIT)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> inactive().isEmpty());
        } catch (ConditionTimeoutException e) {
            throw new TestbedFailure("The nodes " + inactive() + " were not ACTIVE within " + ACTIVE_LIMIT.toSeconds()
                    + " s; b3lb.sh servers says why.");
        }
    }

    private List<String> inactive() {
        return servers().stream()
                .filter(node -> !"ACTIVE".equals(node.get("health").asString()))
                .map(node -> node.get("slug").asString())
                .toList();
    }

    private List<ModelNode> servers() {
        return operations.call("servers", Map.of("cluster", CLUSTER)).asList();
    }
}
