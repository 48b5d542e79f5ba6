package dev.b3lb.bbb;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Verifies a client's request. The checksum may stand in the query or in a form body, once in all. It is one over the
 * raw query; when the query holds nothing else, the parameters are those of the form body, and the checksum may also
 * cover the raw body, or the body's parameters sorted and encoded anew (BBB up to 2.5), or nothing (BBB 3, if the
 * settings allow it).
 */
public final class RequestChecksum {

    private final ChecksumSettings settings;

    public RequestChecksum(ChecksumSettings settings) {
        this.settings = settings;
    }

    /** What a request is worth. */
    public sealed interface Verdict {

        /**
         * Made by somebody who knows a secret.
         *
         * @param parameters the ones that count, without the checksum
         */
        record Genuine(QueryParameters parameters) implements Verdict {}

        /** To be answered with the error. */
        record Refused(BbbError error) implements Verdict {}
    }

    /**
     * Verifies a request. As in BBB, calls about recordings are first told which parameter they lack.
     *
     * @param secrets that are valid for the caller; for an unknown tenant none, which is answered like a wrong checksum
     */
    public Verdict verify(SignedRequest request, Collection<String> secrets) {
        Parts parts = Parts.of(request);
        List<String> given = parts.checksums();
        if (given.size() > 1) {
            return new Verdict.Refused(BbbError.CHECKSUM_MISMATCH);
        }
        Optional<String> checksum =
                given.stream().filter(text -> !text.isEmpty()).findFirst();
        if (checksum.isEmpty()) {
            return new Verdict.Refused(missing(request.call()));
        }
        Optional<BbbError> absent = RecordingCallRule.missing(request.call(), parts.effective());
        if (absent.isPresent()) {
            return new Verdict.Refused(absent.get());
        }
        return matches(request.call(), parts, checksum.get(), secrets)
                ? new Verdict.Genuine(parts.effective())
                : new Verdict.Refused(mismatch(request.call()));
    }

    private boolean matches(ApiCall call, Parts parts, String checksum, Collection<String> secrets) {
        if (RawQuery.repeatsChecksum(parts.query)
                || parts.formText.filter(RawQuery::repeatsChecksum).isPresent()) {
            return false;
        }
        boolean matched = false;
        for (String signed : signedTexts(parts)) {
            matched |= Checksums.matches(call.wireName(), signed, checksum, secrets, settings.allowed());
        }
        return matched;
    }

    private List<String> signedTexts(Parts parts) {
        if (!parts.formCounts()) {
            return List.of(RawQuery.withoutChecksum(parts.query));
        }
        List<String> texts = new ArrayList<>();
        parts.formText.map(RawQuery::withoutChecksum).ifPresent(texts::add);
        texts.add(sorted(parts.formParameters).encode());
        if (settings.acceptUnsignedBody()) {
            texts.add(RawQuery.withoutChecksum(parts.query));
        }
        return texts;
    }

    private static QueryParameters sorted(QueryParameters parameters) {
        return new QueryParameters(parameters.all().stream()
                .sorted(Comparator.comparing(QueryParameters.Parameter::name))
                .toList());
    }

    private static BbbError missing(ApiCall call) {
        return call.concernsRecordings() ? BbbError.CHECKSUM_NOT_PASSED : BbbError.CHECKSUM_MISSING;
    }

    private static BbbError mismatch(ApiCall call) {
        return call.concernsRecordings() ? BbbError.CHECKSUM_NOT_PASSED : BbbError.CHECKSUM_MISMATCH;
    }

    /** The request's texts as BBB reads them, and the parameters in them. */
    private record Parts(
            String query,
            Optional<String> formText,
            List<String> checksums,
            QueryParameters queryParameters,
            QueryParameters formParameters) {

        static Parts of(SignedRequest request) {
            String query = RawQuery.sanitized(request.rawQuery());
            QueryParameters inQuery = QueryParameters.parse(query);
            QueryParameters inForm = request.form().map(SentForm::parameters).orElse(QueryParameters.none());
            return new Parts(
                    query,
                    request.form().flatMap(SentForm::text).map(RawQuery::sanitized),
                    Stream.of(inQuery, inForm).flatMap(Parts::checksumsIn).toList(),
                    inQuery.without(RawQuery.CHECKSUM::equals),
                    inForm.without(RawQuery.CHECKSUM::equals));
        }

        private static Stream<String> checksumsIn(QueryParameters parameters) {
            return parameters.all().stream()
                    .filter(parameter -> parameter.name().equals(RawQuery.CHECKSUM))
                    .map(parameter -> WireText.sanitized(parameter.value()));
        }

        boolean formCounts() {
            return queryParameters.isEmpty() && !formParameters.isEmpty();
        }

        QueryParameters effective() {
            return formCounts() ? formParameters : queryParameters;
        }

        @Override
        public String toString() {
            return "Parts[" + queryParameters + ", " + formParameters + "]";
        }
    }
}
