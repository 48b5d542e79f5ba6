package dev.b3lb.operations;

import dev.b3lb.parameter.KnownParameter;
import dev.b3lb.parameter.KnownParameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What rules there are about parameters, and what there could be. */
@ApplicationScoped
public class ParameterReports implements OperationGroup {

    private final ConfigurationFinder finder;
    private final Transactions transactions;

    @Inject
    ParameterReports(ConfigurationFinder finder, Transactions transactions) {
        this.finder = finder;
        this.transactions = transactions;
    }

    @Override
    public Map<String, Function<OperationCall, JsonValue>> operations() {
        return Map.of(
                "parameters",
                call -> transactions.inOne(() -> rules(call)),
                "knownparameters",
                ParameterReports::known);
    }

    private JsonValue rules(OperationCall call) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        finder.rules(finder.tenant(call.arguments().text("tenant-slug")))
                .forEach(rule -> list.add(ParameterJson.of(rule)));
        return list.build();
    }

    private static JsonValue known(OperationCall call) {
        Optional<String> wanted = call.arguments().optional("call");
        JsonArrayBuilder list = Json.createArrayBuilder();
        KnownParameters.all().stream()
                .filter(parameter -> wanted.isEmpty() || isOf(parameter, wanted.get()))
                .forEach(parameter -> list.add(ParameterJson.of(parameter)));
        return list.build();
    }

    private static boolean isOf(KnownParameter parameter, String call) {
        return parameter.calls().stream().anyMatch(its -> its.wireName().equals(call));
    }
}
