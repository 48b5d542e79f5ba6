package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.testbed.B3lbServer;
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
        }
    }
}
