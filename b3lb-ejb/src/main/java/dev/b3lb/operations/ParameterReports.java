package dev.b3lb.operations;

import dev.b3lb.parameter.KnownParameter;
import dev.b3lb.parameter.KnownParameters;
import dev.b3lb.parameter.ParameterRule;
import dev.b3lb.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What rules there are about parameters, and what there could be. */
@ApplicationScoped
public class ParameterReports implements OperationGroup {

    @PersistenceContext(unitName = "b3lb")
    private EntityManager entities;

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
        Arguments arguments = call.arguments();
        Tenant tenant = finder.tenant(arguments.text("tenant-slug"));
        JsonArrayBuilder list = Json.createArrayBuilder();
        new EntityList<>(entities, ParameterRule.class, "select e from ParameterRule e")
                .with("tenant", Optional.of(tenant))
                .with("parameter", arguments.optional("parameter").map(ParameterReports::knownName))
                .page("e.parameter", Page.of(arguments))
                .forEach(rule -> list.add(ParameterJson.of(rule)));
        return list.build();
    }

    /** Some names are kept in another case than they may be written in. */
    private static String knownName(String name) {
        return KnownParameters.find(name).map(KnownParameter::name).orElse(name);
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
