package dev.b3lb.meeting;

import dev.b3lb.bbb.BbbError;
import dev.b3lb.bbb.QueryParameters;
import dev.b3lb.bbb.WireText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Creates of breakout rooms: a room is made where its main meeting is, which has to be the client's own. */
@ApplicationScoped
public class BreakoutRooms {

    private static final String IS_BREAKOUT = "isBreakout";
    private static final String PARENT = "parentMeetingID";

    private final MeetingPlaces places;

    @Inject
    BreakoutRooms(MeetingPlaces places) {
        this.places = places;
    }

    /** What becomes of a create. */
    sealed interface Outcome {}

    /**
     * It goes on.
     *
     * @param request of a breakout room with its main meeting; of any other meeting without a word of one
     */
    record Ready(CreateRequest request) implements Outcome {}

    /**
     * There is no main meeting to make the room in.
     *
     * @param error what the client is told
     */
    record Refused(BbbError error) implements Outcome {}

    /**
     * Finds the main meeting of a breakout room.
     *
     * @throws RuntimeException when it is not in memory and the database cannot be asked
     */
    Outcome prepare(CreateRequest request) {
        QueryParameters asked = request.parameters();
        if (!isBreakout(asked)) {
            return new Ready(request.with(asked.without(PARENT::equals)));
        }
        String parentId = WireText.sanitized(asked.first(PARENT).orElse(""));
        if (parentId.isEmpty()) {
            return new Refused(BbbError.PARENT_MEETING_ID_MISSING);
        }
        Optional<MeetingPlace> parent = places.find(request.account(), parentId);
        if (parent.isEmpty()) {
            return new Refused(BbbError.PARENT_MEETING_UNKNOWN);
        }
        return parent.get().nodeIsDown()
                ? new Refused(BbbError.SERVER_UNAVAILABLE)
                : new Ready(inside(parent.get().meeting(), request));
    }

    /** Some BBB know the main meeting of a room by their own id alone. */
    private static CreateRequest inside(PlacedMeeting parent, CreateRequest request) {
        String internalId = parent.internalMeetingId().orElseThrow();
        return request.with(request.parameters().with(PARENT, internalId)).inRoomOf(parent);
    }

    /** As BBB reads it: everything but the word is no. */
    private static boolean isBreakout(QueryParameters asked) {
        return asked.first(IS_BREAKOUT)
                .map(WireText::sanitized)
                .filter("true"::equalsIgnoreCase)
                .isPresent();
    }
}
