package dev.b3lb.monitoring;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The dashboard's queries as recording rules, and a test of them: each one has to find something in what two servers tell
 * whose counters rise; what a server without database knew last counts only when no other has the database.
 */
final class DashboardRules {

    /** The file that the test expects the rules in. */
    static final String RULES = "dashboard-rules.yml";

    private static final String TIME = "10m";

    /** Empty when all is well. */
    private static final String FIRING_ALERTS = "ALERTS{";

    /** What rises all the time, whatever the type of its family. */
    private static final Set<String> RISING = Set.of("counter", "histogram", "summary");

    /** What gauges of the cluster are on a server that has lost the database. */
    private static final String OUTDATED = "1000000000000";

    /** What is made of them; of the other samples nothing as high is made. */
    private static final String OUTDATED_RESULTS = "{__name__=~\"dashboard:query:.+\"} > 1e6";

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
        StringBuilder found = new StringBuilder();
        for (int i = 0; i < queries.size(); i++) {
            if (!queries.get(i).text().startsWith(FIRING_ALERTS)) {
                found.append(expected("count(" + name(i) + ") > bool 0", "{labels: '{}', value: 1}"));
            }
        }
        return "rule_files: [" + RULES + "]\nevaluation_interval: 1m\ntests:\n"
                + test(told("b3lb01") + told("b3lb02"), found.toString())
                + test(told("b3lb01") + toldWithoutDatabase("b3lb02"), expected(OUTDATED_RESULTS, ""))
                + test(
                        toldWithoutDatabase("b3lb01") + toldWithoutDatabase("b3lb02"),
                        expected("count(" + OUTDATED_RESULTS + ") > bool 10", "{labels: '{}', value: 1}"));
    }

    private static String test(String series, String expected) {
        return "  - interval: 15s\n    input_series:\n" + series + "    promql_expr_test:\n" + expected;
    }

    private static String expected(String expression, String samples) {
        return "      - expr: " + quoted(expression) + "\n        eval_time: " + TIME + "\n        exp_samples: ["
                + samples + "]\n";
    }

    private String told(String server) {
        return scrape.samples().stream()
                .map(sample -> series(sample, server, values(sample)))
                .collect(Collectors.joining());
    }

    /** Counters of the cluster are left out then, and its gauges are what they were. */
    private String toldWithoutDatabase(String server) {
        return scrape.samples().stream()
                .filter(sample -> isServersOwn(sample) || isGauge(sample))
                .map(sample -> series(sample, server, valuesWithoutDatabase(sample)))
                .collect(Collectors.joining());
    }

    private String valuesWithoutDatabase(Scrape.Sample sample) {
        if (sample.name().equals("b3lb_database_up")) {
            return "0x40";
        }
        return isServersOwn(sample) ? values(sample) : OUTDATED + "x40";
    }

    private static String series(Scrape.Sample sample, String server, String values) {
        SortedMap<String, String> labels = new TreeMap<>(Map.of("job", "b3lb", "instance", server + ":8080"));
        if (isServersOwn(sample)) {
            labels.put("server", server);
        }
        return "      - {series: " + quoted(sample.series(labels)) + ", values: '" + values + "'}\n";
    }

    private static boolean isServersOwn(Scrape.Sample sample) {
        return sample.labels().containsKey("server");
    }

    private boolean isGauge(Scrape.Sample sample) {
        return scrape.familyOf(sample)
                .filter(family -> family.type().equals("gauge"))
                .isPresent();
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
