package dev.b3lb.operations;

import dev.b3lb.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What operators of Scalelite are used to, by its names. Each is one of our own operations. */
@ApplicationScoped
public class ScaleliteOperations implements OperationGroup {

    private final NodeOperations nodes;
    private final MaintenanceOperations maintenance;
    private final NodeRemoval removal;
    private final PanicOperations panic;
    private final ConfigurationFinder finder;
    private final Transactions transactions;
    private final Optional<String> defaultCluster;

    @Inject
    ScaleliteOperations(
            NodeOperations nodes,
            MaintenanceOperations maintenance,
            NodeRemoval removal,
            PanicOperations panic,
            ConfigurationFinder finder,
            Transactions transactions,
            Settings settings) {
        this.nodes = nodes;
        this.maintenance = maintenance;
        this.removal = removal;
        this.panic = panic;
        this.finder = finder;
        this.transactions = transactions;
        this.defaultCluster = settings.get(Settings.DEFAULT_CLUSTER);
    }

    @Override
    public Map<String, Function<OperationCall, JsonValue>> operations() {
        return Map.of(
                "servers-add", call -> transactions.inOne(() -> add(call)),
                "servers-enable", call -> maintenance.maintenance(onNode(call, Map.of("on", "false"))),
                "servers-disable", call -> maintenance.maintenance(onNode(call, Map.of("on", "true"))),
                "servers-cordon", call -> maintenance.maintenance(onNode(call, Map.of("on", "true"))),
                "servers-remove", call -> removal.remove(onNode(call, given(call, "force"))),
                "servers-panic", call -> panic.panic(onNode(call, Map.of())),
                "servers-loadmultiplier",
                        call -> transactions.inOne(() -> nodes.set(onNode(call, given(call, "load-multiplier")))));
    }

    private JsonValue add(OperationCall call) {
        String url = call.arguments().text("url");
        Map<String, String> arguments = new TreeMap<>(given(call, "load-multiplier"));
        arguments.put("slug", ServerUrl.slug(url));
        arguments.put("url", url);
        arguments.put("secret", call.arguments().text("secret"));
        arguments.put("cluster", defaultCluster.orElseGet(this::onlyCluster));
        arguments.put("maintenance", "true");
        return nodes.add(with(call, arguments));
    }

    private String onlyCluster() {
        return finder.onlyCluster()
                .orElseThrow(() -> RefusedException.conflict(
                        "It is not clear which cluster the server belongs to: set B3LB_DEFAULT_CLUSTER, or have one"
                                + " cluster, or use addnode, which takes a cluster."));
    }

    /** The same caller asks for the same of the node that is named. */
    private OperationCall onNode(OperationCall call, Map<String, String> more) {
        Map<String, String> arguments = new TreeMap<>(more);
        arguments.put(
                "slug",
                transactions.inOne(() -> finder.nodeSlug(call.arguments().text("id"))));
        return with(call, arguments);
    }

    private static OperationCall with(OperationCall call, Map<String, String> arguments) {
        return new OperationCall(call.caller(), call.operation(), new Arguments(arguments));
    }

    private static Map<String, String> given(OperationCall call, String parameter) {
        return call.arguments()
                .optional(parameter)
                .map(value -> Map.of(parameter, value))
                .orElse(Map.of());
    }
}
