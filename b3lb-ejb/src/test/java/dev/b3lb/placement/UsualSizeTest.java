package dev.b3lb.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class UsualSizeTest {

    private static UsualSize of(List<Integer> sizes) {
        UsualSize usual = UsualSize.NONE;
        for (int size : sizes) {
            usual = usual.with(size);
        }
        return usual;
    }

    @Property
    void up_to_two_hundred_meetings_it_is_their_mean(
            @ForAll @Size(min = 1, max = 200) List<@IntRange(max = 2000) Integer> sizes) {
        double mean = sizes.stream().mapToInt(size -> size).average().orElseThrow();
        assertThat(of(sizes).mean()).isCloseTo(mean, within(1e-6));
        assertThat(of(sizes).meetings()).isEqualTo(sizes.size());
    }

    @Property
    void it_lies_between_the_smallest_and_the_largest(
            @ForAll @Size(min = 1, max = 500) List<@IntRange(max = 2000) Integer> sizes) {
        assertThat(of(sizes).mean()).isBetween(Collections.min(sizes) - 1e-6, Collections.max(sizes) + 1e-6);
    }

    @Test
    void after_many_meetings_the_newest_still_moves_it() {
        UsualSize settled = of(Collections.nCopies(10_000, 10));
        assertThat(settled.with(210).mean()).isCloseTo(11, within(1e-9));
    }

    @Test
    void fewer_than_ten_meetings_say_nothing() {
        UsualSize nine = of(Collections.nCopies(9, 40));
        assertThat(nine.known()).isEmpty();
        assertThat(nine.with(40).known()).hasValue(40);
    }
}
