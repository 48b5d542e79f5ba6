package dev.b3lb.bbb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import org.junit.jupiter.api.Test;

class ChecksumsTest {

    private static final Set<ChecksumAlgorithm> ALL = EnumSet.allOf(ChecksumAlgorithm.class);

    @Test
    void hashes_as_the_standards_say() {
        assertThat(ChecksumAlgorithm.SHA1.hex("abc")).isEqualTo("a9993e364706816aba3e25717850c26c9cd0d89d");
        assertThat(ChecksumAlgorithm.SHA256.hex("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Property
    void signs_like_the_reference(
            @ForAll ChecksumAlgorithm algorithm, @ForAll String query, @ForAll @NotBlank String secret)
            throws Exception {
        String name = "SHA-" + algorithm.name().substring(3);
        byte[] bytes = ("create" + query + secret).getBytes(StandardCharsets.UTF_8);
        String digits = new BigInteger(1, MessageDigest.getInstance(name).digest(bytes)).toString(16);
        assertThat(Checksums.sign(algorithm, "create", query, secret))
                .isEqualTo("0".repeat(algorithm.hexLength() - digits.length()) + digits);
    }

    @Property
    void takes_every_algorithm_in_either_case_with_either_secret(
            @ForAll ChecksumAlgorithm algorithm, @ForAll String query, @ForAll boolean upper, @ForAll boolean second) {
        List<String> secrets = List.of("first-secret", "second-secret");
        String checksum = Checksums.sign(algorithm, "end", query, secrets.get(second ? 1 : 0));
        String given = upper ? checksum.toUpperCase(Locale.ROOT) : checksum;
        assertThat(matches("end", query, given, secrets, ALL)).isTrue();
        assertThat(matches("create", query, given, secrets, ALL)).isFalse();
        assertThat(matches("end", query + "x", given, secrets, ALL)).isFalse();
        assertThat(matches("end", query, given, List.of("other"), ALL)).isFalse();
        assertThat(matches("end", query, given, List.of(), ALL)).isFalse();
        assertThat(matches("end", query, given, secrets, EnumSet.complementOf(EnumSet.of(algorithm))))
                .isFalse();
    }

    @Test
    void a_blank_secret_never_matches_but_does_not_spoil_the_other() {
        String overNothing = ChecksumAlgorithm.SHA1.hex("end");
        assertThat(matches("end", "", overNothing, List.of(""), ALL)).isFalse();
        String overBlanks = ChecksumAlgorithm.SHA1.hex("end  ");
        assertThat(matches("end", "", overBlanks, List.of("  "), ALL)).isFalse();
        String good = Checksums.sign(ChecksumAlgorithm.SHA1, "end", "", "secret");
        assertThat(matches("end", "", good, List.of("", "secret", ""), ALL)).isTrue();
    }

    @Test
    void text_that_is_no_checksum_never_matches() {
        for (String given : List.of("", "abc", "ü".repeat(40), "z".repeat(64), "İ".repeat(40))) {
            assertThat(matches("end", "", given, List.of("secret"), ALL)).isFalse();
        }
    }

    @Test
    void a_blank_secret_signs_nothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> Checksums.sign(ChecksumAlgorithm.SHA1, "end", "", " "));
    }

    @Test
    void algorithms_are_known_by_name_and_length() {
        assertThat(ChecksumAlgorithm.ofName("SHA256")).contains(ChecksumAlgorithm.SHA256);
        assertThat(ChecksumAlgorithm.ofName("md5")).isEmpty();
        assertThat(ChecksumAlgorithm.ofLength(96)).contains(ChecksumAlgorithm.SHA384);
        assertThat(ChecksumAlgorithm.ofLength(41)).isEmpty();
        assertThat(ChecksumAlgorithm.SHA512.wireName()).isEqualTo("sha512");
    }

    private static boolean matches(
            String call, String signed, String given, List<String> secrets, Set<ChecksumAlgorithm> allowed) {
        return GivenChecksum.of(given, allowed)
                .filter(checksum -> {
                    MessageDigest begun = checksum.algorithm().begin();
                    begun.update((call + signed).getBytes(StandardCharsets.UTF_8));
                    return checksum.completes(begun, secrets);
                })
                .isPresent();
    }
}
