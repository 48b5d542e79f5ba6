package dev.b3lb.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.monitoring.Rules.Alert;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every alert says how grave it is, what is wrong and what to do; it is explained on the page, and tested. */
class AlertsTest {

    private final Rules rules = MonitoringDirectory.rules();

    @Test
    void an_alert_has_a_severity_and_says_what_is_wrong_and_what_to_do() {
        assertThat(rules.alerts()).isNotEmpty().allSatisfy(alert -> {
            assertThat(alert.labels()).containsEntry("service", "b3lb").containsOnlyKeys("severity", "service");
            assertThat(alert.labels().get("severity")).isIn("critical", "warning");
            assertThat(alert.annotations()).containsOnlyKeys("summary", "description");
            assertThat(alert.annotations().get("summary")).isNotBlank().hasSizeLessThan(120);
            assertThat(alert.annotations().get("description")).endsWith(".").hasSizeGreaterThan(100);
        });
    }

    @Test
    void the_page_explains_each_alert_with_its_severity() {
        Map<String, String> severities = rules.alerts().stream()
                .collect(Collectors.toMap(Alert::name, alert -> alert.labels().get("severity")));

        assertThat(MonitoringDirectory.page().severities()).containsExactlyInAnyOrderEntriesOf(severities);
    }

    @Test
    void a_test_lets_each_alert_fire_and_another_one_does_not() {
        RuleTests tests = MonitoringDirectory.ruleTests();

        assertThat(rules.alerts()).extracting(Alert::name).allSatisfy(name -> {
            assertThat(tests.firing()).contains(name);
            assertThat(tests.silent()).contains(name);
        });
    }
}
