package dev.b3lb.web.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.b3lb.memory.Memory;
import dev.b3lb.memory.Purse;
import dev.b3lb.memory.Use;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SharedContentsTest {

    private final Memory memory = new Memory(1 << 20);
    private final Purse purse = memory.of(Use.ANSWERS);
    private final SharedContents contents = new SharedContents(memory);
    private final Object thing = new Object();
    private int made;

    @Test
    void whoever_asks_while_somebody_reads_gets_the_same_bytes() {
        SharedContent first = of(List.of(thing)).orElseThrow();
        SharedContent second = of(List.of(thing)).orElseThrow();

        assertThat(second.bytes()).isSameAs(first.bytes());
        assertThat(made).isEqualTo(1);
        assertThat(purse.used()).isEqualTo(1_000);
    }

    @Test
    void what_is_made_of_other_things_is_made_anew() {
        SharedContent first = of(List.of(thing)).orElseThrow();
        SharedContent second = of(List.of(new Object())).orElseThrow();

        assertThat(second.bytes()).isNotSameAs(first.bytes());
        assertThat(purse.used()).isEqualTo(2_000);
        first.leave();
        assertThat(purse.used()).isEqualTo(1_000);
        assertThat(of(second, List.of()).bytes()).isNotSameAs(second.bytes());
    }

    @Test
    void memory_is_given_back_by_the_last_reader_and_then_it_is_made_anew() {
        SharedContent first = of(List.of(thing)).orElseThrow();
        of(List.of(thing)).orElseThrow().leave();
        assertThat(purse.used()).isEqualTo(1_000);

        first.leave();

        assertThat(purse.used()).isZero();
        assertThat(of(List.of(thing)).orElseThrow().bytes()).isNotSameAs(first.bytes());
    }

    @Test
    void what_does_not_fit_is_not_even_made() {
        assertThat(contents.of("list", "ACME", List.of(thing), purse::most, this::make))
                .isEmpty();
        assertThat(made).isZero();
        assertThat(purse.used()).isZero();
    }

    @Test
    void what_cannot_be_made_holds_no_memory() {
        assertThatThrownBy(() -> contents.of("list", "ACME", List.of(thing), () -> 1_500, () -> {
                    throw new IllegalStateException("no list");
                }))
                .hasMessage("no list");
        assertThat(purse.used()).isZero();
    }

    private SharedContent of(SharedContent other, List<?> things) {
        other.leave();
        return of(things).orElseThrow();
    }

    private Optional<SharedContent> of(List<?> things) {
        return contents.of("list", "ACME", things, () -> 1_500, this::make);
    }

    private byte[] make() {
        made++;
        return new byte[1_000];
    }
}
