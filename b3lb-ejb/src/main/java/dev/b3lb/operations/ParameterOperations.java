package dev.b3lb.operations;

import dev.b3lb.meeting.OwnMetadata;
import dev.b3lb.parameter.KnownParameter;
import dev.b3lb.parameter.KnownParameters;
import dev.b3lb.parameter.ParameterRule;
import dev.b3lb.parameter.RuleMode;
import dev.b3lb.settings.Settings;
import dev.b3lb.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Making and taking away rules about the parameters of tenants' calls. */
@ApplicationScoped
public class ParameterOperations implements OperationGroup {

    /** Every call of a tenant goes through all of its rules. */
    private static final int MOST_RULES = 500;

    @PersistenceContext(unitName = "b3lb")
    private EntityManager entities;

    private final ConfigurationFinder finder;
    private final ChangeLog changes;
    private final Transactions transactions;
    private final OwnMetadata ownMetadata;

    @Inject
    ParameterOperations(ConfigurationFinder finder, ChangeLog changes, Transactions transactions, Settings settings) {
        this.finder = finder;
        this.changes = changes;
        this.transactions = transactions;
        this.ownMetadata = new OwnMetadata(settings);
    }

    @Override
    public Map<String, Function<OperationCall, JsonValue>> operations() {
        return Map.of(
                "setparameter", call -> transactions.inOne(() -> set(call)),
                "removeparameter", call -> transactions.inOne(() -> remove(call)));
    }

    private JsonValue set(OperationCall call) {
        Arguments arguments = call.arguments();
        Tenant tenant = finder.tenant(arguments.text("tenant-slug"));
        KnownParameter parameter = parameter(arguments.text("parameter"));
        RuleMode mode = RuleMode.valueOf(arguments.text("mode"));
        parameter.fault(mode, arguments.optional("value")).ifPresent(sentence -> {
            throw new RefusedException(sentence);
        });
        Optional<ParameterRule> there = rule(tenant, parameter.name());
        ConfigurationFinder.requireVersion(call, there.map(ParameterRule::getVersion));
        JsonObject before = there.map(ParameterJson::of).orElse(JsonValue.EMPTY_JSON_OBJECT);
        ParameterRule rule = there.orElseGet(() -> added(tenant, parameter));
        rule.decide(mode, arguments.optional("value").orElse(""));
        entities.flush();
        JsonObject after = ParameterJson.of(rule);
        changes.record(call, subject(tenant, parameter.name()), before, after);
        return after;
    }

    private KnownParameter parameter(String name) {
        if (ownMetadata.isParameter(name)) {
            throw new RefusedException(name + " is b3lb's own; there can be no rule about it.");
        }
        return KnownParameters.find(name)
                .orElseThrow(() -> new RefusedException("There can be no rule about " + name
                        + "; knownparameters lists what there can be rules about, and any meta_NAME and userdata-NAME"
                        + " may be added."));
    }

    private ParameterRule added(Tenant tenant, KnownParameter parameter) {
        if (finder.rules(tenant).size() >= MOST_RULES) {
            throw new RefusedException(tenant.getSlug() + " has " + MOST_RULES
                    + " rules already, which is the most; removeparameter takes one away.");
        }
        ParameterRule rule = new ParameterRule(UUID.randomUUID(), tenant, parameter);
        entities.persist(rule);
        return rule;
    }

    private JsonValue remove(OperationCall call) {
        Tenant tenant = finder.tenant(call.arguments().text("tenant-slug"));
        String asked = call.arguments().text("parameter");
        String name = KnownParameters.find(asked).map(KnownParameter::name).orElse(asked);
        ParameterRule rule = rule(tenant, name)
                .orElseThrow(() -> RefusedException.absent(
                        tenant.getSlug() + " has no rule about " + asked + "; parameters lists its rules."));
        ConfigurationFinder.requireVersion(call, rule.getVersion());
        JsonObject before = ParameterJson.of(rule);
        entities.remove(rule);
        entities.flush();
        changes.record(call, subject(tenant, name), before, JsonValue.EMPTY_JSON_OBJECT);
        return before;
    }

    private Optional<ParameterRule> rule(Tenant tenant, String parameter) {
        return finder.rules(tenant).stream()
                .filter(rule -> rule.getParameter().equals(parameter))
                .findFirst();
    }

    private static String subject(Tenant tenant, String parameter) {
        return "parameter " + parameter + " of tenant " + tenant.getSlug();
    }
}
