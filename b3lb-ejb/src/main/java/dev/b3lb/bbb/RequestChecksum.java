package dev.b3lb.bbb;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Verifies a client's request. The checksum may stand in the query or in a form body, once in all. It is one over the
 * raw query; when the query holds nothing else, the parameters are those of the form body, and the checksum may also
 * cover the raw body, or the body's parameters sorted and encoded anew (BBB up to 2.5), or nothing (BBB 3, if the
 * settings allow it).
 */
public final class RequestChecksum {

    private final ChecksumSettings settings;
    private final Function<ChecksumAlgorithm, MessageDigest> hashes;

    public RequestChecksum(ChecksumSettings settings) {
        this(settings, ChecksumAlgorithm::begin);
    }

    /** @param hashes begins a hash */
    RequestChecksum(ChecksumSettings settings, Function<ChecksumAlgorithm, MessageDigest> hashes) {
        this.settings = settings;
        this.hashes = hashes;
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
     * Verifies a request. As in BBB, calls about recordings are first told which parameter they lack. What is done for a
     * wrong checksum, and with it the time that it takes, does not depend on the secrets.
     *
     * @param secrets that are valid for the caller; for an unknown tenant none, which is answered like a wrong checksum
     */
    public Verdict verify(SignedRequest request, Collection<String> secrets) {
        Optional<RawQuery> query = RawQuery.of(request.rawQuery());
        Optional<? extends RequestPart> form =
                request.form().isPresent() ? request.form().get().part() : Optional.of(FormFields.NONE);
        return query.isPresent() && form.isPresent()
                ? verify(request.call(), new Parts(query.get(), form.get()), secrets)
                : new Verdict.Refused(BbbError.TOO_MANY_PARAMETERS);
    }

    private Verdict verify(ApiCall call, Parts parts, Collection<String> secrets) {
        List<String> given = parts.checksums();
        if (given.size() > 1) {
            return new Verdict.Refused(BbbError.CHECKSUM_MISMATCH);
        }
        if (given.isEmpty() || given.get(0).isEmpty()) {
            return new Verdict.Refused(missing(call));
        }
        Optional<BbbError> absent = RecordingCallRule.missing(call, parts.effective()::first);
        if (absent.isPresent()) {
            return new Verdict.Refused(absent.get());
        }
        return matches(call, parts, given.get(0), secrets)
                ? new Verdict.Genuine(parts.effective().others())
                : new Verdict.Refused(mismatch(call));
    }

    private boolean matches(ApiCall call, Parts parts, String checksum, Collection<String> secrets) {
        Optional<GivenChecksum> given = GivenChecksum.of(checksum, settings.allowed());
        if (given.isEmpty() || parts.repeatChecksum()) {
            return false;
        }
        return signedTexts(parts).anyMatch(text -> {
            MessageDigest signed = hashes.apply(given.get().algorithm());
            signed.update(call.wireName().getBytes(StandardCharsets.UTF_8));
            text.addTo(signed);
            return given.get().completes(signed, secrets);
        });
    }

    /** What a checksum may cover, the short one first and the one that has to be put together last. */
    private Stream<SignedText> signedTexts(Parts parts) {
        SignedText query = raw(parts.query());
        if (!parts.formCounts()) {
            return Stream.of(query);
        }
        return Stream.of(
                        Optional.of(query).filter(text -> settings.acceptUnsignedBody()),
                        parts.rawForm().map(RequestChecksum::raw),
                        Optional.<SignedText>of(hash -> addSorted(parts.form().others(), hash)))
                .flatMap(Optional::stream);
    }

    private static SignedText raw(RawQuery text) {
        return hash -> hash.update(text.withoutChecksum().getBytes(StandardCharsets.UTF_8));
    }

    private static void addSorted(QueryParameters parameters, MessageDigest hash) {
        Iterator<QueryParameters.Parameter> sorted = parameters.all().stream()
                .sorted(Comparator.comparing(QueryParameters.Parameter::name))
                .iterator();
        while (sorted.hasNext()) {
            hash.update(sorted.next().encode().getBytes(StandardCharsets.US_ASCII));
            if (sorted.hasNext()) {
                hash.update((byte) '&');
            }
        }
    }

    private static BbbError missing(ApiCall call) {
        return call.concernsRecordings() ? BbbError.CHECKSUM_NOT_PASSED : BbbError.CHECKSUM_MISSING;
    }

    private static BbbError mismatch(ApiCall call) {
        return call.concernsRecordings() ? BbbError.CHECKSUM_NOT_PASSED : BbbError.CHECKSUM_MISMATCH;
    }

    /** A text that a checksum may cover. */
    private interface SignedText {
        void addTo(MessageDigest hash);
    }

    /** Where parameters may be. */
    private record Parts(RawQuery query, RequestPart form) {

        List<String> checksums() {
            return Stream.of(query, form)
                    .flatMap(part -> part.checksums().stream())
                    .toList();
        }

        boolean formCounts() {
            return !query.hasOthers() && form.hasOthers();
        }

        RequestPart effective() {
            return formCounts() ? form : query;
        }

        Optional<RawQuery> rawForm() {
            return form instanceof RawQuery raw ? Optional.of(raw) : Optional.empty();
        }

        boolean repeatChecksum() {
            return query.repeatsChecksum()
                    || rawForm().filter(RawQuery::repeatsChecksum).isPresent();
        }
    }
}
