package dev.b3lb.operations;

import static jakarta.json.stream.JsonCollectors.toJsonArray;

import dev.b3lb.check.Finding;
import dev.b3lb.check.NodeCheck;
import dev.b3lb.check.ServerCheck;
import dev.b3lb.configuration.Configurations;
import dev.b3lb.node.PoolNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Looking whether a node or this server is fit for work. */
@ApplicationScoped
public class CheckOperations implements OperationGroup {

    private final NodeCheck nodeCheck;
    private final ServerCheck serverCheck;
    private final Configurations configurations;
    private final ChangeLog changes;

    @Inject
    CheckOperations(NodeCheck nodeCheck, ServerCheck serverCheck, Configurations configurations, ChangeLog changes) {
        this.nodeCheck = nodeCheck;
        this.serverCheck = serverCheck;
        this.configurations = configurations;
        this.changes = changes;
    }

    @Override
    public Map<String, Function<OperationCall, JsonValue>> operations() {
        return Map.of("check", call -> json(serverCheck.findings()), "checknode", this::checkNode);
    }

    private JsonValue checkNode(OperationCall call) {
        String slug = call.arguments().text("slug");
        PoolNode node = configurations.current().nodes().stream()
                .filter(known -> known.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> RefusedException.absent("There is no node " + slug + "; servers lists all."));
        List<Finding> findings = nodeCheck.of(node);
        changes.recordDeed(call, "node " + slug, failed(findings));
        return Json.createObjectBuilder()
                .add("slug", slug)
                .add("ok", findings.stream().allMatch(Finding::ok))
                .add("checks", json(findings))
                .build();
    }

    private static JsonObject failed(List<Finding> findings) {
        return Json.createObjectBuilder()
                .add(
                        "failed",
                        Json.createArrayBuilder(findings.stream()
                                .filter(finding -> !finding.ok())
                                .map(Finding::check)
                                .toList()))
                .build();
    }

    private static JsonArray json(List<Finding> findings) {
        return findings.stream().map(finding -> (JsonValue) json(finding)).collect(toJsonArray());
    }

    private static JsonObject json(Finding finding) {
        return Json.createObjectBuilder()
                .add("check", finding.check())
                .add("ok", finding.ok())
                .add("words", finding.words())
                .build();
    }
}
