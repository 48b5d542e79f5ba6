package dev.b3lb.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.meeting.MeetingListings.Listing;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GetSessionsHandlerTest extends HandlerFixture {

    private final GetSessionsHandler handler = new GetSessionsHandler(listAnswers());

    @Test
    void everybody_in_the_meetings_of_the_account_is_told_from_memory() {
        UUID meeting = world.meetings().find(acme, "room").orElseThrow().id();
        world.listings()
                .put(List.of(new Listing(
                        meeting,
                        "<meeting><meetingName>Room</meetingName><internalMeetingID>0123-17</internalMeetingID>"
                                + "<attendees><attendee><fullName>Eve</fullName></attendee></attendees></meeting>")));

        assertThat(sessions())
                .isEqualTo("<response><returncode>SUCCESS</returncode><sessions><meeting>"
                        + "<meetingID>0123-17</meetingID><meetingName>Room</meetingName><userName>Eve</userName>"
                        + "</meeting></sessions></response>");
        assertThat(calls.asked()).isEmpty();
    }

    @Test
    void nobody_is_told_as_bbb_does() {
        assertThat(sessions())
                .isEqualTo("<response><returncode>SUCCESS</returncode><sessions/>"
                        + "<messageKey>noSessions</messageKey>"
                        + "<message>no sessions were found on this server</message></response>");
    }

    private String sessions() {
        return xml(now(handler.handle(request(ApiCall.GET_SESSIONS, ""))));
    }
}
