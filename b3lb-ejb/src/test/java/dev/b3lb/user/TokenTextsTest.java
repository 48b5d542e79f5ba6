package dev.b3lb.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TokenTextsTest {

    private final TokenTexts texts = new TokenTexts(new Random(1));

    @Test
    void a_token_is_a_prefix_and_256_bits_that_need_no_escapes() {
        assertThat(texts.token()).matches("b3lb_[A-Za-z0-9_-]{43}");
    }

    @Test
    void no_two_are_equal() {
        assertThat(texts.token()).isNotEqualTo(texts.token());
    }

    @Test
    void what_is_stored_of_it_is_its_sha_256() {
        assertThat(TokenTexts.hash("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
