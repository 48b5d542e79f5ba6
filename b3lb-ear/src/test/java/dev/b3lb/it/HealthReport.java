package dev.b3lb.it;

import dev.b3lb.testbed.B3lbServer;
import dev.b3lb.testbed.HttpAnswer;
import dev.b3lb.testbed.RawHttp;
import java.io.IOException;
import java.util.List;
import org.jboss.dmr.ModelNode;

/**
 * What a server says of its health.
 *
 * @param status the HTTP status
 * @param json what it says
 */
record HealthReport(int status, ModelNode json) {

    /** Asks for {@code /health} and what follows. */
    static HealthReport of(B3lbServer server, String path) throws IOException {
        HttpAnswer answer =
                new RawHttp(server.httpPort()).send("GET", "/health" + path, List.of("Host: localhost"), new byte[0]);
        return new HealthReport(answer.status(), ModelNode.fromJSONString(answer.text()));
    }

    boolean up() {
        return status == 200 && json.get("status").asString().equals("UP");
    }

    List<String> names() {
        return json.get("checks").asList().stream()
                .map(check -> check.get("name").asString())
                .toList();
    }

    /** What a check tells beside its status. */
    ModelNode data(String name) {
        return json.get("checks").asList().stream()
                .filter(check -> check.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .get("data");
    }

    boolean reachable(String name) {
        return data(name).get("reachable").asBoolean();
    }
}
