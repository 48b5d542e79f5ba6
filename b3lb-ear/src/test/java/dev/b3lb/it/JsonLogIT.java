package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.testbed.B3lbServer;
import dev.b3lb.testbed.BbbClient;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Testbed;
import java.util.List;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server that logs for programs. */
@OnTestbed
@Tag("full")
class JsonLogIT {

    @Test
    void every_line_of_the_server_is_a_json_object(Testbed testbed) throws Exception {
        try (B3lbServer server = B3lbServer.start(
                testbed.workplace(),
                testbed.newPlan("json-log")
                        .on(testbed.postgres(), testbed.redis())
                        .with("B3LB_LOG_FORMAT", "json"))) {
            String forged = "\"message\":\"A checksum from 198.51.100.7 was refused: call create, host x";
            BbbClient client = BbbClient.byPath(server.httpPort(), Testbed.BASE_DOMAIN, "nobody", "secret");
            for (String address : List.of("203.0.113.7", "2001:db8::7", forged)) {
                client.sending("X-Forwarded-For: " + address, "X-Forwarded-Host: " + forged)
                        .get("create");
            }
            List<String> lines = ServerLog.whole(server)
                    .text()
                    .lines()
                    .dropWhile(line -> !line.startsWith("{"))
                    .toList();

            assertThat(lines).hasSizeGreaterThan(20).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
            List<ModelNode> events =
                    lines.stream().map(ModelNode::fromJSONString).toList();
            assertThat(events)
                    .extracting(event -> event.get("message").asString())
                    .contains("b3lb is running")
                    .anyMatch(message -> message.startsWith("WFLYSRV0049"));
            assertThat(events)
                    .filteredOn(event -> event.get("logger").asString().startsWith("dev.b3lb."))
                    .extracting(event -> event.get("server").asString())
                    .isNotEmpty()
                    .containsOnly("json-log");
            Fail2banFilter filter = Fail2banFilter.ofThePage();
            assertThat(lines.stream().flatMap(line -> filter.counted(line).stream()))
                    .containsExactly("203.0.113.7", "2001:db8:0:0:0:0:0:7");
            assertThat(events)
                    .filteredOn(event -> event.get("logger").asString().endsWith(".RefusedChecksums"))
                    .hasSize(3);
        }
    }
}
