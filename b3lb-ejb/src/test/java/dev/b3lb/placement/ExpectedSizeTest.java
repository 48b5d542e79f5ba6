package dev.b3lb.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectedSizeTest {

    private static final OptionalInt SILENT = OptionalInt.empty();

    @ParameterizedTest
    @CsvSource({"5, 5", "16, 16", "200, 16", "0, 16", "-1, 16"})
    void a_meeting_of_which_nothing_is_known_is_taken_for_middling_within_its_limit(int maxParticipants, int expected) {
        assertThat(sizeOf(SILENT, OptionalInt.of(maxParticipants), SizeHistory.NONE))
                .isEqualTo(expected);
        assertThat(sizeOf(SILENT, SILENT, SizeHistory.NONE)).isEqualTo(16);
    }

    @Test
    void a_hint_wins_over_history_but_not_over_the_limit() {
        SizeHistory small = recent(Collections.nCopies(8, 3));
        assertThat(sizeOf(OptionalInt.of(120), SILENT, small)).isEqualTo(120);
        assertThat(sizeOf(OptionalInt.of(120), OptionalInt.of(50), small)).isEqualTo(50);
        assertThat(sizeOf(OptionalInt.of(0), SILENT, small)).isEqualTo(1);
    }

    @Test
    void one_meeting_of_the_room_moves_the_expectation_eight_settle_it() {
        assertThat(sizeOf(SILENT, SILENT, recent(List.of(100)))).isEqualTo(44); // (2·16 + 100) / 3
        assertThat(sizeOf(SILENT, SILENT, recent(Collections.nCopies(8, 100)))).isBetween(72, 80);
    }

    @Test
    void newer_meetings_count_more() {
        assertThat(sizeOf(SILENT, SILENT, recent(List.of(80, 10, 10))))
                .isGreaterThan(sizeOf(SILENT, SILENT, recent(List.of(10, 10, 80))));
    }

    @Test
    void three_meetings_of_the_same_hour_of_the_week_say_more_than_the_newest_ones() {
        List<Integer> lectures = List.of(150, 150, 150);
        List<Integer> mixed = List.of(4, 4, 150, 4, 4, 150);
        SizeHistory enough = new SizeHistory(lectures, mixed, OptionalDouble.empty());
        SizeHistory tooFew = new SizeHistory(lectures.subList(0, 2), mixed, OptionalDouble.empty());
        assertThat(sizeOf(SILENT, SILENT, enough)).isGreaterThan(80);
        assertThat(sizeOf(SILENT, SILENT, tooFew)).isLessThan(60);
    }

    @Test
    void a_new_room_is_taken_for_what_is_usual_with_its_tenant_at_that_hour() {
        SizeHistory history = new SizeHistory(List.of(), List.of(), OptionalDouble.of(42.4));
        assertThat(sizeOf(SILENT, SILENT, history)).isEqualTo(42);
    }

    @Property
    void the_expectation_lies_between_the_smallest_and_the_largest_that_is_known(
            @ForAll @Size(max = 20) List<@IntRange(max = 2000) Integer> peaks, @ForAll @IntRange(max = 500) int usual) {
        int expected = sizeOf(SILENT, SILENT, new SizeHistory(List.of(), peaks, OptionalDouble.of(usual)));
        List<Integer> counted = peaks.subList(0, Math.min(8, peaks.size()));
        int least = Math.min(usual, counted.stream().min(Integer::compare).orElse(usual));
        int most = Math.max(usual, counted.stream().max(Integer::compare).orElse(usual));
        assertThat(expected).isBetween(Math.max(1, least), Math.max(1, most));
    }

    @Test
    void the_more_is_known_the_surer_it_is() {
        double unknown = weight(SILENT, 0);
        assertThat(weight(SILENT, 1)).isGreaterThan(unknown);
        assertThat(weight(SILENT, 8)).isGreaterThan(weight(SILENT, 1)).isEqualTo(weight(SILENT, 20));
        assertThat(weight(OptionalInt.of(50), 0)).isEqualTo(weight(SILENT, 8));
    }

    private static double weight(OptionalInt hint, int meetings) {
        return ExpectedSize.of(hint, SILENT, recent(Collections.nCopies(meetings, 30)))
                .weight();
    }

    private static int sizeOf(OptionalInt hint, OptionalInt maxParticipants, SizeHistory history) {
        return ExpectedSize.of(hint, maxParticipants, history).attendees();
    }

    private static SizeHistory recent(List<Integer> peaks) {
        return new SizeHistory(List.of(), peaks, OptionalDouble.empty());
    }
}
