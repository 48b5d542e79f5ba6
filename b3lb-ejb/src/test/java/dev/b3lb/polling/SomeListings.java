package dev.b3lb.polling;

import dev.b3lb.bbb.ListedMeeting;
import dev.b3lb.bbb.MeetingText;
import java.util.Optional;
import java.util.UUID;

/** Meetings as a node lists them. */
final class SomeListings {

    private SomeListings() {}

    static ListedMeeting meeting(String internalId, long createTime, UUID marker) {
        return listed(internalId, createTime, Optional.empty(), marker);
    }

    static ListedMeeting room(String internalId, long createTime, String parent, UUID marker) {
        return listed(internalId, createTime, Optional.of(parent), marker);
    }

    private static ListedMeeting listed(String internalId, long createTime, Optional<String> parent, UUID marker) {
        return new ListedMeeting(
                "id",
                internalId,
                "name",
                createTime,
                "70066",
                0,
                0,
                0,
                0,
                0,
                parent.isPresent(),
                internalId.startsWith("ended"),
                parent,
                Optional.ofNullable(marker),
                "",
                "",
                new MeetingText("<meeting>" + internalId + "<metadata><x>1</x>", "</metadata></meeting>"));
    }
}
