package dev.b3lb.web.api;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.BbbXml;
import dev.b3lb.meeting.MeetingListings;
import dev.b3lb.meeting.Meetings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** {@code getMeetings}: answered from memory, never by asking nodes. */
@ApplicationScoped
public class GetMeetingsHandler implements CallHandler {

    private final Meetings meetings;
    private final MeetingListings listings;

    @Inject
    GetMeetingsHandler(Meetings meetings, MeetingListings listings) {
        this.meetings = meetings;
        this.listings = listings;
    }

    @Override
    public Set<ApiCall> calls() {
        return Set.of(ApiCall.GET_MEETINGS);
    }

    @Override
    public CompletionStage<ApiAnswer> handle(ApiRequest request) {
        return ApiAnswer.now(
                new ApiAnswer.Xml(BbbXml.meetings(listings.of(meetings.visibleTo(request.account())).stream())));
    }
}
