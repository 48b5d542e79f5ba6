package dev.b3lb.bbb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OriginTextTest {

    @Test
    void what_front_ends_say_is_kept_as_it_is() {
        assertThat(OriginText.of(" Moodle\u0000\n")).isEqualTo("Moodle");
        assertThat(OriginText.of("m".repeat(255))).hasSize(255);
    }

    @Test
    void what_nobody_could_keep_for_each_meeting_is_cut() {
        assertThat(OriginText.of("m".repeat(200_000))).isEqualTo("m".repeat(255));
    }

    @Test
    void no_character_is_cut_through() {
        assertThat(OriginText.of("m".repeat(254) + "😀")).isEqualTo("m".repeat(254));
    }
}
