package dev.b3lb.bbb;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A request as it arrives, and what its receiver knows.
 *
 * @param call which call
 * @param query the raw query
 * @param form the raw form, if there is one
 * @param receiver who judges it
 */
record SentRequest(ApiCall call, String query, Optional<String> form, Receiver receiver) {

    private static final Set<String> KEYS =
            Set.of("checksumError", "missingParamRecordID", "missingParamPublish", "paramError");

    /**
     * Who judges a request.
     *
     * @param secrets that are valid for the caller, blank ones among them
     * @param allowed hashes
     * @param acceptsUnsigned whether a form may come with a checksum over nothing
     */
    record Receiver(List<String> secrets, Set<ChecksumAlgorithm> allowed, boolean acceptsUnsigned) {

        /** Takes every hash. */
        static Receiver of(boolean acceptsUnsigned, String... secrets) {
            return new Receiver(List.of(secrets), EnumSet.allOf(ChecksumAlgorithm.class), acceptsUnsigned);
        }
    }

    /** What the product says. */
    RequestChecksum.Verdict verdict() {
        return new RequestChecksum(new ChecksumSettings(receiver.allowed(), receiver.acceptsUnsigned()))
                .verify(SignedRequest.of(call, query, form.map(SentForm::urlencoded)), receiver.secrets());
    }

    /** What the reference says. */
    ReferenceVerification.Judgement judgement() {
        Set<String> hashes = receiver.allowed().stream().map(Enum::name).collect(Collectors.toSet());
        return new ReferenceVerification(receiver.secrets(), hashes, receiver.acceptsUnsigned())
                .judge(call.wireName(), query, form.orElse(""));
    }

    /** The product's verdict in the reference's words. */
    ReferenceVerification.Judgement productsJudgement() {
        if (verdict() instanceof RequestChecksum.Verdict.Genuine genuine) {
            return new ReferenceVerification.Judgement(Optional.empty(), pairs(genuine.parameters()));
        }
        BbbError error = ((RequestChecksum.Verdict.Refused) verdict()).error();
        if (!KEYS.contains(error.messageKey())) {
            throw new AssertionError("Refused with " + error);
        }
        return new ReferenceVerification.Judgement(Optional.of(error.message()), List.of());
    }

    private static List<List<String>> pairs(QueryParameters parameters) {
        return parameters.all().stream()
                .map(parameter -> List.of(parameter.name(), parameter.value()))
                .toList();
    }

    /** The same request with another query. */
    SentRequest withQuery(String other) {
        return new SentRequest(call, other, form, receiver);
    }

    /** The same request with another form. */
    SentRequest withForm(String other) {
        return new SentRequest(call, query, Optional.of(other), receiver);
    }
}
