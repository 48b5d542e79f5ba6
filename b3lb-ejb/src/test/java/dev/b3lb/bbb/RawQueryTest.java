package dev.b3lb.bbb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawQueryTest {

    @ParameterizedTest
    @CsvSource(
            value = {
                "checksum=ab|''",
                "&checksum=ab|''",
                "?&checksum=ab|?",
                "a=1&checksum=ab|a=1",
                "checksum=ab&a=1|a=1",
                "a=1&checksum=ab&b=2|a=1&b=2",
                "a=1&checksum=AB|a=1",
                "a=1&checksum=%61b|a=1&checksum=%61b",
                "a=1|a=1",
                "a=%2a+b|a=%2a+b",
                "a=1&checksum=ab&b=checksum=ab|a=1&b=",
            },
            delimiter = '|')
    void takes_out_the_checksum_as_literal_text(String raw, String expected) {
        assertThat(RawQuery.withoutChecksum(raw)).isEqualTo(expected);
    }

    @Test
    void no_query_is_the_empty_one() {
        assertThat(RawQuery.withoutChecksum(null)).isEmpty();
    }

    @Test
    void control_characters_and_outer_space_do_not_count() {
        assertThat(RawQuery.withoutChecksum(" a=\u00011\u0085&checksum=ab\n")).isEqualTo("a=1");
    }

    @Property
    void gives_back_what_the_client_signed_wherever_the_checksum_stands(
            @ForAll("parameters") List<String> parameters, @ForAll @IntRange(max = 20) int position) {
        String signed = String.join("&", parameters);
        List<String> sent = new ArrayList<>(parameters);
        sent.add(Math.min(position, sent.size()), "checksum=" + ChecksumAlgorithm.SHA1.hex(signed));
        assertThat(RawQuery.withoutChecksum(String.join("&", sent))).isEqualTo(signed);
    }

    @Provide
    Arbitrary<List<String>> parameters() {
        return QueryStrings.parameter().list().ofMaxSize(20);
    }
}
