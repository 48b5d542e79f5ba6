package dev.b3lb.bbb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnswerMemoryTest {

    private final AnswerMemory memory = new AnswerMemory(100);
    private final List<String> asked = new ArrayList<>();

    private void take(AnswerMemory.Share share, int bytes, String name) {
        share.take(bytes, () -> asked.add(name));
    }

    @Test
    void while_there_is_room_every_answer_goes_on() {
        take(memory.open(), 50, "a");
        take(memory.open(), 50, "b");
        assertThat(asked).containsExactly("a", "b");
    }

    @Test
    void without_room_only_the_first_answer_goes_on_until_somebody_has_ended() {
        AnswerMemory.Share first = memory.open();
        AnswerMemory.Share second = memory.open();
        take(first, 60, "first");
        take(second, 60, "second");
        take(first, 60, "first");
        assertThat(asked).containsExactly("first", "first");
        asked.clear();

        first.close();

        assertThat(asked).containsExactly("second");
        assertThat(memory.used()).isEqualTo(60);
    }

    @Test
    void the_next_one_becomes_the_first_even_when_there_is_still_no_room() {
        AnswerMemory.Share first = memory.open();
        AnswerMemory.Share second = memory.open();
        AnswerMemory.Share third = memory.open();
        take(first, 10, "first");
        take(second, 150, "second");
        take(third, 10, "third");
        asked.clear();

        first.close();

        assertThat(asked).containsExactly("second");
    }

    @Test
    void one_that_is_given_up_gives_back_all_and_takes_no_more() {
        AnswerMemory.Share share = memory.open();
        take(share, 500, "a");
        share.close();
        share.close();
        asked.clear();

        take(share, 500, "a");

        assertThat(asked).isEmpty();
        assertThat(memory.used()).isZero();
    }

    /** Whatever comes in whatever order: nobody waits for ever, and one piece at the most is over the limit. */
    @Test
    void everybody_gets_to_the_end_within_the_memory() {
        Random random = new Random(7);
        List<Reader> readers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            readers.add(new Reader(memory.open(), 1 + random.nextInt(40)));
        }
        int rounds = 0;
        while (readers.stream().anyMatch(reader -> reader.left > 0)) {
            readers.get(random.nextInt(readers.size())).goOn();
            assertThat(++rounds).isLessThan(1_000_000);
        }
        assertThat(memory.used()).isZero();
    }

    /** Reads pieces of ten bytes when it may. */
    private static final class Reader {

        private final AnswerMemory.Share share;
        private int left;
        private boolean mayGoOn = true;

        Reader(AnswerMemory.Share share, int pieces) {
            this.share = share;
            this.left = pieces;
        }

        void goOn() {
            if (left == 0 || !mayGoOn) {
                return;
            }
            mayGoOn = false;
            if (--left == 0) {
                share.close();
            } else {
                share.take(10, () -> mayGoOn = true);
            }
        }
    }
}
