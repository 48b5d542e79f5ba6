package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.fakenode.FakeBbbNode;
import dev.b3lb.fakenode.Fault;
import dev.b3lb.testbed.BbbAnswer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Copies of meetings that nobody waits for: the answer of a create was lost, the node stayed away, and the meeting went
 * to another node.
 */
@OnTestbed
@Tag("full")
class StaleCopiesIT {

    private static final Duration SOON = Duration.ofSeconds(40);

    private final Testbed testbed;
    private Pool pool;
    private FakeBbbNode lost;
    private FakeBbbNode good;

    StaleCopiesIT(Testbed testbed) {
        this.testbed = testbed;
    }

    /** The other one has a load, so that the node that gets lost is asked first. */
    @BeforeEach
    void makeCopy() throws IOException {
        pool = testbed.newPool(2);
        lost = pool.nodes().get(0);
        good = pool.nodes().get(1);
        good.setLoad(9_000);
        pool.poll(pool.slugs().get(1));
        lost.faults().setNext(1, Fault.answerLost(), "create");
        lost.faults().set(Fault.connectionDropped(), "getMeetingInfo", "getMeetings", "end");

        BbbAnswer created = Rooms.create(pool.client(), "the-room");

        assertThat(created.succeeded()).as(created.toString()).isTrue();
        assertThat(Rooms.running(lost, "the-room")).hasSize(1);
        assertThat(Rooms.running(good, "the-room")).hasSize(1);
    }

    @AfterEach
    void closePool() {
        lost.faults().heal();
        pool.close();
    }

    private void assertCopyIsEnded() {
        Awaitility.await().atMost(SOON).until(() -> Rooms.running(lost, "the-room")
                .isEmpty());
    }

    @Test
    void a_copy_is_ended_when_its_node_is_back_and_the_meeting_goes_on() throws IOException {
        lost.faults().heal();

        assertCopyIsEnded();
        assertThat(Rooms.running(good, "the-room")).hasSize(1);
        assertThat(Rooms.listed(pool.client())).containsExactly("the-room");
    }

    @Test
    void an_end_that_fails_is_tried_again() throws IOException {
        lost.faults().heal();
        lost.faults().setNext(2, Fault.status(500), "end");

        assertCopyIsEnded();
        assertThat(lost.requests().count("end")).isGreaterThanOrEqualTo(3);
        assertThat(Rooms.listed(pool.client())).containsExactly("the-room");
    }

    @Test
    void a_copy_is_ended_when_the_meeting_itself_is_over_long_since() throws IOException {
        Rooms.ask(pool.client(), "end", "the-room");
        Awaitility.await().atMost(SOON).until(() -> Rooms.running(good, "the-room")
                .isEmpty());
        lost.faults().heal();

        assertCopyIsEnded();
        assertThat(Rooms.listed(pool.client())).isEmpty();
    }

    @Test
    void a_copy_is_ended_when_the_meeting_was_created_anew_meanwhile() throws IOException {
        Rooms.ask(pool.client(), "end", "the-room");
        Awaitility.await().atMost(SOON).until(() -> Rooms.running(good, "the-room")
                .isEmpty());
        String anew = Rooms.create(pool.client(), "the-room").value("internalMeetingID");
        lost.faults().heal();

        assertCopyIsEnded();
        assertThat(Rooms.running(good, "the-room"))
                .singleElement()
                .satisfies(meeting -> assertThat(meeting.internalId()).isEqualTo(anew));
        assertThat(Rooms.listed(pool.client())).containsExactly("the-room");
    }
}
