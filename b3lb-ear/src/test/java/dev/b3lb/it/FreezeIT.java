package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.fakenode.FakeBbbNode;
import dev.b3lb.testbed.BbbAnswer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Most or some of four nodes fail at once, on a server that does not wait long before it moves meetings. */
@OnTestbed
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FreezeIT {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final Pattern ALARM = Pattern.compile("ERROR .*ALARM: ");

    private final Testbed testbed;
    private OwnServer own;
    private Pool pool;
    private ServerLog log;

    FreezeIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeAll
    void startServer() {
        own = OwnServer.start(testbed, "freeze", plan -> plan.with("B3LB_NODE_GRACE", 1));
    }

    @AfterAll
    void stopServer() {
        own.close();
    }

    @BeforeEach
    void makePool() throws IOException {
        pool = own.newPool(4);
        log = ServerLog.fromNow(own.server());
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    private void refuse(List<FakeBbbNode> nodes) {
        nodes.forEach(node -> node.faults().refuseConnections());
    }

    private List<FakeBbbNode> allBut(FakeBbbNode one) {
        return pool.nodes().stream().filter(node -> node != one).toList();
    }

    private String frozenSince() {
        return own.operations().call("status").get("frozen-since").asString();
    }

    private long alarms() throws IOException {
        return ALARM.matcher(log.text()).results().count();
    }

    private List<String> all(String fact) {
        return pool.servers().stream()
                .map(report -> report.get(fact).asString())
                .toList();
    }

    private ModelNode report(FakeBbbNode node) {
        return Reports.of(pool, node);
    }

    private void awaitHealth(FakeBbbNode node, String health) {
        Awaitility.await()
                .atMost(SOON)
                .until(() -> report(node).get("health").asString().equals(health));
    }

    private void awaitFrozen() {
        Awaitility.await().atMost(SOON).until(() -> !frozenSince().isEmpty());
    }

    /** The least number of bad polls in a row of any node of the pool. */
    private int badPolls() throws SQLException {
        try (Connection connection = own.postgres().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select min(bad_polls) from b3lb.node_state s"
                        + " join b3lb.node n on n.id = s.node_id where not n.maintenance")) {
            row.next();
            return row.getInt(1);
        }
    }

    private int joinStatus() throws IOException {
        return pool.client()
                .send("GET", "join", "meetingID=the-room&fullName=E&role=VIEWER")
                .status();
    }

    @Test
    void when_all_fail_at_once_nothing_moves_and_all_is_well_again_when_they_are_back() throws Exception {
        String life = Rooms.create(pool.client(), "the-room").value("internalMeetingID");
        refuse(pool.nodes());
        awaitFrozen();

        Awaitility.await().atMost(SOON).until(() -> badPolls() >= 5); // three would make them DOWN
        assertThat(all("health")).containsOnly("SUSPECT");
        assertThat(alarms()).isEqualTo(1);
        // The alarm is raised as soon as more than half are bad
        assertThat(log.text()).containsPattern("[34] of 4 nodes turned bad .*most of them with: no connection");
        assertThat(joinStatus()).isEqualTo(302);
        assertThat(Rooms.listed(pool.client())).containsExactly("the-room");

        pool.nodes().forEach(node -> node.faults().heal());
        pool.awaitActive();
        Awaitility.await().atMost(SOON).until(() -> frozenSince().isEmpty());
        assertThat(log.text()).contains("no longer frozen");
        assertThat(alarms()).isEqualTo(1);
        assertThat(all("ramp")).containsOnly("1.0");
        assertThat(Rooms.create(pool.client(), "the-room").value("internalMeetingID"))
                .isEqualTo(life);
    }

    @Test
    void when_half_of_them_fail_it_is_they_that_are_down_and_they_start_slowly_when_they_are_back() throws Exception {
        List<FakeBbbNode> failing = pool.nodes().subList(0, 2);
        refuse(failing);
        failing.forEach(node -> awaitHealth(node, "DOWN"));

        assertThat(frozenSince()).isEmpty();
        assertThat(alarms()).isZero();

        failing.forEach(node -> node.faults().heal());
        failing.forEach(node -> awaitHealth(node, "ACTIVE"));
        assertThat(failing)
                .allSatisfy(node -> assertThat(report(node).get("ramp").asDouble())
                        .isGreaterThanOrEqualTo(0.1)
                        .isLessThan(1));
        assertThat(report(pool.nodes().get(3)).get("ramp").asDouble()).isEqualTo(1);
    }

    @Test
    void maintenance_of_nodes_that_are_really_dead_ends_it_and_their_meetings_move() throws Exception {
        String life = Rooms.create(pool.client(), "the-room").value("internalMeetingID");
        FakeBbbNode home = Rooms.home(pool, "the-room");
        FakeBbbNode survivor = allBut(home).get(0);
        List<FakeBbbNode> dead = allBut(survivor);
        refuse(dead);
        awaitFrozen();
        Awaitility.await().atMost(SOON).until(() -> dead.stream()
                .allMatch(node -> report(node).get("health").asString().equals("SUSPECT")));

        dead.stream().filter(node -> node != home).forEach(node -> own.operations()
                .call("maintenance", Map.of("slug", Rooms.slug(pool, node), "on", "true")));
        Awaitility.await().atMost(SOON).until(() -> frozenSince().isEmpty());
        dead.forEach(node -> awaitHealth(node, "DOWN"));

        Awaitility.await().atMost(SOON).ignoreExceptions().until(() -> {
            BbbAnswer again = Rooms.create(pool.client(), "the-room");
            return again.succeeded() && !again.value("internalMeetingID").equals(life);
        });
        assertThat(Rooms.running(survivor, "the-room")).hasSize(1);
    }
}
