package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.fakenode.FakeBbbNode;
import dev.b3lb.fakenode.FakeMeeting;
import dev.b3lb.testbed.BbbAnswer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nodes whose clocks are wrong, and meetings whose createTime is none. */
@OnTestbed
@Tag("full")
class NodeClocksIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final long FIVE_MINUTES = Duration.ofMinutes(5).toMillis();

    private final Testbed testbed;
    private Pool pool;
    private FakeBbbNode node;

    NodeClocksIT(Testbed testbed) {
        this.testbed = testbed;
    }

    /** What a node takes for the time. */
    enum CreateTime {
        AHEAD(millis -> millis + FIVE_MINUTES),
        BEHIND(millis -> millis - FIVE_MINUTES),
        SECONDS(millis -> millis / 1_000),
        MICROSECONDS(millis -> millis * 1_000),
        ZERO(millis -> 0),
        NEGATIVE(millis -> -millis),
        LARGEST(millis -> Long.MAX_VALUE);

        private final LongUnaryOperator ofMillis;

        CreateTime(LongUnaryOperator ofMillis) {
            this.ofMillis = ofMillis;
        }
    }

    @BeforeEach
    void makePool() {
        pool = testbed.newPool(1);
        node = pool.nodes().get(0);
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    private void poll(int times) {
        for (int i = 0; i < times; i++) {
            pool.poll(pool.slugs().get(0));
        }
    }

    private BbbAnswer create() throws IOException {
        BbbAnswer answer = Rooms.create(pool.client(), "the-room");
        assertThat(answer.succeeded()).as(answer.toString()).isTrue();
        return answer;
    }

    private void assertKnown(String internalId) throws IOException {
        assertThat(Rooms.listed(pool.client())).containsExactly("the-room");
        assertThat(Rooms.ask(pool.client(), "getMeetingInfo", "the-room").value("internalMeetingID"))
                .isEqualTo(internalId);
        assertThat(pool.client()
                        .send("GET", "join", "meetingID=the-room&fullName=E&role=VIEWER")
                        .status())
                .isEqualTo(302);
        assertThat(create().value("internalMeetingID")).isEqualTo(internalId);
    }

    /** From its create to its end and its create anew, and the node is asked for nothing else meanwhile. */
    @ParameterizedTest
    @EnumSource
    void a_meeting_lives_whatever_its_node_takes_for_the_time(CreateTime time) throws IOException {
        node.meetings().setCreateTimes(time.ofMillis);

        String first = create().value("internalMeetingID");
        poll(4);
        assertKnown(first);
        assertThat(pool.servers().get(0).get("health").asString()).isEqualTo("ACTIVE");

        assertThat(Rooms.ask(pool.client(), "end", "the-room").succeeded()).isTrue();
        assertThat(Rooms.listed(pool.client())).isEmpty();
        create();
        poll(4);
        assertKnown(Rooms.running(node, "the-room").get(0).internalId());
        assertThat(node.requests().count("end")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_meeting_that_its_node_lost_is_closed_whatever_it_takes_for_the_time(CreateTime time) throws IOException {
        node.meetings().setCreateTimes(time.ofMillis);
        create();
        poll(1);

        node.forget();

        Awaitility.await().atMost(SOON).until(() -> {
            poll(1);
            return Rooms.listed(pool.client()).isEmpty();
        });
    }

    /** The two servers' clocks and the node's differ; how old a load is tells the database's clock alone. */
    @Test
    void the_load_of_a_node_whose_clock_is_behind_counts() {
        node.setClockOffset(Duration.ofMinutes(-5));
        node.setLoad(5_000);

        poll(1);

        assertThat(pool.servers().get(0).get("load").asDouble()).isPositive();
    }

    /** The second life is begun by a create that the client repeats before any poll has missed the first one. */
    @Test
    void a_second_life_may_be_older_than_the_first_one() throws IOException {
        create();
        poll(1);
        node.forget();
        node.setClockOffset(Duration.ofMinutes(-5));

        String second = create().value("internalMeetingID");

        poll(4);
        assertThat(Rooms.running(node, "the-room")).hasSize(1);
        assertKnown(second);
        assertThat(node.requests().count("end")).isZero();
    }

    /** BBB lists a meeting for some seconds after its end, here beside its second life. */
    @Test
    void a_first_life_that_is_listed_still_and_younger_takes_no_place() throws IOException {
        create();
        FakeMeeting first = Rooms.running(node, "the-room").get(0);
        poll(1);
        node.meetings().setEndDelay(Duration.ofHours(1));
        node.meetings().end(first);
        node.setClockOffset(Duration.ofMinutes(-5));

        String second = create().value("internalMeetingID");
        assertThat(second).isNotEqualTo(first.internalId());
        poll(3);
        assertThat(node.meetings().all()).hasSize(2);
        assertThat(Rooms.listed(pool.client())).containsExactly("the-room");

        node.meetings().drop(first);
        poll(4);
        assertKnown(second);
        assertThat(node.requests().count("end")).isZero();
    }

    /** Nobody told us of the second life: the server died before it could, or somebody asked the node directly. */
    @Test
    void a_second_life_that_only_polls_find_is_followed_though_it_is_older() throws IOException {
        create();
        FakeMeeting first = Rooms.running(node, "the-room").get(0);
        poll(1);
        node.meetings().drop(first);
        node.setClockOffset(Duration.ofMinutes(-5));
        FakeMeeting second = node.meetings()
                .open(
                        "the-room",
                        first.name(),
                        Map.of("meta_b3lb-id", first.metadata().get("b3lb-id")));

        poll(4);

        assertKnown(second.internalId());
        assertThat(second.isEnded()).isFalse();
    }
}
