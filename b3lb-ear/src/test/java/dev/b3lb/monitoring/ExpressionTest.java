package dev.b3lb.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.monitoring.Expression.Matcher;
import dev.b3lb.monitoring.Expression.Selector;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "up == 0; up",
                "max by (node, cluster) (a_b{x=~\"max(c){d}|e\", y!=\"\"}) >= bool 1; a_b",
                "sum(rate(a_total[5m])) by (call) / sum by (call) (rate(b_total[5m] offset 10m)); a_total b_total",
                "(a unless on (job, instance) (b == 0)) or min_over_time(x:y:z[75m]) > 1e3; a b x:y:z",
                "label_replace(a, \"tenant\", \"$1\", \"secret\", \"(b)(-[0-9]+)?\"); a",
                "histogram_quantile(0.95, sum by (call, le) (rate(a_bucket{outcome=\"x\"}[5m]))); a_bucket",
                "a * on (node) group_left (version) b; a b",
            })
    void the_series_are_found(String text, String names) {
        assertThat(new Expression("here", text).selectors())
                .extracting(Selector::name)
                .containsExactly(names.split(" "));
    }

    @Test
    void a_series_comes_with_its_matchers_and_what_stands_before() {
        List<Selector> selectors =
                new Expression("here", "max by (x) (a{outcome=~\"error|busy\", call!=\"join\"}) - b").selectors();

        assertThat(selectors.get(0).before()).isEqualTo("max by (x) (");
        assertThat(selectors.get(0).matchers())
                .containsExactly(new Matcher("outcome", "=~", "error|busy"), new Matcher("call", "!=", "join"));
        assertThat(selectors.get(0).matchers().get(0).values()).containsExactly("error", "busy");
        assertThat(selectors.get(1).matchers()).isEmpty();
    }
}
