package dev.b3lb.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SecretTextsTest {

    private final SecretTexts texts = new SecretTexts(new SecureRandom());

    @Test
    void a_secret_has_42_letters_and_digits() {
        assertThat(texts.apiSecret()).matches("[A-Za-z0-9]{42}");
    }

    @Test
    void a_nonce_has_64_letters_and_digits() {
        assertThat(texts.nonce()).matches("[A-Za-z0-9]{64}");
    }

    @Test
    void no_two_are_equal() {
        assertThat(IntStream.range(0, 1000).mapToObj(i -> texts.nonce())).doesNotHaveDuplicates();
    }

    @Test
    void every_letter_and_digit_occurs() {
        SecretTexts seeded = new SecretTexts(new Random(1));
        String many = IntStream.range(0, 200).mapToObj(i -> seeded.nonce()).collect(Collectors.joining());
        assertThat(many.chars().distinct().count()).isEqualTo(62);
    }
}
