package dev.b3lb.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.bbb.ApiCall;
import org.junit.jupiter.api.Test;

class GetMeetingsHandlerTest extends HandlerFixture {

    private final GetMeetingsHandler handler = new GetMeetingsHandler(listAnswers());

    @Test
    void meetings_are_told_from_memory() {
        assertThat(xml(now(handler.handle(request(ApiCall.GET_MEETINGS, "")))))
                .contains("<meetings><meeting>room</meeting></meetings>");
        assertThat(calls.asked()).isEmpty();
    }

    @Test
    void no_meetings_are_told_as_bbb_does() {
        world.ended().ended(world.meetings().find(acme, "room").orElseThrow(), "it is enough");
        assertThat(xml(now(handler.handle(request(ApiCall.GET_MEETINGS, "")))))
                .contains("<messageKey>noMeetings</messageKey>");
    }
}
