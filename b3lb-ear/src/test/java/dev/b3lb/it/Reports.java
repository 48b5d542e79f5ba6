package dev.b3lb.it;

import dev.b3lb.fakenode.FakeBbbNode;
import dev.b3lb.testbed.Pool;
import org.jboss.dmr.ModelNode;

/** What operators are told about a pool's nodes. */
final class Reports {

    private Reports() {}

    /** The node's entry in the result of operation {@code servers}. */
    static ModelNode of(Pool pool, FakeBbbNode node) {
        String slug = Rooms.slug(pool, node);
        return pool.servers().stream()
                .filter(report -> report.get("slug").asString().equals(slug))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Node " + slug + " is not reported"));
    }
}
