package dev.b3lb.fakenode;

import java.util.Set;

/** A call that BBB's validation service guards: first the checksum, then the body's type, then its own rules. */
final class CheckedCall implements CallHandler {

    static final Set<String> FORM = Set.of("application/x-www-form-urlencoded", "multipart/form-data");
    static final Set<String> XML = Set.of("application/xml", "text/xml");
    static final Set<String> FORM_OR_XML =
            Set.of("application/x-www-form-urlencoded", "multipart/form-data", "application/xml", "text/xml");

    private final ReferenceChecksum checksum;
    private final Set<String> bodyTypes;
    private final CallHandler handler;

    CheckedCall(ReferenceChecksum checksum, Set<String> bodyTypes, CallHandler handler) {
        this.checksum = checksum;
        this.bodyTypes = bodyTypes;
        this.handler = handler;
    }

    @Override
    public Answer answer(ReceivedRequest request) {
        return switch (checksum.verify(request.call(), request.rawQuery(), request.parameters())) {
            case MISSING -> FakeXml.failed("checksumError", "You must provide the checksum");
            case WRONG -> FakeXml.failed("checksumError", "Checksums do not match");
            case RIGHT ->
                hasGoodBody(request)
                        ? handler.answer(request)
                        : FakeXml.failed(
                                "unsupportedContentType", "POST request Content-Type is missing or unsupported");
        };
    }

    /** A content type without a body is no matter: some clients send one with every GET. */
    private boolean hasGoodBody(ReceivedRequest request) {
        return request.body().isEmpty()
                || request.mediaType().filter(bodyTypes::contains).isPresent();
    }
}
