package dev.b3lb.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PurseTest {

    private final Purse purse = new Purse(100, 60);

    @Test
    void nobody_gets_more_than_there_is() {
        assertThat(purse.open("a").take(60)).isTrue();
        Share other = purse.open("b");
        assertThat(other.take(41)).isFalse();
        assertThat(other.take(40)).isTrue();
        assertThat(purse.used()).isEqualTo(100);
    }

    @Test
    void one_owner_leaves_something_to_others_however_many_shares_it_opens() {
        assertThat(purse.open("a").take(30)).isTrue();
        assertThat(purse.open("a").take(31)).isFalse();
        assertThat(purse.open("a").take(30)).isTrue();
        assertThat(purse.open("b").take(40)).isTrue();
    }

    @Test
    void whoever_is_not_known_may_take_all() {
        assertThat(purse.open().take(100)).isTrue();
    }

    @Test
    void what_is_given_back_is_there_for_others() {
        try (Share share = purse.open("a")) {
            assertThat(share.take(50)).isTrue();
            share.give(20);
            assertThat(purse.used()).isEqualTo(30);
            share.give(1_000);
            assertThat(purse.used()).isZero();
            assertThat(share.take(60)).isTrue();
        }
        assertThat(purse.used()).isZero();
        assertThat(purse.open("a").take(60)).isTrue();
    }

    @Test
    void a_closed_share_takes_nothing_and_gives_nothing_twice() {
        Share share = purse.open("a");
        share.take(10);
        purse.open("b").take(10);
        share.close();
        share.close();
        assertThat(share.take(1)).isFalse();
        assertThat(purse.used()).isEqualTo(10);
    }

    @Test
    void all_uses_together_leave_half_of_the_heap() {
        long heap = 512L << 20;
        Memory memory = new Memory(heap);
        List<Purse> purses = Arrays.stream(Use.values()).map(memory::of).toList();
        assertThat(purses.stream().mapToLong(Purse::most).sum()).isLessThanOrEqualTo(heap / 2);
    }

    @Test
    void the_largest_body_that_is_taken_fits_into_the_smallest_heap() {
        assertThat(new Memory(512L << 20).of(Use.BODIES).open("ACME").take(32 << 20))
                .isTrue();
    }
}
