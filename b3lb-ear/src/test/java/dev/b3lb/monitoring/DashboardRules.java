package dev.b3lb.monitoring;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The dashboard's queries as recording rules, and a test of them: each one has to find something in what two servers tell
 * whose counters rise.
 */
final class DashboardRules {

    /** The file that the test expects the rules in. */
    static final String RULES = "dashboard-rules.yml";

    private static final String TIME = "10m";

    /** Empty when all is well. */
    private static final String FIRING_ALERTS = "ALERTS{";

    /** What rises all the time, whatever the type of its family. */
    private static final Set<String> RISING = Set.of("counter", "histogram", "summary");

    private final List<Expression> queries;
    private final Scrape scrape;

    /** @param scrape what one server tells */
    DashboardRules(Dashboard dashboard, Scrape scrape) {
        this.queries = dashboard.expressions();
        this.scrape = scrape;
    }

    /** The rules, one for each query. */
    String rules() {
        StringBuilder rules = new StringBuilder("groups:\n  - name: dashboard\n    rules:\n");
        for (int i = 0; i < queries.size(); i++) {
            rules.append("      # ").append(queries.get(i).where()).append('\n');
            rules.append("      - record: ").append(name(i)).append('\n');
            rules.append("        expr: ").append(quoted(queries.get(i).text())).append('\n');
        }
        return rules.toString();
    }

    /** The test of the rules. */
    String test() {
        String series = Stream.of("b3lb01", "b3lb02").flatMap(this::series).collect(Collectors.joining());
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < queries.size(); i++) {
            if (!queries.get(i).text().startsWith(FIRING_ALERTS)) {
                expected.append("      - expr: ").append(quoted("count(" + name(i) + ") > bool 0"));
                expected.append("\n        eval_time: ").append(TIME);
                expected.append("\n        exp_samples: [{labels: '{}', value: 1}]\n");
            }
        }
        return "rule_files: [" + RULES + "]\nevaluation_interval: 1m\ntests:\n  - interval: 15s\n    input_series:\n"
                + series + "    promql_expr_test:\n" + expected;
    }

    private Stream<String> series(String server) {
        return scrape.samples().stream().map(sample -> {
            Map<String, String> labels = new TreeMap<>(Map.of("job", "b3lb", "instance", server + ":8080"));
            if (sample.labels().containsKey("server")) {
                labels.put("server", server);
            }
            return "      - {series: " + quoted(sample.series(new TreeMap<>(labels))) + ", values: '" + values(sample)
                    + "'}\n";
        });
    }

    private String values(Scrape.Sample sample) {
        boolean rises = scrape.familyOf(sample)
                .filter(family -> RISING.contains(family.type()))
                .isPresent();
        return rises ? "0+" + Double.parseDouble(sample.value()) + "x40" : sample.value() + "x40";
    }

    private static String name(int query) {
        return "dashboard:query:" + query;
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
