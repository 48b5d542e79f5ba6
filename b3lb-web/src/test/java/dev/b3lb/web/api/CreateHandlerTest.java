package dev.b3lb.web.api;

import dev.b3lb.bbb.ApiCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateHandlerTest extends HandlerFixture {

    private final CreateHandler handler = new CreateHandler(null, configurations, settings);

    @Test
    void metadata_that_would_fill_the_lists_of_its_node_are_refused() {
        String query = "name=Room&meetingID=room&meta_a=" + "x".repeat(64 << 10);
        assertFailed(now(handler.handle(request(ApiCall.CREATE, query))), "validationError");
    }

    @ParameterizedTest
    @CsvSource({
        "'', nullError",
        "name=&meetingID=room, emptyError",
        "name=x&meetingID=room, sizeError",
        "name=Room, validationError",
        "name=Room&meetingID=, missingParamMeetingID",
        "name=Room&meetingID=x, sizeError",
        "'name=Room&meetingID=a,b', validationError",
        "name=Room&meetingID=ab%00, validationError",
        "name=Room&meetingID=room&record=perhaps, validationError",
    })
    void what_bbb_would_refuse_is_refused_before_anything_is_placed(String query, String messageKey) {
        assertFailed(now(handler.handle(request(ApiCall.CREATE, query))), messageKey);
    }
}
