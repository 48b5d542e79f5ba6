package dev.b3lb.bbb;

import dev.b3lb.bbb.SentRequest.Receiver;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Requests as clients, clumsy clients and forgers send them. Each is a {@link Way} in which an honest client may sign
 * (query alone, query beside a form, checksum in the form, the raw form, the sorted form, nothing but the call), on any
 * call, with any hash, with the first or second secret of receivers that hold one, two, blank or no secrets, allow all
 * hashes or some, and accept unsigned forms or not. The texts that are signed are {@link Texts}. What an honest client
 * would send is then handled by a {@link Deed}, most often left alone.
 */
final class SentRequests {

    static final String FIRST = "the-first-of-two-secrets-of-a-tenant";
    static final String SECOND = "SecondSecretOfTheSameTenant0123456789ab";
    private static final String STRANGERS = "a-secret-that-belongs-to-somebody-else";

    /** All that any call about recordings demands. */
    static final String DEMANDED = "recordID=r-1&publish=true&kind=subtitles&lang=en";

    private SentRequests() {}

    /** Where the checksum is, and what it covers. */
    enum Way {
        QUERY,
        QUERY_BESIDE_FORM,
        CHECKSUM_IN_FORM,
        RAW_FORM,
        RAW_FORM_CHECKSUM_IN_QUERY,
        SORTED_FORM,
        SORTED_FORM_CHECKSUM_IN_QUERY,
        UNSIGNED_FORM,
        UNSIGNED_FORM_CHECKSUM_IN_FORM
    }

    /** What is done with the checksum. */
    enum Deed {
        NONE,
        UPPER_CASE,
        MIXED_CASE,
        WITH_CONTROL_CHARACTERS,
        SECOND_SECRET,
        STRANGERS_SECRET,
        BLANK_SECRET,
        OTHER_CALL,
        ONE_DIGIT_LESS,
        ONE_DIGIT_MORE,
        ONE_DIGIT_OTHER,
        RANDOM_DIGITS,
        EMPTY,
        LEFT_OUT,
        TWICE,
        TWICE_IN_DISGUISE,
        ONCE_MORE_IN_THE_OTHER_PART,
        ESCAPED_DIGIT,
        ESCAPED_NAME,
        INSIDE_A_VALUE
    }

    /** How a request is signed. */
    record Plan(Way way, Deed deed, ApiCall call, ChecksumAlgorithm algorithm, int place, String mark) {}

    static Arbitrary<Plan> plans() {
        return Combinators.combine(
                        Arbitraries.of(Way.class),
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.just(Deed.NONE)), Tuple.of(4, Arbitraries.of(Deed.class))),
                        Arbitraries.of(ApiCall.class),
                        Arbitraries.of(ChecksumAlgorithm.class),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.of("", "", "", "", "&", "?", "?&", "&&", "=&"))
                .as(Plan::new);
    }

    static Arbitrary<Receiver> receivers() {
        Arbitrary<List<String>> secrets = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(List.of(FIRST, SECOND))),
                Tuple.of(
                        3,
                        Arbitraries.of(
                                List.of(FIRST), List.of("", FIRST), List.of(FIRST, " "), List.of(), List.of(""))));
        Arbitrary<Set<ChecksumAlgorithm>> allowed = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(EnumSet.allOf(ChecksumAlgorithm.class))),
                Tuple.of(1, Arbitraries.of(ChecksumAlgorithm.class).set()));
        return Combinators.combine(secrets, allowed, Arbitraries.of(true, false))
                .as(Receiver::new);
    }

    /** A text with all that the call demands, as long as nobody wants to know what happens without. */
    static String complete(Plan plan, String text) {
        return plan.call().concernsRecordings() && plan.place() % 4 != 0 ? DEMANDED + "&" + text : text;
    }

    /** One request: signed over one text, beside another one where the way has a place for it. */
    static SentRequest sent(Plan plan, String text, String other, Receiver receiver) {
        String checksum = spoiled(plan, checksum(plan, signed(plan, text)));
        String parameter = checksumParameter(plan, checksum);
        String query =
                switch (plan.way()) {
                    case QUERY, QUERY_BESIDE_FORM -> put(plan, parameter, text);
                    case CHECKSUM_IN_FORM -> text;
                    case RAW_FORM, SORTED_FORM, UNSIGNED_FORM_CHECKSUM_IN_FORM -> "";
                    case RAW_FORM_CHECKSUM_IN_QUERY, SORTED_FORM_CHECKSUM_IN_QUERY, UNSIGNED_FORM ->
                        plan.mark() + parameter;
                };
        Optional<String> form =
                switch (plan.way()) {
                    case QUERY -> Optional.empty();
                    case QUERY_BESIDE_FORM -> Optional.of(other);
                    case CHECKSUM_IN_FORM -> Optional.of(put(plan, parameter, other));
                    case RAW_FORM, SORTED_FORM, UNSIGNED_FORM_CHECKSUM_IN_FORM ->
                        Optional.of(put(plan, parameter, text));
                    case RAW_FORM_CHECKSUM_IN_QUERY, SORTED_FORM_CHECKSUM_IN_QUERY, UNSIGNED_FORM -> Optional.of(text);
                };
        SentRequest request = new SentRequest(plan.call(), query, form, receiver);
        return plan.deed() == Deed.ONCE_MORE_IN_THE_OTHER_PART ? onceMore(request, parameter) : request;
    }

    private static SentRequest onceMore(SentRequest request, String parameter) {
        return request.query().contains(parameter)
                ? request.withForm(request.form().map(form -> form + "&").orElse("") + parameter)
                : request.withQuery(request.query() + "&" + parameter);
    }

    private static String signed(Plan plan, String text) {
        return switch (plan.way()) {
            case SORTED_FORM, SORTED_FORM_CHECKSUM_IN_QUERY ->
                ReferenceVerification.sorted(ReferenceDecoding.pairs(ReferenceVerification.cleaned(text)));
            case UNSIGNED_FORM -> plan.mark().replaceFirst("&$", "");
            case UNSIGNED_FORM_CHECKSUM_IN_FORM -> "";
            default -> text;
        };
    }

    private static String checksum(Plan plan, String text) {
        String secret =
                switch (plan.deed()) {
                    case SECOND_SECRET -> SECOND;
                    case STRANGERS_SECRET -> STRANGERS;
                    case BLANK_SECRET -> "";
                    default -> FIRST;
                };
        String call = plan.deed() == Deed.OTHER_CALL
                ? "un" + plan.call().wireName()
                : plan.call().wireName();
        return ReferenceVerification.hashed(plan.algorithm().name().replace("SHA", "SHA-"), call + text + secret);
    }

    private static String spoiled(Plan plan, String checksum) {
        int at = plan.place() % checksum.length();
        char digit = checksum.charAt(at);
        return switch (plan.deed()) {
            case UPPER_CASE -> checksum.toUpperCase(Locale.ROOT);
            case MIXED_CASE -> checksum.replace('a', 'A').replace('d', 'D');
            case WITH_CONTROL_CHARACTERS -> checksum.substring(0, at) + "\u0007\u0085" + checksum.substring(at);
            case ONE_DIGIT_LESS -> checksum.substring(1);
            case ONE_DIGIT_MORE -> checksum + "0";
            case ONE_DIGIT_OTHER -> checksum.substring(0, at) + (digit == '0' ? '1' : '0') + checksum.substring(at + 1);
            case RANDOM_DIGITS -> "5".repeat(checksum.length());
            case EMPTY -> "";
            case ESCAPED_DIGIT ->
                checksum.substring(0, at) + "%%%02x".formatted((int) digit) + checksum.substring(at + 1);
            default -> checksum;
        };
    }

    private static String checksumParameter(Plan plan, String checksum) {
        String parameter = "checksum=" + checksum;
        return switch (plan.deed()) {
            case LEFT_OUT -> "Checksum=" + checksum;
            case TWICE -> parameter + "&" + parameter;
            case TWICE_IN_DISGUISE -> parameter + "&%63hecksum=";
            case ESCAPED_NAME -> "check%73um=" + checksum;
            case INSIDE_A_VALUE -> "x" + parameter + "&" + parameter;
            default -> parameter;
        };
    }

    /** The text with a parameter at some place between its own: first, last, alone, anywhere. */
    private static String put(Plan plan, String parameter, String text) {
        if (text.isEmpty()) {
            return parameter;
        }
        List<String> parts = new ArrayList<>(List.of(text.split("&", -1)));
        parts.add(plan.place() % (parts.size() + 1), parameter);
        return String.join("&", parts);
    }
}
