package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.fakenode.Fault;
import dev.b3lb.testbed.B3lbServer;
import dev.b3lb.testbed.BbbAnswer;
import dev.b3lb.testbed.BbbClient;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.RawHttp;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server that is asked to stop while a request is under way. */
@OnTestbed
@Tag("full")
class StoppingIT {

    private static final List<String> ANYTHING =
            List.of("/health/ready", "/health/live", "/health/started", "/b3lb/ping", "/bigbluebutton/api");

    @Test
    void what_is_under_way_ends_well_while_nothing_new_is_taken(Testbed testbed) throws Exception {
        try (Pool pool = testbed.newPool(1);
                B3lbServer server = B3lbServer.start(
                        testbed.workplace(), testbed.newPlan("stopping").on(testbed.postgres(), testbed.redis()))) {
            pool.nodes().get(0).faults().setNext(1, Fault.delay(Duration.ofSeconds(8)), "create");
            BbbClient client = pool.client().at(server.httpPort());
            CompletableFuture<BbbAnswer> slow = CompletableFuture.supplyAsync(() -> created(client));
            Awaitility.await()
                    .until(() -> pool.nodes().get(0).requests().last("create").isPresent());

            server.jvm().destroy();

            Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> ANYTHING.stream()
                    .allMatch(path -> isRefused(server, path)));
            assertThat(slow).as("the request that is under way").isNotDone();
            assertThat(slow.get().succeeded()).isTrue();
        }
    }

    /** Nobody waits at the end for what cannot be stored anyway. */
    @Test
    void a_server_ends_soon_although_the_database_hangs(Testbed testbed) throws Exception {
        try (OwnServer own = OwnServer.start(testbed, "hanging", plan -> plan)) {
            own.postgres().suspend();
            try {
                Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !HealthReport.of(own.server(), "/ready")
                        .reachable("database"));

                own.server().jvm().destroy();

                Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !own.server()
                        .isAlive());
            } finally {
                own.postgres().resume();
            }
        }
    }

    private static BbbAnswer created(BbbClient client) {
        try {
            return Rooms.create(client, "slow-room");
        } catch (IOException lost) {
            throw new IllegalStateException(lost);
        }
    }

    /** By the container, which lets nothing reach the application any more. */
    private static boolean isRefused(B3lbServer server, String path) {
        try {
            return new RawHttp(server.httpPort())
                            .send("GET", path, List.of("Host: localhost"), new byte[0])
                            .status()
                    == 503;
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
