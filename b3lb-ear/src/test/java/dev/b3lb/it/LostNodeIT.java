package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.fakenode.FakeBbbNode;
import dev.b3lb.testbed.BbbAnswer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Meetings of a node that stays away, on a server that does not wait long for it. */
@OnTestbed
@Tag("full")
class LostNodeIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Testbed testbed;
    private OwnServer own;
    private Pool pool;

    LostNodeIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeEach
    void startServer() {
        own = OwnServer.start(testbed, "grace", plan -> plan.with("B3LB_NODE_GRACE", 1));
        pool = own.newPool(2);
    }

    @AfterEach
    void stopServer() {
        pool.close();
        own.close();
    }

    @Test
    void its_meetings_move_when_they_are_created_again_and_the_old_copies_are_ended() throws IOException {
        String before = Rooms.create(pool.client(), "the-room").value("internalMeetingID");
        FakeBbbNode lost = Rooms.home(pool, "the-room");
        lost.faults().refuseConnections();

        Awaitility.await()
                .atMost(SOON)
                .ignoreExceptions()
                .until(() -> movedAway(Rooms.create(pool.client(), "the-room"), before));

        List<FakeBbbNode> others =
                pool.nodes().stream().filter(node -> node != lost).toList();
        assertThat(Rooms.running(others.get(0), "the-room")).hasSize(1);
        assertThat(Rooms.running(lost, "the-room")).hasSize(1);

        lost.faults().heal();
        Awaitility.await().atMost(SOON).until(() -> Rooms.running(lost, "the-room")
                .isEmpty());
        assertThat(Rooms.running(others.get(0), "the-room")).hasSize(1);
        assertThat(Rooms.listed(pool.client())).containsExactly("the-room");
    }

    @Test
    void its_meetings_leave_their_place_under_a_limit_to_others() throws IOException {
        own.operations().call("settenant", Map.of("slug", pool.tenant(), "meeting-limit", "1"));
        Rooms.create(pool.client(), "the-room");
        assertThat(Rooms.create(pool.client(), "another").messageKey()).isEqualTo("maxConcurrent");
        Rooms.home(pool, "the-room").faults().refuseConnections();

        Awaitility.await().atMost(SOON).ignoreExceptions().until(() -> Rooms.create(pool.client(), "another")
                .succeeded());
        assertThat(Rooms.create(pool.client(), "a-third").messageKey()).isEqualTo("maxConcurrent");
    }

    private static boolean movedAway(BbbAnswer answer, String before) {
        return answer.succeeded() && !answer.value("internalMeetingID").equals(before);
    }
}
