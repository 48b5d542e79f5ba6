package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.fakenode.FakeBbbNode;
import dev.b3lb.fakenode.Fault;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Clients' calls that fail, on a server that polls so seldom that only they tell it. */
@OnTestbed
@Tag("full")
class FailedCallsIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Testbed testbed;
    private OwnServer own;
    private Pool pool;

    FailedCallsIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeEach
    void startServer() {
        own = OwnServer.start(testbed, "calls", plan -> plan.with("B3LB_POLL_INTERVAL", "10m"));
        pool = own.newPool(2);
    }

    @AfterEach
    void stopServer() {
        pool.close();
        own.close();
    }

    private static ModelNode report(Pool pool, FakeBbbNode node) {
        return Reports.of(pool, node);
    }

    private int badPolls(FakeBbbNode node) throws Exception {
        try (Connection connection = own.postgres().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select bad_polls from b3lb.node_state s join b3lb.node n on n.id = s.node_id where n.slug = '"
                                + Rooms.slug(pool, node) + "'")) {
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
    void calls_that_do_not_reach_a_node_are_one_reason_for_doubt_until_a_poll_is_good() throws Exception {
        Rooms.create(pool.client(), "the-room");
        FakeBbbNode home = Rooms.home(pool, "the-room");
        home.faults().set(Fault.answerLost(), "getMeetingInfo");
        home.faults().set(Fault.hang(), "getMeetings"); // so that no poll says anything
        long polls = home.requests().count("getMeetings");

        AtOnce.all(10, call -> () -> Rooms.ask(pool.client(), "getMeetingInfo", "the-room"));

        assertThat(badPolls(home)).isEqualTo(1);
        Awaitility.await()
                .atMost(SOON)
                .until(() -> report(pool, home).get("since").isDefined()
                        && !report(pool, home).get("since").asString().isEmpty());
        assertThat(report(pool, home).get("health").asString()).isEqualTo("SUSPECT");
        assertThat(report(pool, home).get("last-error").asString()).isEqualTo("the connection broke");
        assertThat(Instant.parse(report(pool, home).get("since").asString()))
                .isAfter(Instant.parse(report(pool, home).get("last-good-poll").asString()));
        assertThat(joinStatus()).isEqualTo(302);
        Rooms.create(pool.client(), "another");
        assertThat(Rooms.running(home, "another")).isEmpty();

        Awaitility.await().atMost(SOON).until(() -> home.requests().count("getMeetings") > polls);
        home.faults().heal();
        Awaitility.await()
                .atMost(SOON)
                .until(() -> report(pool, home).get("health").asString().equals("ACTIVE"));
        assertThat(report(pool, home).get("last-error").asString()).isEmpty();
        assertThat(report(pool, home).get("ramp").asDouble()).isEqualTo(1);
        assertThat(badPolls(home)).isZero();
    }
}
