package dev.b3lb.bbb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.bbb.RequestChecksum.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RequestChecksumTest {

    private static final String SECRET = "a-secret-of-some-length";
    private static final RequestChecksum TOLERANT = checking(true);
    private static final RequestChecksum STRICT = checking(false);

    @Property
    void takes_what_a_client_signed_wherever_the_checksum_stands(
            @ForAll("parameters") List<String> parameters,
            @ForAll @IntRange(max = 20) int position,
            @ForAll ChecksumAlgorithm algorithm) {
        String signed = String.join("&", parameters);
        String query = withChecksum(parameters, position, sign(algorithm, "create", signed));
        assertThat(verify(query)).isEqualTo(new Verdict.Genuine(QueryParameters.parse(signed)));
    }

    @Property
    void refuses_a_signed_query_into_which_anything_was_put(
            @ForAll("parameters") List<String> parameters,
            @ForAll @IntRange(max = 20) int position,
            @ForAll @IntRange(max = 200) int place,
            @ForAll("insertions") String insertion) {
        String checksum = sign(ChecksumAlgorithm.SHA1, "create", String.join("&", parameters));
        String query = withChecksum(parameters, position, checksum);
        int at = place % (query.length() + 1);
        String changed = query.substring(0, at) + insertion.replace("V", checksum) + query.substring(at);
        assertThat(verify(changed)).isInstanceOf(Verdict.Refused.class);
    }

    @Property
    void never_fails_on_any_text(@ForAll("queries") String query, @ForAll("queries") String form) {
        SignedRequest request = SignedRequest.of(ApiCall.CREATE, query, Optional.of(SentForm.urlencoded(form)));
        assertThat(TOLERANT.verify(request, List.of(SECRET))).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void a_request_without_checksum_is_told_so() {
        assertThat(verify("name=x")).isEqualTo(new Verdict.Refused(BbbError.CHECKSUM_MISSING));
        assertThat(verify("name=x&checksum=")).isEqualTo(new Verdict.Refused(BbbError.CHECKSUM_MISSING));
        assertThat(verify(null)).isEqualTo(new Verdict.Refused(BbbError.CHECKSUM_MISSING));
    }

    @Test
    void a_wrong_checksum_is_worded_as_the_call_does() {
        assertThat(verify("name=x&checksum=" + "0".repeat(40)))
                .isEqualTo(new Verdict.Refused(BbbError.CHECKSUM_MISMATCH));
        SignedRequest recordings = SignedRequest.of(ApiCall.GET_RECORDINGS, "checksum=00", Optional.empty());
        assertThat(TOLERANT.verify(recordings, List.of(SECRET)))
                .isEqualTo(new Verdict.Refused(BbbError.CHECKSUM_NOT_PASSED));
    }

    @Test
    void a_caller_without_secrets_is_told_the_same_as_one_with_a_wrong_checksum() {
        SignedRequest request = SignedRequest.of(ApiCall.CREATE, signed("name=x"), Optional.empty());
        assertThat(TOLERANT.verify(request, List.of())).isEqualTo(new Verdict.Refused(BbbError.CHECKSUM_MISMATCH));
    }

    @Test
    void two_checksums_are_refused_in_query_and_body_together() {
        String once = signed("name=x");
        String checksum = once.substring(once.indexOf("checksum="));
        assertThat(verify(once + "&" + checksum)).isInstanceOf(Verdict.Refused.class);
        assertThat(verify(once + "&%63hecksum=0")).isInstanceOf(Verdict.Refused.class);
        assertThat(verify(TOLERANT, once, checksum)).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void a_checksum_in_the_body_may_sign_the_query() {
        String once = signed("name=x");
        String checksum = once.substring(once.indexOf("checksum="));
        assertThat(verify(STRICT, "name=x", "name=evil&" + checksum))
                .isEqualTo(new Verdict.Genuine(QueryParameters.parse("name=x")));
    }

    @Test
    void parameters_of_the_body_do_not_count_beside_those_of_the_query() {
        assertThat(verify(TOLERANT, signed("meetingID=a"), "name=evil"))
                .isEqualTo(new Verdict.Genuine(QueryParameters.parse("meetingID=a")));
    }

    @Test
    void a_body_may_be_signed_as_it_is() {
        String form = "name=B%C3%A4r&meetingID=%7e";
        QueryParameters parameters = QueryParameters.parse(form);
        assertThat(verify(STRICT, "", signed(form))).isEqualTo(new Verdict.Genuine(parameters));
        assertThat(verify(STRICT, "checksum=" + sign(ChecksumAlgorithm.SHA256, "create", form), form))
                .isEqualTo(new Verdict.Genuine(parameters));
    }

    @Test
    void a_body_may_be_signed_sorted_and_encoded_anew() {
        String checksum = sign(ChecksumAlgorithm.SHA1, "create", "meetingID=%7E*&name=a+b");
        assertThat(verify(STRICT, null, "name=a%20b&meetingID=~%2A&checksum=" + checksum))
                .isEqualTo(new Verdict.Genuine(QueryParameters.parse("name=a%20b&meetingID=~*")));
    }

    @Test
    void a_body_may_come_with_a_checksum_over_nothing_only_where_the_settings_allow_it() {
        String overNothing = "checksum=" + sign(ChecksumAlgorithm.SHA1, "create", "");
        String form = "name=x&meetingID=y";
        Verdict genuine = new Verdict.Genuine(QueryParameters.parse(form));
        assertThat(verify(TOLERANT, overNothing, form)).isEqualTo(genuine);
        assertThat(verify(TOLERANT, "&" + overNothing, form)).isEqualTo(genuine);
        assertThat(verify(TOLERANT, "", form + "&" + overNothing)).isEqualTo(genuine);
        assertThat(verify(STRICT, overNothing, form)).isEqualTo(new Verdict.Refused(BbbError.CHECKSUM_MISMATCH));
        assertThat(verify(STRICT, overNothing, "")).isEqualTo(new Verdict.Genuine(QueryParameters.none()));
    }

    @Test
    void parameters_are_read_from_the_text_that_was_signed() {
        assertThat(verify(signed("meetingID=abc").replace("meeting", "meet\u0001ing")))
                .isEqualTo(new Verdict.Genuine(QueryParameters.parse("meetingID=abc")));
    }

    @Test
    void an_algorithm_that_is_not_allowed_is_refused() {
        RequestChecksum modern = new RequestChecksum(new ChecksumSettings(EnumSet.of(ChecksumAlgorithm.SHA256), true));
        assertThat(verify(modern, signed("name=x"), "")).isInstanceOf(Verdict.Refused.class);
        String query = "name=x&checksum=" + sign(ChecksumAlgorithm.SHA256, "create", "name=x");
        assertThat(verify(modern, query, "")).isInstanceOf(Verdict.Genuine.class);
    }

    @Provide
    Arbitrary<List<String>> parameters() {
        return QueryStrings.parameter().list().ofMinSize(1).ofMaxSize(8);
    }

    @Provide
    Arbitrary<String> insertions() {
        return Arbitraries.of(
                "checksum=V&", "&checksum=V", "checksum=V", "x", "&", "=", "%20", "%63hecksum=V&", "xchecksum=V&");
    }

    @Provide
    Arbitrary<String> queries() {
        return QueryStrings.any();
    }

    private static RequestChecksum checking(boolean acceptUnsignedBody) {
        return new RequestChecksum(new ChecksumSettings(EnumSet.allOf(ChecksumAlgorithm.class), acceptUnsignedBody));
    }

    private static Verdict verify(String query) {
        return TOLERANT.verify(SignedRequest.of(ApiCall.CREATE, query, Optional.empty()), List.of(SECRET));
    }

    private static Verdict verify(RequestChecksum checksum, String query, String form) {
        return checksum.verify(
                SignedRequest.of(ApiCall.CREATE, query, Optional.of(SentForm.urlencoded(form))),
                List.of("other", SECRET));
    }

    private static String signed(String query) {
        return query + "&checksum=" + sign(ChecksumAlgorithm.SHA1, "create", query);
    }

    private static String sign(ChecksumAlgorithm algorithm, String call, String text) {
        return algorithm.hex(call + text + SECRET);
    }

    private static String withChecksum(List<String> parameters, int position, String checksum) {
        List<String> sent = new ArrayList<>(parameters);
        sent.add(Math.min(position, sent.size()), "checksum=" + checksum);
        return String.join("&", sent);
    }
}
