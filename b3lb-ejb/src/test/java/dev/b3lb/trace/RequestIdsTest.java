package dev.b3lb.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdsTest {

    @Test
    void new_ids_are_sixteen_hexadecimal_digits() {
        assertThat(new RequestIds(() -> 0x2aL).next()).isEqualTo("000000000000002a");
        assertThat(new RequestIds(() -> -1L).next()).isEqualTo("ffffffffffffffff");
        assertThat(RequestIds.isHarmless(new RequestIds(() -> 77L).next())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "3fa85f64-5717-4562-b3fc-2c963f66afa6", "Root.1_67891233-abc"})
    void what_is_harmless_may_be_taken_over(String id) {
        assertThat(RequestIds.isHarmless(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\nb", "a}", "ü", "Root=1;x", "\u001b[2K"})
    void what_could_be_mistaken_is_not(String id) {
        assertThat(RequestIds.isHarmless(id)).isFalse();
    }

    @Test
    void ids_have_a_bound() {
        assertThat(RequestIds.isHarmless("a".repeat(64))).isTrue();
        assertThat(RequestIds.isHarmless("a".repeat(65))).isFalse();
    }
}
