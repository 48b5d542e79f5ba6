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
        assertThat(withoutChecksum(raw)).isEqualTo(expected);
    }

    @Test
    void no_query_is_the_empty_one() {
        assertThat(withoutChecksum(null)).isEmpty();
    }

    @Test
    void control_characters_and_outer_space_do_not_count() {
        assertThat(withoutChecksum(" a=\u00011\u0085&checksum=ab\n")).isEqualTo("a=1");
    }

    @Property
    void gives_back_what_the_client_signed_wherever_the_checksum_stands(
            @ForAll("parameters") List<String> parameters, @ForAll @IntRange(max = 20) int position) {
        String signed = String.join("&", parameters);
        List<String> sent = new ArrayList<>(parameters);
        sent.add(Math.min(position, sent.size()), "checksum=" + ChecksumAlgorithm.SHA1.hex(signed));
        assertThat(withoutChecksum(String.join("&", sent))).isEqualTo(signed);
    }

    @Test
    void what_it_carries_is_found_without_taking_it_apart() {
        RawQuery query = RawQuery.of("a=1&%63hecksum=+ab%00&=x&b=%2B&a=2&c").orElseThrow();
        assertThat(query.checksums()).containsExactly("ab");
        assertThat(query.hasOthers()).isTrue();
        assertThat(query.first("a")).contains("1");
        assertThat(query.first("b")).contains("+");
        assertThat(query.first("c")).contains("");
        assertThat(query.first("d")).isEmpty();
        assertThat(query.others()).isEqualTo(QueryParameters.parse("a=1&b=%2B&a=2&c"));
        assertThat(RawQuery.of("checksum=&=x&&").orElseThrow().hasOthers()).isFalse();
    }

    @Property
    void it_finds_what_the_parameters_say(@ForAll("queries") String raw) {
        RawQuery query = RawQuery.of(raw).orElseThrow();
        QueryParameters all = QueryParameters.parse(WireText.sanitized(raw));
        assertThat(query.checksums()).hasSize(all.count("checksum"));
        assertThat(query.others()).isEqualTo(all.without("checksum"::equals));
        assertThat(query.hasOthers()).isEqualTo(!query.others().isEmpty());
        for (QueryParameters.Parameter parameter : all.all()) {
            assertThat(query.first(parameter.name())).isEqualTo(all.first(parameter.name()));
        }
    }

    private static String withoutChecksum(String raw) {
        return RawQuery.of(raw).orElseThrow().withoutChecksum();
    }

    @Provide
    Arbitrary<String> queries() {
        return QueryStrings.any();
    }

    @Provide
    Arbitrary<List<String>> parameters() {
        return QueryStrings.parameter().list().ofMaxSize(20);
    }
}
