package dev.b3lb.fakenode;

import static dev.b3lb.fakenode.ReferenceChecksum.Verdict.MISSING;
import static dev.b3lb.fakenode.ReferenceChecksum.Verdict.RIGHT;
import static dev.b3lb.fakenode.ReferenceChecksum.Verdict.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The query and its SHA-1 are the example of BBB's documentation; the other hashes were made with coreutils. */
class ReferenceChecksumTest {

    private static final String SECRET = "639259d4-9dd8-4b25-bf01-95f9567eaf4b";
    private static final String QUERY = "name=Test+Meeting&meetingID=abc123&attendeePW=111222&moderatorPW=333444";
    private static final String SHA1 = "1fcbb0c4fc1f039f73aa6d697d2db9ba7f803f17";

    private static ReferenceChecksum.Verdict verify(Set<HashAlgorithm> allowed, String query) {
        return new ReferenceChecksum(SECRET, allowed).verify("create", query, Parameters.parse(query));
    }

    private static ReferenceChecksum.Verdict verify(String query) {
        return verify(EnumSet.allOf(HashAlgorithm.class), query);
    }

    @ParameterizedTest
    @CsvSource({
        "SHA1, 1fcbb0c4fc1f039f73aa6d697d2db9ba7f803f17",
        "SHA256, da9185f7f333cfdfcd6eeac32dca3777510c4c436020d8b887ba5515bd1d189e",
        "SHA384, 891ac633df39d0a1b4f8d597f3e190833216c4b29c4fb51ea3ca72757eeb958d6e7b49a845cf29f5c6019c7d29d029d1",
        "SHA512, de73ad61d11a5c801b68d4bd6ec5248546085cefb0b25c85f3c46249ea93a3a4"
                + "b120f92c0a8a58d7512cb77821884951a3b01245f3435dbbef49fff3cc3988b4"
    })
    void known_checksums_are_reproduced(HashAlgorithm algorithm, String checksum) {
        assertThat(ReferenceChecksum.sign(algorithm, "create", QUERY, SECRET)).isEqualTo(checksum);
    }

    @ParameterizedTest
    @EnumSource
    void a_hash_counts_only_when_it_is_allowed(HashAlgorithm algorithm) {
        String query = QUERY + "&checksum=" + ReferenceChecksum.sign(algorithm, "create", QUERY, SECRET);

        assertThat(verify(EnumSet.of(algorithm), query)).isEqualTo(RIGHT);
        assertThat(verify(EnumSet.complementOf(EnumSet.of(algorithm)), query)).isEqualTo(WRONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "checksum=" + SHA1 + "&" + QUERY,
                QUERY + "&checksum=" + SHA1,
                "name=Test+Meeting&checksum=" + SHA1 + "&meetingID=abc123&attendeePW=111222&moderatorPW=333444"
            })
    void the_checksum_may_stand_anywhere(String query) {
        assertThat(verify(query)).isEqualTo(RIGHT);
    }

    @Test
    void upper_case_hex_is_as_good() {
        assertThat(verify(QUERY + "&checksum=" + SHA1.toUpperCase(Locale.ROOT))).isEqualTo(RIGHT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?&checksum=%s", "?checksum=%s"})
    void a_query_of_the_checksum_alone_is_an_empty_query(String form) {
        String query = form.substring(1).formatted("2027baa7771026e9e93392f55031535d1444c41f");

        assertThat(new ReferenceChecksum(SECRET, EnumSet.allOf(HashAlgorithm.class))
                        .verify("getMeetings", query, Parameters.parse(query)))
                .isEqualTo(RIGHT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name=Test%20Meeting&meetingID=abc123&attendeePW=111222&moderatorPW=333444&checksum=" + SHA1,
                "meetingID=abc123&name=Test+Meeting&attendeePW=111222&moderatorPW=333444&checksum=" + SHA1,
                QUERY + "&extra=1&checksum=" + SHA1,
                QUERY + "&checksum=1fcbb0c4",
                QUERY + "&checksum=" + SHA1 + "&checksum=" + SHA1
            })
    void anything_else_than_what_was_signed_is_refused(String query) {
        assertThat(verify(query)).isEqualTo(WRONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", QUERY, QUERY + "&checksum="})
    void a_request_without_a_checksum_is_told_so(String query) {
        assertThat(verify(query)).isEqualTo(MISSING);
    }
}
