package dev.b3lb.fakenode;

import java.util.List;

/**
 * A recording call. BBB guards these by older code with its own texts, and reports a missing parameter before a wrong
 * checksum.
 */
final class CheckedRecordingCall implements CallHandler {

    /** Parameters that recording calls may insist on. */
    enum Required {
        RECORD_ID("recordID", "missingParamRecordID", "You must specify a recordID."),
        PUBLISH("publish", "missingParamPublish", "You must specify a publish value true or false.");

        private final String parameter;
        private final String key;
        private final String message;

        Required(String parameter, String key, String message) {
            this.parameter = parameter;
            this.key = key;
            this.message = message;
        }
    }

    private final ReferenceChecksum checksum;
    private final List<Required> required;
    private final CallHandler handler;

    CheckedRecordingCall(ReferenceChecksum checksum, List<Required> required, CallHandler handler) {
        this.checksum = checksum;
        this.required = required;
        this.handler = handler;
    }

    @Override
    public Answer answer(ReceivedRequest request) {
        Parameters parameters = request.parameters();
        if (parameters.count("checksum") != 1) {
            return refused();
        }
        for (Required rule : required) {
            if (parameters.text(rule.parameter).isEmpty()) {
                return FakeXml.failed(rule.key, rule.message);
            }
        }
        return checksum.verify(request.call(), request.rawQuery(), parameters) == ReferenceChecksum.Verdict.RIGHT
                ? handler.answer(request)
                : refused();
    }

    private static Answer refused() {
        return FakeXml.failed("checksumError", "You did not pass the checksum security check");
    }
}
