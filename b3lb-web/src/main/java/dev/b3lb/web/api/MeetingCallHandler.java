package dev.b3lb.web.api;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.BbbError;
import dev.b3lb.bbb.BbbXml;
import dev.b3lb.bbb.MeetingIdRule;
import dev.b3lb.bbb.NodeAnswer;
import dev.b3lb.bbb.NodeReply;
import dev.b3lb.bbb.NodeRequest;
import dev.b3lb.bbb.QueryParameters;
import dev.b3lb.meeting.EndedMeetings;
import dev.b3lb.meeting.MeetingPlace;
import dev.b3lb.meeting.MeetingPlaces;
import dev.b3lb.meeting.OwnMetadata;
import dev.b3lb.node.NodeCalls;
import dev.b3lb.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Calls about one meeting, which its node answers. */
@ApplicationScoped
public class MeetingCallHandler implements CallHandler {

    private static final String NOT_FOUND = BbbError.NOT_FOUND.messageKey();

    /** Those that say what is wrong with an id; to the others it is one that nobody has. */
    private static final Set<ApiCall> MINDING_THE_ID = Set.of(ApiCall.IS_MEETING_RUNNING, ApiCall.SEND_CHAT_MESSAGE);

    private final MeetingPlaces places;
    private final NodeCalls calls;
    private final EndedMeetings ended;
    private final OwnMetadata ownMetadata;
    private final Duration limit;

    @Inject
    MeetingCallHandler(MeetingPlaces places, NodeCalls calls, EndedMeetings ended, Settings settings) {
        this.places = places;
        this.calls = calls;
        this.ended = ended;
        this.ownMetadata = new OwnMetadata(settings);
        this.limit = settings.get(Settings.NODE_REQUEST_TIMEOUT);
    }

    @Override
    public Set<ApiCall> calls() {
        return Set.of(
                ApiCall.END,
                ApiCall.GET_MEETING_INFO,
                ApiCall.IS_MEETING_RUNNING,
                ApiCall.INSERT_DOCUMENT,
                ApiCall.SEND_CHAT_MESSAGE);
    }

    @Override
    public CompletionStage<ApiAnswer> handle(ApiRequest request) {
        Optional<BbbError> fault = MINDING_THE_ID.contains(request.call())
                ? MeetingIdRule.forQuestion(request.parameters().first("meetingID"))
                : Optional.empty();
        if (fault.isPresent()) {
            return ApiAnswer.now(new ApiAnswer.Failed(fault.get()));
        }
        Optional<MeetingPlace> place = places.findWithRooms(request.account(), request.meetingId());
        if (place.isEmpty()) {
            return ApiAnswer.now(unknown(request.call()));
        }
        if (place.get().nodeIsDown() && request.call() == ApiCall.END) {
            return ApiAnswer.now(new ApiAnswer.Failed(BbbError.SERVER_UNAVAILABLE));
        }
        return calls.call(place.get().node(), forNode(request, place.get()), limit)
                .thenApply(reply -> answer(request.call(), place.get(), reply));
    }

    private static ApiAnswer unknown(ApiCall call) {
        return switch (call) {
            case IS_MEETING_RUNNING -> new ApiAnswer.Xml(BbbXml.running(false));
            case SEND_CHAT_MESSAGE -> new ApiAnswer.Failed(BbbError.CHAT_NOT_FOUND);
            default -> new ApiAnswer.Failed(BbbError.NOT_FOUND);
        };
    }

    private NodeRequest forNode(ApiRequest request, MeetingPlace place) {
        return new NodeRequest(request.call(), onNode(request.parameters(), place), request.body());
    }

    /** What may go to a node about one meeting. */
    static QueryParameters onNode(QueryParameters parameters, MeetingPlace place) {
        return parameters.with("meetingID", place.idForNode());
    }

    private ApiAnswer answer(ApiCall call, MeetingPlace place, NodeReply reply) {
        if (reply instanceof NodeReply.Answered answered && !NodeCalls.refusesOurSecret(answered.answer())) {
            if (call == ApiCall.END && place.room().isEmpty() && isOver(answered.answer())) {
                ended.ended(place.meeting(), "its client asked for it");
            }
            return ApiAnswer.Xml.of(answered.answer()
                    .withoutMetadata(ownMetadata::isHidden)
                    .withMetadata(place.kept(answered.answer())));
        }
        return new ApiAnswer.Failed(
                call == ApiCall.END
                        ? BbbError.SERVER_UNAVAILABLE
                        : BbbError.internalError("The server of this meeting does not answer."));
    }

    private static boolean isOver(NodeAnswer answer) {
        return answer.successful()
                || answer.messageKey().filter(NOT_FOUND::equals).isPresent();
    }
}
