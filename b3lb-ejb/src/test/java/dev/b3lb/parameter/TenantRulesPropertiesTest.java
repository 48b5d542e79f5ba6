package dev.b3lb.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.QueryParameters;
import dev.b3lb.bbb.QueryParameters.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever clients send and operators decide: each rule does what it says, and nothing else changes. */
class TenantRulesPropertiesTest {

    private static final List<String> RULED =
            List.of("record", "duration", "welcome", "logoutURL", "meta_a", "meta_server-tag");

    @Property
    void each_parameter_is_what_its_rule_says(
            @ForAll("rules") List<TenantRule> rules, @ForAll("queries") QueryParameters asked) {
        QueryParameters result = new TenantRules(rules).apply(ApiCall.CREATE, asked);
        Map<String, TenantRule> byName =
                rules.stream().collect(Collectors.toMap(TenantRule::parameter, Function.identity()));
        for (String name : RULED) {
            assertThat(values(result, name))
                    .as(name)
                    .isEqualTo(
                            byName.containsKey(name)
                                    ? expected(byName.get(name), values(asked, name))
                                    : values(asked, name));
        }
    }

    private static List<String> expected(TenantRule rule, List<String> sent) {
        return switch (rule.mode()) {
            case BLOCK -> List.of();
            case SET -> sent.isEmpty() ? List.of(rule.value()) : sent;
            case OVERRIDE -> List.of(rule.value());
        };
    }

    /** The values of a parameter, of metadata in any case, as somebody else would look for them. */
    private static List<String> values(QueryParameters parameters, String name) {
        return parameters.all().stream()
                .filter(parameter -> name.startsWith("meta_")
                        ? parameter.name().equalsIgnoreCase(name)
                        : parameter.name().equals(name))
                .map(Parameter::value)
                .toList();
    }

    @Property
    void what_no_rule_is_about_stays_in_its_order(
            @ForAll("rules") List<TenantRule> rules, @ForAll("queries") QueryParameters asked) {
        Set<String> ruled = rules.stream().map(TenantRule::parameter).collect(Collectors.toSet());
        QueryParameters result = new TenantRules(rules).apply(ApiCall.CREATE, asked);
        assertThat(untouched(result, ruled)).isEqualTo(untouched(asked, ruled));
    }

    private static List<Parameter> untouched(QueryParameters parameters, Set<String> ruled) {
        return parameters.all().stream()
                .filter(parameter -> !ruled.contains(parameter.name())
                        && !ruled.contains(parameter.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    @Property
    void rules_that_are_applied_twice_do_nothing_more(
            @ForAll("rules") List<TenantRule> rules, @ForAll("queries") QueryParameters asked) {
        TenantRules all = new TenantRules(rules);
        QueryParameters once = all.apply(ApiCall.CREATE, asked);
        assertThat(all.apply(ApiCall.CREATE, once).all()).containsExactlyInAnyOrderElementsOf(once.all());
    }

    @Provide
    Arbitrary<List<TenantRule>> rules() {
        Arbitrary<TenantRule> rule = Combinators.combine(
                        Arbitraries.of(RULED),
                        Arbitraries.of(RuleMode.class),
                        Arbitraries.of("true", "60", "x y&=", ""))
                .as((name, mode, value) -> new TenantRule(name, mode, mode == RuleMode.BLOCK ? "" : value));
        return rule.list().uniqueElements(TenantRule::parameter);
    }

    @Provide
    Arbitrary<QueryParameters> queries() {
        Arbitrary<String> name = Arbitraries.oneOf(
                Arbitraries.of(RULED),
                Arbitraries.of("meta_A", "META_a", "meta_Server-Tag", "meta_ab", "name", "meetingID", "unknown", "x"));
        return Combinators.combine(name, Arbitraries.of("true", "", "ü", "a b"))
                .as(Parameter::new)
                .list()
                .ofMaxSize(12)
                .map(QueryParameters::new);
    }
}
