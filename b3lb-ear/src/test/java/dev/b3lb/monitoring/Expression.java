package dev.b3lb.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * An expression of PromQL, taken apart as far as names of series and their matchers go. Whether it is valid is for
 * Prometheus to say.
 *
 * @param where who asks, for people
 * @param text the expression, with no variables of Grafana left in it
 */
record Expression(String where, String text) {

    private static final String STRING = "\"(?:[^\"\\\\]|\\\\.)*\"";
    private static final String GROUPING = "\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)";
    private static final String MATCHERS = "\\{(?:[^}\"]|" + STRING + ")*}";
    private static final Pattern TOKEN = Pattern.compile(STRING + "|" + GROUPING + "|" + MATCHERS
            + "|\\[[^]]*]|\\b\\d[\\w.]*|(?<name>[A-Za-z_:][\\w:]*)(?<call>\\s*\\()?");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Set<String> KEYWORDS = Set.of("and", "or", "unless", "bool", "offset");

    /** Aggregations may stand before their grouping: {@code sum by (call) (…)}. */
    private static final Set<String> AGGREGATIONS =
            Set.of("sum", "max", "min", "avg", "count", "stddev", "topk", "bottomk", "quantile");

    /**
     * A series that is asked for.
     *
     * @param name its name
     * @param matchers what its labels have to be
     * @param before the expression up to the name
     */
    record Selector(String name, List<Matcher> matchers, String before) {}

    /** What a label has to be; {@code value} is a regular expression when the operator has a tilde. */
    record Matcher(String label, String operator, String value) {

        /** The values that are named; those of a regular expression are its alternatives. */
        List<String> values() {
            return List.of(value.split("\\|"));
        }
    }

    /** The series that it asks for, in order. */
    List<Selector> selectors() {
        List<Selector> selectors = new ArrayList<>();
        List<MatchResult> tokens = TOKEN.matcher(text).results().toList();
        for (int i = 0; i < tokens.size(); i++) {
            String name = text.substring(tokens.get(i).start(), tokens.get(i).end());
            if (isSeries(name)) {
                selectors.add(new Selector(
                        name,
                        matchersAfter(tokens, i),
                        text.substring(0, tokens.get(i).start())));
            }
        }
        return selectors;
    }

    private static boolean isSeries(String token) {
        return token.matches("[A-Za-z_:][\\w:]*") && !KEYWORDS.contains(token) && !AGGREGATIONS.contains(token);
    }

    private List<Matcher> matchersAfter(List<MatchResult> tokens, int index) {
        if (index + 1 == tokens.size() || !tokens.get(index + 1).group().startsWith("{")) {
            return List.of();
        }
        return MATCHER.matcher(tokens.get(index + 1).group())
                .results()
                .map(found -> new Matcher(found.group(1), found.group(2), found.group(3)))
                .toList();
    }

    @Override
    public String toString() {
        return where + ": " + text;
    }
}
