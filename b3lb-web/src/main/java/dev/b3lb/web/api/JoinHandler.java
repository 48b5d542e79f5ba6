package dev.b3lb.web.api;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.BbbError;
import dev.b3lb.bbb.ListedText;
import dev.b3lb.bbb.MeetingIdRule;
import dev.b3lb.bbb.NodeAnswer;
import dev.b3lb.bbb.NodeFailure;
import dev.b3lb.bbb.NodeReply;
import dev.b3lb.bbb.NodeRequest;
import dev.b3lb.bbb.QueryParameters;
import dev.b3lb.bbb.UserDataName;
import dev.b3lb.bbb.WireText;
import dev.b3lb.branding.Brand;
import dev.b3lb.configuration.Configurations;
import dev.b3lb.meeting.Joins;
import dev.b3lb.meeting.MeetingPlace;
import dev.b3lb.meeting.MeetingPlaces;
import dev.b3lb.node.NodeCalls;
import dev.b3lb.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** {@code join}: sends the browser to the meeting's node. It costs neither SQL nor a call to the node. */
@ApplicationScoped
public class JoinHandler implements CallHandler {

    /** The conference that somebody speaks in; dialling in to another one would be listening to strangers. */
    private static final String VOICE_CONFERENCE = "webVoiceConf";

    private final MeetingPlaces places;
    private final Joins joins;
    private final NodeCalls calls;
    private final Configurations configurations;
    private final Brand brand;
    private final Duration limit;
    private final boolean dialInAllowed;

    @Inject
    JoinHandler(
            MeetingPlaces places,
            Joins joins,
            NodeCalls calls,
            Configurations configurations,
            Brand brand,
            Settings settings) {
        this.places = places;
        this.joins = joins;
        this.calls = calls;
        this.configurations = configurations;
        this.brand = brand;
        this.limit = settings.get(Settings.NODE_REQUEST_TIMEOUT);
        this.dialInAllowed = settings.get(Settings.ALLOW_VOICE_BRIDGE);
    }

    @Override
    public Set<ApiCall> calls() {
        return Set.of(ApiCall.JOIN);
    }

    @Override
    public CompletionStage<ApiAnswer> handle(ApiRequest request) {
        Optional<BbbError> fault = MeetingIdRule.forQuestion(
                        request.parameters().first("meetingID"))
                .or(() -> ListedText.check(request.parameters()));
        if (fault.isPresent()) {
            return ApiAnswer.now(new ApiAnswer.Failed(fault.get()));
        }
        Optional<MeetingPlace> place = places.findWithRooms(request.account(), request.meetingId());
        if (place.isEmpty()) {
            return ApiAnswer.now(new ApiAnswer.Failed(BbbError.NOT_FOUND));
        }
        if (place.get().nodeIsDown()) {
            return ApiAnswer.now(new ApiAnswer.Failed(BbbError.SERVER_UNAVAILABLE));
        }
        QueryParameters ruled =
                configurations.current().rules(request.account().tenantId()).apply(ApiCall.JOIN, request.parameters());
        QueryParameters branded = brand.onJoin(request.account(), ruled);
        QueryParameters parameters =
                MeetingCallHandler.onNode(branded, place.get()).without(name -> spoilsLists(name) || isForbidden(name));
        return wantsXml(parameters) ? joinHere(place.get(), parameters) : sendOn(place.get(), parameters);
    }

    private CompletionStage<ApiAnswer> sendOn(MeetingPlace place, QueryParameters parameters) {
        count(place);
        return ApiAnswer.now(
                new ApiAnswer.Redirect(place.node().endpoint().signed(ApiCall.JOIN.wireName(), parameters)));
    }

    private void count(MeetingPlace place) {
        if (place.room().isEmpty()) {
            joins.count(place.meeting());
        } else {
            joins.countInRoom(place.meeting());
        }
    }

    /** BBB writes the names of userdata as elements into its lists; one that is no name would make them unreadable. */
    private static boolean spoilsLists(String parameter) {
        return parameter.startsWith(UserDataName.PARAMETER_PREFIX)
                && !WireText.isElementName(parameter.substring(UserDataName.PARAMETER_PREFIX.length()));
    }

    private boolean isForbidden(String parameter) {
        return !dialInAllowed && parameter.equals(VOICE_CONFERENCE);
    }

    /** Whether the caller is a program that reads the answer, and not a browser to be sent on. */
    static boolean wantsXml(QueryParameters parameters) {
        return parameters.first("redirect").filter("false"::equalsIgnoreCase).isPresent();
    }

    private CompletionStage<ApiAnswer> joinHere(MeetingPlace place, QueryParameters parameters) {
        return calls.call(place.node(), NodeRequest.of(ApiCall.JOIN, parameters), limit)
                .thenApply(reply -> {
                    if (reply instanceof NodeReply.Failed failed) {
                        return new ApiAnswer.Failed(without(failed.failure()));
                    }
                    NodeAnswer answer = ((NodeReply.Answered) reply).answer();
                    return NodeCalls.refusesOurSecret(answer)
                            ? new ApiAnswer.Failed(BbbError.SERVER_UNAVAILABLE)
                            : joined(place, answer);
                });
    }

    /** A node that answers is neither disabled nor offline, whatever else is wrong with it. */
    private static BbbError without(NodeFailure failure) {
        return switch (failure.kind()) {
            case STATUS ->
                BbbError.internalError("The server of this meeting answered with an error, not with a session.");
            case UNREADABLE, TOO_LARGE, FAILED ->
                BbbError.internalError("The server of this meeting gave an answer that cannot be read.");
            case NO_CONNECTION, TIMEOUT, CONNECTION_LOST, TLS, BUSY -> BbbError.SERVER_UNAVAILABLE;
        };
    }

    private ApiAnswer joined(MeetingPlace place, NodeAnswer answer) {
        if (answer.successful()) {
            count(place);
        }
        return ApiAnswer.Xml.of(answer);
    }
}
