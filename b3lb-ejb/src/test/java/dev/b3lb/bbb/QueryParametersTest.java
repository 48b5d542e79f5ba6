package dev.b3lb.bbb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.b3lb.bbb.QueryParameters.Parameter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class QueryParametersTest {

    @Property
    void reads_any_text_like_the_reference(@ForAll("queries") String query) {
        assertThat(QueryParameters.parse(query).all().stream()
                        .map(p -> List.of(p.name(), p.value()))
                        .toList())
                .isEqualTo(ReferenceDecoding.pairs(query));
    }

    @Property
    void reads_back_what_it_encoded(@ForAll("queries") String query) {
        QueryParameters parameters = QueryParameters.parse(query);
        assertThat(QueryParameters.parse(parameters.encode())).isEqualTo(parameters);
    }

    @Provide
    Arbitrary<String> queries() {
        return QueryStrings.any();
    }

    @Test
    void no_query_has_no_parameters() {
        assertThat(QueryParameters.parse(null).isEmpty()).isTrue();
        assertThat(QueryParameters.parse("").isEmpty()).isTrue();
        assertThat(QueryParameters.parse("&&=x&=").isEmpty()).isTrue();
    }

    @Test
    void the_first_of_equal_names_is_read_and_all_are_counted() {
        QueryParameters parameters = QueryParameters.parse("a=1&b=2&a=3");
        assertThat(parameters.first("a")).contains("1");
        assertThat(parameters.count("a")).isEqualTo(2);
        assertThat(parameters.first("c")).isEmpty();
        assertThat(parameters.size()).isEqualTo(3);
    }

    @Test
    void names_are_case_sensitive() {
        assertThat(QueryParameters.parse("meetingid=x").first("meetingID")).isEmpty();
    }

    @Test
    void bad_escapes_stay_as_text_and_bad_utf8_is_replaced() {
        QueryParameters parameters = QueryParameters.parse("a=100%&b=%zz&c=%C3&d=x%E");
        assertThat(parameters.all())
                .containsExactly(
                        new Parameter("a", "100%"),
                        new Parameter("b", "%zz"),
                        new Parameter("c", "\uFFFD"),
                        new Parameter("d", "x%E"));
    }

    @Test
    void a_semicolon_is_part_of_the_value() {
        assertThat(QueryParameters.parse("a=1;b=2").first("a")).contains("1;b=2");
    }

    @Test
    void setting_a_parameter_replaces_all_of_its_name_in_place_of_the_first() {
        QueryParameters parameters = QueryParameters.parse("a=1&b=2&a=3&c=4");
        assertThat(parameters.with("a", "x").encode()).isEqualTo("a=x&b=2&c=4");
        assertThat(parameters.with("d", "x").encode()).isEqualTo("a=1&b=2&a=3&c=4&d=x");
    }

    @Test
    void parameters_are_taken_out_by_name() {
        QueryParameters parameters = QueryParameters.parse("meta_a=1&name=x&meta_b=2");
        assertThat(parameters.without(name -> name.startsWith("meta_")).encode())
                .isEqualTo("name=x");
    }

    @Test
    void of_duplicates_the_first_stays() {
        assertThat(QueryParameters.parse("a=1&b=2&a=3&b=4").withoutDuplicates().encode())
                .isEqualTo("a=1&b=2");
    }

    @Test
    void names_can_be_had_as_bbb_reads_them() {
        assertThat(QueryParameters.parse("+a=+1&%00b%0A=2&c=3&+=4&%09=5")
                        .withNamesAsRead()
                        .encode())
                .isEqualTo("a=+1&b=2&c=3");
        QueryParameters plain = QueryParameters.parse("a=1&b+c=2");
        assertThat(plain.withNamesAsRead()).isSameAs(plain);
    }

    @Test
    void encodes_like_java_does() {
        QueryParameters parameters = QueryParameters.none().with("näme", "a b*~&=😀");
        assertThat(parameters.encode()).isEqualTo("n%C3%A4me=a+b*%7E%26%3D%F0%9F%98%80");
    }

    @Test
    void shows_no_values() {
        QueryParameters parameters = QueryParameters.parse("checksum=0abc&password=hunter2");
        assertThat(parameters.toString())
                .contains("checksum", "password")
                .doesNotContain("0abc")
                .doesNotContain("hunter2");
    }

    @Property(tries = 20)
    void more_than_the_most_are_not_read_whatever_they_are(
            @ForAll("queries") String query, @ForAll @IntRange(min = 2_490, max = 2_510) int pairs) {
        long before = query.chars().filter(c -> c == '&').count();
        String many = query + "&a".repeat((int) Math.max(0, pairs - 1 - before));
        assertThat(QueryParameters.read(many).isPresent()).isEqualTo(pairs <= QueryParameters.MOST);
        assertThat(RawQuery.of(many).isPresent()).isEqualTo(pairs <= QueryParameters.MOST);
    }

    @Test
    void of_too_many_nothing_is_built() {
        for (String pair : List.of("a&", "&", "a=&", "%61=%62&")) {
            String form = pair.repeat((1 << 20) / pair.length());
            assertThat(AllocatedBytes.by(
                            () -> assertThat(QueryParameters.read(form)).isEmpty()))
                    .isLessThan(100_000);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> QueryParameters.parse("&".repeat(2_500)));
    }

    @Test
    void takes_two_thousand_parameters_in_64_kib() {
        String query = IntStream.range(0, 2000)
                .mapToObj(i -> "parameter" + i + "=" + "%C3%A4".repeat(3))
                .collect(Collectors.joining("&"));
        QueryParameters parameters = QueryParameters.parse(query);
        assertThat(parameters.withoutDuplicates().size()).isEqualTo(2000);
        assertThat(parameters.encode()).isEqualTo(query);
    }
}
