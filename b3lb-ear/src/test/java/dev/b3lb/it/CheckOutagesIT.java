package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a server says of itself when something that it needs is away or not set up. */
@OnTestbed
@Tag("full")
class CheckOutagesIT {

    private static ModelNode found(OwnServer own, String check) {
        List<ModelNode> checks = own.operations().call("check").asList();
        return checks.stream()
                .filter(finding -> finding.get("check").asString().equals(check))
                .findFirst()
                .orElseThrow();
    }

    private static void assertBad(OwnServer own, String check, String words) {
        ModelNode finding = found(own, check);
        assertThat(finding.get("ok").asBoolean()).as(finding.toString()).isFalse();
        assertThat(finding.get("words").asString()).contains(words);
    }

    @Test
    void what_is_away_or_missing_is_told(Testbed testbed) throws IOException {
        try (OwnServer own = OwnServer.start(testbed, "check", plan -> plan.with("B3LB_ROLES", "api"))) {
            assertBad(own, "nodes", "addnode adds one");
            assertThat(found(own, "polling").get("words").asString()).contains("servers that poll: 0");

            own.redis().kill();
            assertBad(own, "redis", "Redis does not answer");
            assertThat(own.operations().call("figures").get("redis").asString()).isEqualTo("away");

            own.operations().call("createsuperuser", Map.of("username", "ada", "password", "correct horse battery"));

            own.postgres().kill();
            assertBad(own, "database", "PostgreSQL does not answer");
            assertBad(own, "schema", "not tried");
            Awaitility.await() // what comes from memory knows it after five seconds
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> own.operations()
                            .call("figures")
                            .get("database")
                            .asString()
                            .equals("away"));
            Refused.sentence(own.operations(), "addcluster", Map.of("name", "main"))
                    .contains("The database cannot be reached");
            Refused.sentence(own.operations(), "clusters", Map.of()).contains("The database cannot be reached");
            assertThat(new AdminClient(own.server().httpPort())
                            .me(AdminClient.Login.basic("ada", "correct horse battery"))
                            .status())
                    .as("who logs in is known from memory")
                    .isEqualTo(200);
        }
    }
}
