package dev.b3lb.demo;

import dev.b3lb.fakenode.FakeBbbNode;
import dev.b3lb.testbed.Parts;
import dev.b3lb.testbed.TestbedFailure;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;

/** The demo's three fake BBB nodes. */
final class DemoNodes {

    private DemoNodes() {}

    static List<DemoNode> start(DemoSettings settings, String secret, Parts parts) {
        return IntStream.range(0, DemoSettings.NODES)
                .mapToObj(i -> start("node" + (i + 1), settings.nodePort(i), secret, parts))
                .toList();
    }

    private static DemoNode start(String slug, int port, String secret, Parts parts) {
        try {
            FakeBbbNode node = parts.add(FakeBbbNode.builder()
                    .host("localhost")
                    .port(port)
                    .secret(secret)
                    .label(slug)
                    .start());
            return new DemoNode(slug, node.origin() + "/bigbluebutton/", node.baseUrl() + "/");
        } catch (UncheckedIOException e) {
            throw new TestbedFailure(
                    "The node " + slug + " could not be started on port " + port + ": " + e.getMessage(), e);
        }
    }
}
