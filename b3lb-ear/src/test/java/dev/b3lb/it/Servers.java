package dev.b3lb.it;

import dev.b3lb.testbed.Operations;
import java.util.List;
import org.jboss.dmr.ModelNode;

/** What servers tell of each other. */
final class Servers {

    private Servers() {}

    /** All starts of a server, the newest first. */
    static List<ModelNode> named(Operations operations, String name) {
        return operations.call("instances").asList().stream()
                .filter(instance -> instance.get("name").asString().equals(name))
                .toList();
    }

    /** The state of a server's newest start; empty when nothing is known of it. */
    static String stateOf(Operations operations, String name) {
        return named(operations, name).stream()
                .findFirst()
                .map(instance -> instance.get("state").asString())
                .orElse("");
    }
}
