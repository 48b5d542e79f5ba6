package dev.b3lb.bbb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.bbb.ReferenceVerification.Judgement;
import dev.b3lb.bbb.SentRequest.Receiver;
import dev.b3lb.bbb.SentRequests.Deed;
import dev.b3lb.bbb.SentRequests.Plan;
import dev.b3lb.bbb.SentRequests.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;
import org.junit.jupiter.api.Test;

/**
 * Whatever is sent, the product says what a simple second reading of the rules says, and reads the same parameters.
 * Statistics make sure that what is generated is both taken and refused in every way that there is.
 */
@StatisticsReport(StatisticsReportMode.OFF)
class ChecksumPropertiesTest {

    /** Deeds after which the checksum is still a good one. */
    private static final Set<Deed> HARMLESS =
            Set.of(Deed.NONE, Deed.UPPER_CASE, Deed.MIXED_CASE, Deed.WITH_CONTROL_CHARACTERS, Deed.SECOND_SECRET);

    /** Escapes hurt only where the checksum stands in the text that it covers. */
    private static final Set<Deed> SOMETIMES_HARMFUL = Set.of(Deed.ESCAPED_DIGIT, Deed.ESCAPED_NAME);

    private static final Receiver TOLERANT = Receiver.of(true, SentRequests.FIRST, SentRequests.SECOND);
    private static final Receiver STRICT = Receiver.of(false, SentRequests.FIRST, SentRequests.SECOND);
    private static final Receiver STRANGER = Receiver.of(true);

    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void every_request_is_judged_as_the_reference_judges_it(
            @ForAll("plans") Plan plan,
            @ForAll("texts") String text,
            @ForAll("texts") String other,
            @ForAll("receivers") Receiver receiver) {
        SentRequest request = SentRequests.sent(plan, SentRequests.complete(plan, text), other, receiver);

        Judgement expected = request.judgement();
        assertThat(request.productsJudgement()).isEqualTo(expected);
        if (!HARMLESS.contains(plan.deed()) && !SOMETIMES_HARMFUL.contains(plan.deed())) {
            assertThat(expected.taken()).isFalse();
        }

        Statistics.label("taken").collect(expected.taken()).coverage(coverage -> {
            coverage.check(true).percentage(share -> share > 15);
            coverage.check(false).percentage(share -> share > 15);
        });
        Statistics.label("way").collect(plan.way(), expected.taken()).coverage(coverage -> {
            for (Way way : Way.values()) {
                coverage.check(way, true).count(times -> times > 10);
                coverage.check(way, false).count(times -> times > 10);
            }
        });
        Statistics.label("deed").collect(plan.deed(), expected.taken()).coverage(coverage -> {
            for (Deed deed : Deed.values()) {
                coverage.check(deed, HARMLESS.contains(deed)).count(times -> times > 5);
            }
        });
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void any_text_is_read_as_the_reference_reads_it_and_never_fails(
            @ForAll("texts") String query, @ForAll("texts") String form, @ForAll ApiCall call) {
        SentRequest request = new SentRequest(call, query, Optional.of(form), TOLERANT);

        assertThat(request.productsJudgement()).isEqualTo(request.judgement());
        assertThat(request.judgement().taken()).isFalse();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void an_honest_client_is_taken_with_its_parameters_however_it_encodes_them(
            @ForAll("plans") Plan honest, @ForAll("parameters") List<List<String>> parameters, @ForAll long seed) {
        Assume.that(RecordingCallRule.missing(honest.call(), QueryParameters.none()::first)
                .isEmpty());
        Plan plan = new Plan(honest.way(), Deed.NONE, honest.call(), honest.algorithm(), honest.place(), "");
        Random random = new Random(seed);
        String text = parameters.stream()
                .map(pair -> Texts.encoded(pair.get(0), random) + "=" + Texts.encoded(pair.get(1), random))
                .collect(Collectors.joining("&"));

        String complete = SentRequests.DEMANDED + "&" + text;
        List<List<String>> expected = new ArrayList<>(ReferenceDecoding.pairs(SentRequests.DEMANDED));
        expected.addAll(parameters);

        Judgement judgement =
                SentRequests.sent(plan, complete, "name=other", TOLERANT).productsJudgement();

        assertThat(judgement).isEqualTo(new Judgement(Optional.empty(), expected));
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void a_query_of_which_anything_signed_was_changed_is_refused(
            @ForAll("queryPlans") Plan plan,
            @ForAll("cleanTexts") String text,
            @ForAll("mutations") Mutation mutation) {
        SentRequest sent = SentRequests.sent(plan, text, "", STRICT);
        Assume.that(sent.judgement().taken());
        String query = sent.query();
        Matcher checksum = Pattern.compile("&?checksum=[0-9a-f]{%d}".formatted(hexLength(plan)))
                .matcher(query);
        assertThat(checksum.find()).isTrue();
        int start = checksum.start();
        int end = checksum.end();
        String before = query.substring(0, start);
        String after = query.substring(end);
        String changed = (mutation.place() % 2 == 0 && !before.isEmpty()) || after.isEmpty()
                ? mutation.of(before) + query.substring(start)
                : query.substring(0, end) + mutation.of(after);
        boolean signedChanged = !ReferenceVerification.signedPart(changed).equals(text);

        if (signedChanged) {
            assertThat(sent.withQuery(changed).productsJudgement().taken()).isFalse();
        }

        Statistics.label("change").collect(mutation.kind(), signedChanged).coverage(coverage -> {
            for (Mutation.Kind kind : Mutation.Kind.values()) {
                coverage.check(kind, true).count(times -> times > 50);
            }
        });
    }

    private static int hexLength(Plan plan) {
        return plan.algorithm().hexLength();
    }

    /** Bytes may change that nobody signed, such as the case of a checksum's digits; what counts stays as it was. */
    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void whatever_byte_of_a_signed_request_is_changed_it_never_says_anything_else(
            @ForAll("plans") Plan any,
            @ForAll("texts") String text,
            @ForAll("texts") String other,
            @ForAll("mutations") Mutation mutation,
            @ForAll boolean inForm) {
        Plan plan = new Plan(any.way(), Deed.NONE, any.call(), any.algorithm(), any.place(), any.mark());
        SentRequest sent = SentRequests.sent(plan, SentRequests.complete(plan, text), other, STRICT);
        Assume.that(sent.judgement().taken());

        SentRequest changed = inForm && sent.form().isPresent()
                ? sent.withForm(mutation.of(sent.form().get()))
                : sent.withQuery(mutation.of(sent.query()));

        Judgement judgement = changed.productsJudgement();
        assertThat(judgement).isEqualTo(changed.judgement());
        if (judgement.taken()) {
            assertThat(judgement).isEqualTo(sent.judgement());
        }
        Statistics.label("taken").collect(judgement.taken()).coverage(coverage -> {
            coverage.check(true).percentage(share -> share > 5);
            coverage.check(false).percentage(share -> share > 30);
        });
    }

    @Property(tries = 8, edgeCases = EdgeCasesMode.NONE)
    void megabytes_are_judged_like_little_ones(
            @ForAll("plans") Plan plan, @ForAll("texts") String piece, @ForAll @IntRange(min = 1, max = 3) int more) {
        String filling = (piece + "x").replace("&", "%26").repeat(more * 3_000 / (piece.length() + 1));
        String text = (piece + filling + "&").repeat(100); // fewer parameters than a form may have
        SentRequest request = SentRequests.sent(plan, text, piece, TOLERANT);

        assertThat(request.productsJudgement()).isEqualTo(request.judgement());
    }

    @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
    void too_many_parameters_are_told_before_the_checksum_is_looked_at(
            @ForAll("plans") Plan plan, @ForAll("texts") String piece, @ForAll boolean known) {
        String text = piece + "&a".repeat(QueryParameters.MOST);
        SentRequest request = SentRequests.sent(plan, text, text, known ? TOLERANT : STRANGER);

        assertThat(request.verdict()).isEqualTo(new RequestChecksum.Verdict.Refused(BbbError.TOO_MANY_PARAMETERS));
    }

    @Test
    void the_reference_itself_knows_a_checksum_that_was_made_by_hand() {
        // sha1 of "getMeetings" + "the-first-of-two-secrets-of-a-tenant", as sha1sum prints it
        String query = "checksum=78a12057ccdc10ec0151bd60f90d410b3240dcf0";
        SentRequest request = new SentRequest(ApiCall.GET_MEETINGS, query, Optional.empty(), TOLERANT);

        assertThat(request.judgement()).isEqualTo(new Judgement(Optional.empty(), List.of()));
        assertThat(request.withQuery(query + "&a=1").judgement().refusal()).contains("Checksums do not match");
        assertThat(request.withQuery("").judgement().refusal()).contains("You must provide the checksum");
    }

    @Provide
    Arbitrary<Plan> plans() {
        return SentRequests.plans();
    }

    @Provide
    Arbitrary<Plan> queryPlans() {
        return SentRequests.plans()
                .map(plan -> new Plan(Way.QUERY, Deed.NONE, plan.call(), plan.algorithm(), plan.place(), ""));
    }

    @Provide
    Arbitrary<String> texts() {
        return Texts.any();
    }

    @Provide
    Arbitrary<String> cleanTexts() {
        return Texts.any().map(ReferenceVerification::cleaned);
    }

    @Provide
    Arbitrary<List<List<String>>> parameters() {
        return Texts.parameters();
    }

    @Provide
    Arbitrary<Receiver> receivers() {
        return SentRequests.receivers();
    }

    @Provide
    Arbitrary<Mutation> mutations() {
        return Mutation.any();
    }
}
