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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A server whose application is taken away and put back while the server runs. */
@OnTestbed
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedeploymentIT {

    private static final ModelNode DEPLOYMENT = new ModelNode().add("deployment", "b3lb.ear");
    private static final ModelNode SUBSYSTEM = new ModelNode().add("subsystem", "b3lb");

    private final Testbed testbed;
    private OwnServer own;

    RedeploymentIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeAll
    void start() {
        own = OwnServer.start(testbed, "redeployed", plan -> plan);
    }

    @AfterAll
    void stop() {
        own.close();
    }

    private ModelNode resource() {
        return own.operations().call(SUBSYSTEM, "read-resource", Map.of("include-runtime", "true"));
    }

    private void deployment(String operation) {
        own.operations().call(DEPLOYMENT, operation, Map.of());
    }

    private void awaitApplication() {
        own.server().awaitReady(Duration.ofSeconds(60));
    }

    @Test
    void operations_say_that_the_application_is_away_and_work_again_when_it_is_back() {
        deployment("undeploy");
        try {
            assertThatThrownBy(() -> own.operations().call("status"))
                    .isInstanceOf(OperationRejected.class)
                    .extracting(refused -> ((OperationRejected) refused).reason())
                    .asString()
                    .isEqualTo("The b3lb application is not deployed, or not yet started."
                            + " Look at the server's log, then try again.");
            ModelNode away = resource();
            assertThat(away.get("deployed").asBoolean()).isFalse();
            assertThat(away.hasDefined("version")).isFalse();
            assertThat(away.hasDefined("settings")).isFalse();
        } finally {
            deployment("deploy");
        }
        awaitApplication();
        assertThat(own.operations().call("status").hasDefined("nodes")).isTrue();
        assertThat(resource().get("deployed").asBoolean()).isTrue();
        assertThat(resource().get("running").asBoolean()).isTrue();
    }

    @Test
    void operations_and_metrics_work_after_a_redeployment() throws IOException {
        deployment("redeploy");
        awaitApplication();

        assertThat(figuresOfTheServer())
                .contains("memory_usedHeap_bytes{", "executor_queue{")
                .doesNotContain("NaN");
        try (Pool pool = own.newPool(1)) {
            assertThat(own.operations()
                            .call("servers", Map.of("cluster", pool.cluster()))
                            .asList())
                    .hasSize(1);
        }
    }

    @Test
    void a_call_that_waits_ends_with_a_sentence_and_does_not_hold_up_a_redeployment() throws Exception {
        try (Pool pool = own.newPool(1);
                Operations second = new Operations(own.server().managementPort())) {
            String slug = pool.slugs().get(0);
            Rooms.create(pool.client(), "stays");
            CompletableFuture<String> waiting = CompletableFuture.supplyAsync(() -> outcome(second, slug));
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Reports.of(
                            pool, pool.nodes().get(0))
                    .get("state")
                    .asString()
                    .equals("maintenance"));

            deployment("redeploy");

            assertThat(waiting.get(5, TimeUnit.SECONDS)).endsWith(".").doesNotContain("Exception");
            awaitApplication();
        }
    }

    private String figuresOfTheServer() throws IOException {
        return new AdminClient(own.server().httpPort())
                .get(
                        Testbed.BASE_DOMAIN,
                        "/b3lb/metrics/server",
                        AdminClient.Login.scraper().header())
                .text();
    }

    private static String outcome(Operations operations, String slug) {
        try {
            return operations
                    .call("maintenance", Map.of("slug", slug, "on", "true", "wait", "50"))
                    .toString();
        } catch (OperationRejected refused) {
            return refused.reason();
        }
    }
}
