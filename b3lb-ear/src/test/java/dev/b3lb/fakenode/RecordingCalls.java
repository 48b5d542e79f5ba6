package dev.b3lb.fakenode;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The calls for recordings. */
final class RecordingCalls {

    private static final int LARGEST_PAGE = 100;

    private final FakeRecordings recordings;
    private final NodeIdentity node;

    RecordingCalls(FakeRecordings recordings, NodeIdentity node) {
        this.recordings = recordings;
        this.node = node;
    }

    Answer getRecordings(ReceivedRequest request) {
        Parameters parameters = request.parameters();
        List<FakeRecording> found = recordings.all().stream()
                .filter(recording -> matches(recording, parameters))
                .toList();
        int limit = parameters.number("limit", 0);
        FakeXml xml = FakeXml.success().open("recordings");
        page(found, limit, parameters.number("offset", 0)).forEach(recording -> write(xml, recording));
        xml.close();
        if (limit > 0) {
            xml.text("totalElements", found.size());
        }
        return found.isEmpty()
                ? xml.message("noRecordings", "There are no recordings for the meeting(s).")
                        .answer()
                : xml.answer();
    }

    private static List<FakeRecording> page(List<FakeRecording> found, int limit, int offset) {
        return limit <= 0
                ? found
                : found.stream()
                        .skip(Math.max(0, offset))
                        .limit(Math.min(limit, LARGEST_PAGE))
                        .toList();
    }

    private static boolean matches(FakeRecording recording, Parameters parameters) {
        return matchesId(recording, parameters)
                && matchesState(recording, parameters)
                && matchesMeta(recording, parameters);
    }

    /** Ids match as prefixes; with recordIDs given, meetingIDs are ignored. */
    private static boolean matchesId(FakeRecording recording, Parameters parameters) {
        List<String> recordIds = parameters.list("recordID");
        List<String> prefixes = recordIds.isEmpty()
                ? parameters.list("meetingID").stream()
                        .map(HashAlgorithm.SHA1::hex)
                        .toList()
                : recordIds;
        return prefixes.isEmpty() || prefixes.stream().anyMatch(recording.recordId()::startsWith);
    }

    private static boolean matchesState(FakeRecording recording, Parameters parameters) {
        List<String> states = parameters.list("state");
        return states.isEmpty()
                ? recording.isChangeable()
                : states.contains("any") || states.contains(recording.state());
    }

    private static boolean matchesMeta(FakeRecording recording, Parameters parameters) {
        return parameters.withPrefix("meta_").entrySet().stream().allMatch(wanted -> Optional.ofNullable(
                        recording.metadata().get(wanted.getKey().toLowerCase(Locale.ROOT)))
                .filter(value -> isLike(value, wanted.getValue()))
                .isPresent());
    }

    /** A percent sign at either end stands for anything. */
    private static boolean isLike(String value, String pattern) {
        boolean open = pattern.startsWith("%");
        boolean openEnd = pattern.length() > 1 && pattern.endsWith("%");
        String core = pattern.substring(open ? 1 : 0, pattern.length() - (openEnd ? 1 : 0));
        if (open && openEnd) {
            return value.contains(core);
        }
        if (open) {
            return value.endsWith(core);
        }
        return openEnd ? value.startsWith(core) : value.equals(core);
    }

    private void write(FakeXml xml, FakeRecording recording) {
        xml.open("recording")
                .text("recordID", recording.recordId())
                .text("meetingID", recording.meetingId())
                .text("internalMeetingID", recording.recordId())
                .text("name", recording.name())
                .text("isBreakout", false)
                .text("published", recording.isPublished())
                .text("state", recording.state())
                .text("startTime", recording.startTime())
                .text("endTime", recording.endTime())
                .text("participants", recording.participants())
                .text("rawSize", 0)
                .map("metadata", recording.metadata())
                .text("size", 0)
                .open("playback")
                .open("format")
                .text("type", "presentation")
                .text("url", node.origin() + "/playback/presentation/2.3/" + recording.recordId())
                .text("processingTime", 0)
                .text("length", (recording.endTime() - recording.startTime()) / 60_000)
                .text("size", 0)
                .close()
                .close()
                .text("data", "")
                .close();
    }

    /** Answers with the text of the parameter, whatever it is. */
    Answer publishRecordings(ReceivedRequest request) {
        String publish = request.parameters().text("publish").orElse("");
        String state = publish.equalsIgnoreCase("true") ? "published" : "unpublished";
        return change(request, "published", publish, recording -> recording.withState(state));
    }

    Answer deleteRecordings(ReceivedRequest request) {
        return change(request, "deleted", "true", recording -> recording.withState("deleted"));
    }

    /** Says updated even when nothing changed. */
    Answer updateRecordings(ReceivedRequest request) {
        Map<String, String> changes = request.parameters().withPrefix("meta_").entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue, (one, other) -> one));
        return change(request, "updated", "true", recording -> recording.withMetadata(changes));
    }

    private Answer change(ReceivedRequest request, String element, String text, UnaryOperator<FakeRecording> change) {
        Set<String> ids = Set.copyOf(request.parameters().list("recordID"));
        return recordings.change(ids, change)
                ? FakeXml.success().text(element, text).answer()
                : FakeXml.failed("notFound", "We could not find recordings");
    }
}
