package dev.b3lb.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.fakenode.FakeBbbNode;
import dev.b3lb.testbed.BbbSignature;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;

/**
 * A pool in which something of everything has happened that is counted: meetings were created, joined, listed, ended and
 * refused by limits, and a front end could not be called.
 */
final class BusyPool implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String VERSION = "3.0.12";

    private final Testbed testbed;
    private final Pool pool;
    private final FakeBbbNode frank;

    private BusyPool(Testbed testbed, Pool pool, FakeBbbNode frank) {
        this.testbed = testbed;
        this.pool = pool;
        this.frank = frank;
    }

    static BusyPool on(Testbed testbed) throws IOException {
        Pool pool = testbed.newPool(1);
        BusyPool busy = new BusyPool(testbed, pool, addFrankNode(testbed, pool));
        busy.doSomethingOfEverything();
        return busy;
    }

    /** A node that tells its version, which is not the rule with BBB. */
    private static FakeBbbNode addFrankNode(Testbed testbed, Pool pool) {
        String slug = testbed.names().name("node");
        FakeBbbNode node = FakeBbbNode.builder()
                .host("localhost")
                .port(testbed.ports().draw())
                .secret(testbed.names().secret())
                .label(slug)
                .bbbVersion(VERSION)
                .start();
        Map<String, String> parameters =
                Map.of("slug", slug, "secret", node.secret(), "cluster", pool.cluster(), "url", node.baseUrl());
        testbed.operations().call("addnode", parameters);
        testbed.operations().call("poll", Map.of("slug", slug));
        Awaitility.await().atMost(SOON).until(() -> pool.servers().stream()
                .anyMatch(server -> server.get("bbb-version").asString().equals(VERSION)));
        return node;
    }

    private void doSomethingOfEverything() throws IOException {
        String nobody = "http://localhost:" + testbed.ports().draw() + "/end";
        testbed.operations()
                .call("settenant", Map.of("slug", pool.tenant(), "meeting-limit", "2", "attendee-limit", "9"));
        assertThat(create("ended", Map.of("meta_endCallbackUrl", nobody))).isEqualTo("SUCCESS");
        assertThat(create("stays", Map.of())).isEqualTo("SUCCESS");
        assertThat(create("too many", Map.of())).isEqualTo("FAILED");
        Map<String, String> person = Map.of("meetingID", "stays", "fullName", "Ada", "role", "MODERATOR");
        assertThat(pool.client().send("GET", "join", BbbSignature.query(person)).status())
                .isEqualTo(302);
        assertThat(pool.client().get("getMeetings").succeeded()).isTrue();
        assertThat(pool.client().get("end", Map.of("meetingID", "ended")).succeeded())
                .isTrue();
        Awaitility.await()
                .atMost(SOON)
                .until(() ->
                        testbed.operations().call("callbacks", Map.of("tenant-slug", pool.tenant())).asList().stream()
                                .anyMatch(call -> call.get("attempts").asInt() > 0));
        pool.slugs().forEach(pool::poll);
    }

    private String create(String meetingId, Map<String, String> more) throws IOException {
        Map<String, String> parameters = new TreeMap<>(more);
        parameters.put("meetingID", meetingId);
        parameters.put("name", "Room " + meetingId);
        return pool.client().get("create", parameters).value("returncode");
    }

    /** The slug of the tenant whose meetings they were. */
    String tenant() {
        return pool.tenant();
    }

    @Override
    public void close() {
        pool.close();
        frank.close();
    }
}
