package dev.b3lb.web.api;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.BbbXml;
import dev.b3lb.meeting.MeetingListings;
import dev.b3lb.meeting.Meetings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** {@code getSessions}: who is in the meetings that getMeetings shows; answered from memory, never by asking nodes. */
@ApplicationScoped
public class GetSessionsHandler implements CallHandler {

    private final Meetings meetings;
    private final MeetingListings listings;

    @Inject
    GetSessionsHandler(Meetings meetings, MeetingListings listings) {
        this.meetings = meetings;
        this.listings = listings;
    }

    @Override
    public Set<ApiCall> calls() {
        return Set.of(ApiCall.GET_SESSIONS);
    }

    @Override
    public CompletionStage<ApiAnswer> handle(ApiRequest request) {
        return ApiAnswer.now(
                new ApiAnswer.Xml(BbbXml.sessions(listings.of(meetings.visibleTo(request.account())).stream())));
    }
}
