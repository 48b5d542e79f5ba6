package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.OperationRejected;
import dev.b3lb.testbed.Operations;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Putting nodes into maintenance and waiting until they are empty. */
@OnTestbed
class MaintenanceWaitIT {

    private final Testbed testbed;
    private final Operations operations;
    private Pool pool;

    MaintenanceWaitIT(Testbed testbed) {
        this.testbed = testbed;
        operations = testbed.operations();
    }

    @BeforeEach
    void makePool() {
        pool = testbed.newPool(2);
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    private static CompletableFuture<ModelNode> drain(Operations at, String cluster, int seconds) {
        return CompletableFuture.supplyAsync(() ->
                at.call("maintenance", Map.of("cluster", cluster, "on", "true", "wait", Integer.toString(seconds))));
    }

    private static void awaitMaintenance(Pool pool) {
        Awaitility.await().until(() -> pool.servers().stream()
                .allMatch(node -> node.get("state").asString().equals("maintenance")));
    }

    @Test
    void the_answer_tells_after_the_time_which_nodes_still_have_how_many_meetings() throws IOException {
        Rooms.create(pool.client(), "room-1");
        Rooms.create(pool.client(), "room-2");
        Rooms.create(pool.client(), "room-3");
        long start = System.nanoTime();

        ModelNode reply = drain(operations, pool.cluster(), 1).join();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(reply.get("changed").asInt()).isEqualTo(2);
        assertThat(reply.get("meetings").asInt()).isEqualTo(3);
        List<ModelNode> busy = reply.get("busy").asList();
        assertThat(busy).extracting(node -> node.get("meetings").asInt()).containsExactly(2, 1);
        assertThat(busy)
                .extracting(node -> node.get("slug").asString())
                .containsExactlyInAnyOrderElementsOf(pool.slugs());
    }

    @Test
    void the_answer_comes_when_the_last_meeting_is_over_and_the_change_is_in_force_before_it() throws Exception {
        Rooms.create(pool.client(), "the-room");

        CompletableFuture<ModelNode> reply = drain(operations, pool.cluster(), 50);
        awaitMaintenance(pool);
        assertThat(reply).isNotDone();
        assertThat(Rooms.create(pool.client(), "another-room").succeeded()).isFalse();
        Rooms.ask(pool.client(), "end", "the-room");

        assertThat(reply.get(10, TimeUnit.SECONDS).get("meetings").asInt()).isZero();
        assertThat(reply.get().get("busy").asList()).isEmpty();
    }

    @Test
    void a_wait_for_nodes_that_go_back_to_work_is_refused_and_changes_nothing() {
        assertThatThrownBy(() ->
                        operations.call("maintenance", Map.of("cluster", pool.cluster(), "on", "false", "wait", "5")))
                .isInstanceOf(OperationRejected.class)
                .hasMessageContaining("goes with on=true only");
    }

    /** A stop gives requests twenty seconds; who waits for an hour is not to use them up. */
    @Test
    @Tag("full")
    void a_server_that_stops_ends_the_wait_at_once() throws Exception {
        try (OwnServer own = OwnServer.start(testbed, "waited-at", plan -> plan);
                Pool its = own.newPool(1)) {
            Rooms.create(its.client(), "the-room");
            CompletableFuture<ModelNode> reply = drain(own.operations(), its.cluster(), 3600);
            awaitMaintenance(its);
            long start = System.nanoTime();

            own.server().close();

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
            assertThat(reply).isCompletedExceptionally();
        }
    }
}
