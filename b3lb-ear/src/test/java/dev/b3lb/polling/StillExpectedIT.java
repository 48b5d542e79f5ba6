package dev.b3lb.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.b3lb.meeting.StillExpected;
import dev.b3lb.placement.Expectation;
import dev.b3lb.placement.ExpectedSize;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.ScratchSchema;
import dev.b3lb.testbed.Testbed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** PostgreSQL expects as many attendees as the chooser does. */
@OnTestbed
@Tag("full")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StillExpectedIT {

    private static final List<Integer> EXPECTED = List.of(0, 1, 2, 16, 45, 500, 1_000_000);
    private static final List<Double> WEIGHTS = List.of(5.0, 6.25, 15.0);
    private static final List<Integer> SEEN = List.of(0, 1, 15, 16, 17, 300, 1_000_000);

    /** In milliseconds; a moment in the future is one that another clock has written. */
    private static final List<Long> AGES = List.of(
            -86_400_000L, -1L, 0L, 1L, 999L, 15_000L, 60_000L, 240_001L, 479_999L, 480_000L, 480_001L, 1L << 40);

    private final ScratchSchema schema;

    StillExpectedIT(Testbed testbed) {
        schema = ScratchSchema.make(testbed.postgres(), testbed.names());
    }

    @AfterAll
    void dropSchema() {
        schema.close();
    }

    private record Case(ExpectedSize size, int seen, long age) {}

    private static List<Case> cases() {
        return EXPECTED.stream()
                .flatMap(expected -> WEIGHTS.stream().map(weight -> new ExpectedSize(expected, weight)))
                .flatMap(size -> SEEN.stream().flatMap(seen -> agesOf(size, seen)))
                .toList();
    }

    private static Stream<Case> agesOf(ExpectedSize size, int seen) {
        return AGES.stream().map(age -> new Case(size, seen, age));
    }

    @Test
    void the_database_and_the_chooser_expect_the_same() {
        List<Case> cases = cases();
        List<Double> remaining = remaining(cases);

        assertThat(remaining).hasSameSizeAs(cases);
        IntStream.range(0, cases.size()).forEach(i -> {
            Case one = cases.get(i);
            double expected = Expectation.remaining(one.size(), one.seen(), Duration.ofMillis(one.age()));
            assertThat(remaining.get(i))
                    .as("%s", one)
                    .isCloseTo(expected, within(Math.max(1e-9, Math.abs(expected) * 1e-9)));
        });
    }

    /** In one transaction, in which time stands still. */
    private List<Double> remaining(List<Case> cases) {
        return schema.jdbi().inTransaction(handle -> {
            handle.execute("create temporary table meeting_to_come (like meeting including defaults) on commit drop");
            insert(handle, cases);
            return new ArrayList<>(StillExpected.bind(handle.createQuery("select " + StillExpected.SQL
                            + " from meeting_to_come order by cast(meeting_id as integer)"))
                    .mapTo(Double.class)
                    .list());
        });
    }

    private static void insert(Handle handle, List<Case> cases) {
        var batch = handle.prepareBatch("""
                insert into meeting_to_come (id, secret_id, node_id, meeting_id, nonce, expected_attendees,
                                             expected_weight, attendees, created_at)
                values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), :number, 'nonce', :expected,
                        :weight, :seen, now() - :age * interval '1 millisecond')""");
        for (int i = 0; i < cases.size(); i++) {
            Case one = cases.get(i);
            batch.bind("number", Integer.toString(i))
                    .bind("expected", one.size().attendees())
                    .bind("weight", one.size().weight())
                    .bind("seen", one.seen())
                    .bind("age", one.age())
                    .add();
        }
        batch.execute();
    }
}
