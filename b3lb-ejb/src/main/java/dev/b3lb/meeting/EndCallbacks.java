package dev.b3lb.meeting;

import dev.b3lb.callback.CallbackPurpose;
import dev.b3lb.callback.NewCallback;
import dev.b3lb.configuration.Configurations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** What clients are told about the ends of their meetings, if they want to be told. */
@ApplicationScoped
public class EndCallbacks {

    private final Configurations configurations;

    @Inject
    EndCallbacks(Configurations configurations) {
        this.configurations = configurations;
    }

    /**
     * The meeting is over. However often and by whomever that is told, the client hears it once.
     *
     * @param recordingMarks whether the node will make a recording of it
     */
    Optional<NewCallback> ended(PlacedMeeting meeting, boolean recordingMarks) {
        return callback(meeting, "ended", recordingMarks);
    }

    /** An earlier life of the meeting is over. */
    Optional<NewCallback> endedBefore(PlacedMeeting meeting, boolean recordingMarks) {
        return callback(meeting, "ended-before", recordingMarks);
    }

    private Optional<NewCallback> callback(PlacedMeeting meeting, String event, boolean recordingMarks) {
        String once =
                event + ":" + meeting.id() + ":" + meeting.internalMeetingId().orElse("");
        return meeting.kept()
                .value(OwnMetadata.END_CALLBACK)
                .filter(url -> !url.isBlank())
                .flatMap(url -> configurations
                        .current()
                        .account(meeting.secretId())
                        .map(account -> new NewCallback(
                                CallbackPurpose.MEETING_ENDED,
                                once,
                                account.tenantId(),
                                meeting.meetingId(),
                                EndCallbackUrl.of(url.strip(), recordingMarks, meeting.meetingId()),
                                Optional.empty())));
    }
}
