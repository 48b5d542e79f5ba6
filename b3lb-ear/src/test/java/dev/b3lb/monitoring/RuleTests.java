package dev.b3lb.monitoring;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The unit tests of the rules, for {@code promtool test rules}.
 *
 * @param firing alerts that are expected to fire somewhere
 * @param silent alerts that are expected not to fire somewhere
 */
record RuleTests(Set<String> firing, Set<String> silent) {

    static RuleTests parse(String yaml) {
        Map<Boolean, Set<String>> byFiring = Yaml.list(Yaml.document(yaml), "tests").stream()
                .flatMap(test -> Yaml.list(test, "alert_rule_test").stream())
                .collect(Collectors.partitioningBy(
                        expected -> !((List<?>) expected.get("exp_alerts")).isEmpty(),
                        Collectors.mapping(expected -> expected.get("alertname").toString(), Collectors.toSet())));
        return new RuleTests(byFiring.get(true), byFiring.get(false));
    }
}
