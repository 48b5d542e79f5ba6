package dev.b3lb.operations;

import dev.b3lb.parameter.KnownParameter;
import dev.b3lb.parameter.KnownParameters;
import dev.b3lb.parameter.ParameterRule;
import jakarta.json.Json;
import jakarta.json.JsonObject;

/** Parameters and rules about them in results and records. */
final class ParameterJson {

    private ParameterJson() {}

    static JsonObject of(KnownParameter parameter) {
        return Json.createObjectBuilder()
                .add("parameter", parameter.name())
                .add("calls", parameter.callNames())
                .add("kind", parameter.kind().label())
                .add("allowed", parameter.kind().allowed())
                .build();
    }

    /** A rule about a parameter that is no longer known acts on no call. */
    static JsonObject of(ParameterRule rule) {
        return Json.createObjectBuilder()
                .add("tenant-slug", rule.getTenant().getSlug())
                .add("parameter", rule.getParameter())
                .add(
                        "calls",
                        KnownParameters.find(rule.getParameter())
                                .map(KnownParameter::callNames)
                                .orElse(""))
                .add("mode", rule.getMode().name())
                .add("value", rule.getValue())
                .add("version", rule.getVersion())
                .build();
    }
}
