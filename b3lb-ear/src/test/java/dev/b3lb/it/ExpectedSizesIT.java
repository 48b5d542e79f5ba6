package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.b3lb.fakenode.Crowd;
import dev.b3lb.fakenode.FakeBbbNode;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How large a meeting is expected to be: by what its create says, and by the meetings before it. */
@OnTestbed
class ExpectedSizesIT {

    private static final Duration NOTED = Duration.ofSeconds(30);
    private static final String HINT = "meta_bbb-meeting-size-hint";

    private final Testbed testbed;
    private Pool pool;
    private SizeRows sizes;

    ExpectedSizesIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeEach
    void makePool() {
        pool = testbed.newPool(2);
        sizes = SizeRows.of(testbed.postgres(), pool);
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    private long expected(String meetingId, Map<String, String> more) throws IOException, SQLException {
        assertThat(Rooms.create(pool.client(), meetingId, more).succeeded()).isTrue();
        return sizes.expected(meetingId);
    }

    private void awaitKept(int number) {
        await().atMost(NOTED).until(() -> sizes.kept() == number);
    }

    @Test
    void a_room_that_was_large_is_expected_to_be_large_again_and_keeps_small_ones_away() throws Exception {
        assertThat(expected("lecture", Map.of())).isEqualTo(16);
        Rooms.running(pool, "lecture").get(0).addAttendees(Crowd.of(60));
        pool.slugs().forEach(pool::poll);
        Rooms.ask(pool.client(), "end", "lecture");
        awaitKept(1);
        pool.slugs().forEach(pool::poll);

        assertThat(expected("lecture", Map.of())).isEqualTo(31); // (2·16 + 60) / 3
        FakeBbbNode home = Rooms.home(pool, "lecture");
        assertThat(expected("seminar-1", Map.of())).isEqualTo(16);
        assertThat(expected("seminar-2", Map.of("maxParticipants", "2"))).isEqualTo(2);
        assertThat(Rooms.home(pool, "seminar-1")).isNotSameAs(home);
        assertThat(Rooms.home(pool, "seminar-2")).isNotSameAs(home);
        assertThat(sizes.kept(60)).isEqualTo(1);
    }

    @Test
    void a_room_is_one_of_a_secret() throws Exception {
        sizes.insertEnded("the-room", 100, "0", "0");
        awaitKept(1);

        String other = pool.addSecret(3);
        Rooms.create(pool.client(3, other), "the-room");

        assertThat(sizes.expected("the-room")).isEqualTo(16);
        assertThat(expected("another", Map.of())).isEqualTo(16);
        assertThat(expected("the-room", Map.of("maxParticipants", "40"))).isEqualTo(40);
    }

    /** Also for the hour that comes, in case it does while this test runs. */
    @Test
    void what_is_usual_follows_the_meetings_of_the_hour_one_after_the_other() throws Exception {
        double mean = 0;
        for (int number = 1; number <= 12; number++) {
            int size = number * number;
            sizes.insertEnded("room-" + number, size, "0", (13 - number) + " seconds");
            sizes.insertEnded("later-" + number, size, "1 hour", (13 - number) + " seconds");
            mean += (size - mean) / number;
        }
        awaitKept(24);

        assertThat(expected("new-room", Map.of())).isEqualTo(Math.round(mean));
    }

    @Test
    void what_was_no_meeting_of_its_own_is_not_noted() throws Exception {
        sizes.insertMeeting("never-seen", 0, "0", "2 seconds", false, false);
        sizes.insertMeeting("room-of-a-meeting", 7, "0", "2 seconds", true, true);
        sizes.insertMeeting("long-ago", 8, "-2000 years", "1 second", true, false);
        sizes.insertMeeting("yet-to-come", 9, "2000 years", "0", true, false);
        awaitKept(2);

        assertThat(sizes.kept(8) + sizes.kept(9)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"meta_bbb-meeting-size-hint, 120, 120", "meta_BBB-Meeting-Size-Hint, 100000, 500", "meta_x, 120, 16"})
    void a_create_may_say_how_many_are_expected_within_the_bound(String name, String value, long expected)
            throws Exception {
        assertThat(expected("the-room", Map.of(name, value))).isEqualTo(expected);
        assertThat(expected("small-room", new TreeMap<>(Map.of(name, value, "maxParticipants", "9"))))
                .isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({"meta_bbb-meeting-size-hint", "meta_BBB-Meeting-Size-Hint"})
    void a_rule_takes_hints_from_a_tenant_who_is_not_trusted(String spelling) throws Exception {
        testbed.operations()
                .call("setparameter", Map.of("tenant-slug", pool.tenant(), "parameter", HINT, "mode", "BLOCK"));

        assertThat(expected("the-room", Map.of(spelling, "120"))).isEqualTo(16);
    }

    @Test
    void who_joins_counts_as_on_the_way_and_joins_of_long_ago_do_not() throws Exception {
        Rooms.create(pool.client(), "the-room");
        join("the-room", "");
        join("the-room", "");
        join("the-room", "&redirect=false");
        await().atMost(Duration.ofSeconds(10)).until(() -> sizes.coming("the-room") == 3);

        sizes.makeJoinsOlder("the-room", 3600);
        join("the-room", "");
        await().atMost(Duration.ofSeconds(10)).until(() -> sizes.coming("the-room") == 1);
    }

    @Test
    void who_has_arrived_is_not_on_the_way_any_more() throws Exception {
        Rooms.create(pool.client(), "the-room");
        join("the-room", "");
        join("the-room", "");
        join("the-room", "");
        await().atMost(Duration.ofSeconds(10)).until(() -> sizes.coming("the-room") == 3);

        Rooms.running(pool, "the-room").get(0).addAttendees(Crowd.of(2));
        pool.slugs().forEach(pool::poll);

        assertThat(sizes.coming("the-room")).isEqualTo(1);
    }

    @Test
    void who_does_not_arrive_is_forgotten() throws Exception {
        Rooms.create(pool.client(), "the-room");
        join("the-room", "");
        await().atMost(Duration.ofSeconds(10)).until(() -> sizes.coming("the-room") == 1);

        sizes.makeJoinsOlder("the-room", 60);

        await().atMost(Duration.ofSeconds(30)).until(() -> sizes.coming("the-room") == 0);
    }

    @Test
    void joins_never_wait_for_a_row_that_somebody_else_is_writing() throws Exception {
        Rooms.create(pool.client(), "busy-room");
        Rooms.create(pool.client(), "the-room");
        try (Connection somebody = testbed.postgres().connect()) {
            sizes.lock(somebody, "busy-room");
            join("busy-room", "");
            join("the-room", "");
            await().atMost(Duration.ofSeconds(10)).until(() -> sizes.coming("the-room") == 1);
            assertThat(sizes.coming("busy-room")).isZero();
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> sizes.coming("busy-room") == 1);
    }

    private void join(String meetingId, String more) throws IOException {
        int status = pool.client()
                .send("GET", "join", "meetingID=" + meetingId + "&fullName=Eve&role=VIEWER" + more)
                .status();
        assertThat(status).isEqualTo(more.isEmpty() ? 302 : 200);
    }
}
