package dev.b3lb.monitoring;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Prometheus' rules.
 *
 * @param records names of series that are recorded, with their expressions, in order
 * @param alerts the alerts, in order
 */
record Rules(List<Expression> records, List<Alert> alerts) {

    /** An alert. */
    record Alert(String name, Expression expression, Map<String, String> labels, Map<String, String> annotations) {}

    static Rules parse(String yaml) {
        List<Map<String, Object>> rules = Yaml.list(Yaml.document(yaml), "groups").stream()
                .flatMap(group -> Yaml.list(group, "rules").stream())
                .toList();
        List<Expression> records = rules.stream()
                .filter(rule -> rule.containsKey("record"))
                .map(rule -> expression(rule, "record"))
                .toList();
        List<Alert> alerts = rules.stream()
                .filter(rule -> rule.containsKey("alert"))
                .map(rule -> new Alert(
                        rule.get("alert").toString(),
                        expression(rule, "alert"),
                        Yaml.texts(rule, "labels"),
                        Yaml.texts(rule, "annotations")))
                .toList();
        return new Rules(records, alerts);
    }

    private static Expression expression(Map<String, Object> rule, String name) {
        return new Expression(rule.get(name).toString(), rule.get("expr").toString());
    }

    /** All of them. */
    List<Expression> expressions() {
        return Stream.concat(records.stream(), alerts.stream().map(Alert::expression))
                .toList();
    }
}
