package dev.b3lb.parameter;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.MetadataName;
import dev.b3lb.bbb.ParameterName;
import dev.b3lb.bbb.QueryParameters;
import dev.b3lb.bbb.QueryParameters.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The rules of one tenant, as requests apply them. */
public final class TenantRules {

    /** No rules: every parameter stays as it is. */
    public static final TenantRules NONE = new TenantRules(List.of());

    private final Map<ApiCall, List<TenantRule>> rules;

    /** @param rules at most one for each parameter; what is about an unknown parameter does nothing */
    public TenantRules(List<TenantRule> rules) {
        this.rules = Stream.of(ApiCall.CREATE, ApiCall.JOIN)
                .collect(toUnmodifiableMap(call -> call, call -> about(call, rules)));
    }

    private static List<TenantRule> about(ApiCall call, List<TenantRule> rules) {
        return rules.stream()
                .filter(rule -> KnownParameters.find(rule.parameter())
                        .filter(known -> known.calls().contains(call))
                        .isPresent())
                .toList();
    }

    /**
     * The parameters that a call has in the end. A parameter counts as sent however it is spelled, as often as it is
     * there, and also when it is empty.
     *
     * @param call only the rules for parameters of this call act
     * @param asked what the client sent
     */
    public QueryParameters apply(ApiCall call, QueryParameters asked) {
        List<TenantRule> acting = rules.getOrDefault(call, List.of());
        if (acting.isEmpty()) {
            return asked;
        }
        Set<String> sent =
                asked.all().stream().map(parameter -> key(parameter.name())).collect(toUnmodifiableSet());
        Set<String> taken = acting.stream()
                .filter(rule -> rule.mode() != RuleMode.SET)
                .map(TenantRule::parameter)
                .collect(toUnmodifiableSet());
        List<Parameter> result =
                new ArrayList<>(asked.without(name -> taken.contains(key(name))).all());
        acting.stream()
                .filter(rule -> gives(rule, sent))
                .forEach(rule -> result.add(new Parameter(rule.parameter(), rule.value())));
        return new QueryParameters(result);
    }

    private static boolean gives(TenantRule rule, Set<String> sent) {
        return switch (rule.mode()) {
            case BLOCK -> false;
            case SET -> !sent.contains(rule.parameter());
            case OVERRIDE -> true;
        };
    }

    /** How rules would call a parameter. */
    private static String key(String sentName) {
        String name = ParameterName.asRead(sentName);
        String prefix = MetadataName.PARAMETER_PREFIX;
        return name.regionMatches(true, 0, prefix, 0, prefix.length()) ? name.toLowerCase(Locale.ROOT) : name;
    }
}
