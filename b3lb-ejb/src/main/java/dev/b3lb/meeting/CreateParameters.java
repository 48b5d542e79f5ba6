package dev.b3lb.meeting;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.MetadataName;
import dev.b3lb.bbb.NodeRequest;
import dev.b3lb.bbb.QueryParameters;
import dev.b3lb.bbb.WireText;
import dev.b3lb.placement.ExpectedSize;
import dev.b3lb.placement.ServerTag;
import dev.b3lb.settings.Settings;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

/** What a client's create means to us, and what of it goes on to the node. */
final class CreateParameters {

    private static final String SERVER_TAG = "server-tag";
    private static final List<String> RECORDING = List.of("record", "allowStartStopRecording", "autoStartRecording");

    private final OwnMetadata ownMetadata;

    CreateParameters(Settings settings) {
        this.ownMetadata = new OwnMetadata(settings);
    }

    /** What has to be placed. */
    MeetingWish wish(CreateRequest request) {
        QueryParameters asked = request.parameters();
        return new MeetingWish(
                request.account(),
                request.meetingId(),
                asked.first("name").map(WireText::sanitized).orElse(""),
                ExpectedSize.of(number(asked, "maxParticipants")),
                serverTag(asked));
    }

    private static ServerTag serverTag(QueryParameters asked) {
        return asked.all().stream()
                .filter(parameter -> isServerTag(parameter.name()))
                .findFirst()
                .map(parameter -> ServerTag.parse(parameter.value()))
                .orElse(ServerTag.ANY);
    }

    private static boolean isServerTag(String parameter) {
        return MetadataName.ofParameter(parameter).filter(SERVER_TAG::equals).isPresent();
    }

    private static OptionalInt number(QueryParameters asked, String name) {
        try {
            return asked.first(name)
                    .map(text -> OptionalInt.of(Integer.parseInt(text.strip())))
                    .orElseGet(OptionalInt::empty);
        } catch (NumberFormatException notForUs) {
            return OptionalInt.empty(); // the node says what it thinks of it
        }
    }

    /** The parameters that the client may see again in lists. */
    QueryParameters visible(CreateRequest request) {
        QueryParameters asked =
                ownMetadata.strip(request.parameters().withoutDuplicates()).without(CreateParameters::isServerTag);
        return request.account().recordingsOn() ? asked : withoutRecording(asked);
    }

    private static QueryParameters withoutRecording(QueryParameters asked) {
        QueryParameters changed = asked;
        for (String name : RECORDING) {
            changed = changed.with(name, "false");
        }
        return changed;
    }

    /** The call that goes to the meeting's node. */
    NodeRequest forNode(CreateRequest request, UUID meeting) {
        return new NodeRequest(ApiCall.CREATE, OwnMetadata.mark(visible(request), meeting), request.body());
    }
}
