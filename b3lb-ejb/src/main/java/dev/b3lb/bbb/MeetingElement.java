package dev.b3lb.bbb;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Takes the facts out of one {@code <meeting>} element of getMeetings. */
final class MeetingElement {

    /** More people or cameras than this in one meeting are a mistake of the node. */
    private static final int MOST_PEOPLE = 1_000_000;

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private final Predicate<String> hiddenMetadata;

    MeetingElement(Predicate<String> hiddenMetadata) {
        this.hiddenMetadata = hiddenMetadata;
    }

    ListedMeeting read(XmlElement meeting) {
        boolean breakout = text(meeting, "isBreakout").toLowerCase(Locale.ROOT).equals("true");
        return new ListedMeeting(
                id(meeting, "meetingID"),
                id(meeting, "internalMeetingID"),
                text(meeting, "meetingName"),
                Numbers.lenient(text(meeting, "createTime")),
                id(meeting, "voiceBridge"),
                count(meeting, "participantCount"),
                count(meeting, "listenerCount"),
                count(meeting, "voiceParticipantCount"),
                count(meeting, "videoCount"),
                count(meeting, "moderatorCount"),
                breakout,
                isOver(meeting),
                Optional.of(id(meeting, "parentMeetingID")).filter(id -> breakout && !id.isEmpty()),
                marker(meeting),
                OriginText.of(metadata(meeting, MetadataName.ORIGIN)),
                OriginText.of(metadata(meeting, MetadataName.ORIGIN_SERVER_NAME)),
                MeetingText.of(meeting.withoutMetadata(hiddenMetadata)));
    }

    /**
     * Whether the meeting was made only to check its node and has nothing to do with anybody. Whoever knows the node's
     * secret can set that mark, so a meeting in which people are is one all the same.
     */
    static boolean isOfACheck(XmlElement meeting) {
        return !metadata(meeting, MetadataName.CHECK).isEmpty() && count(meeting, "participantCount") == 0;
    }

    private static boolean isOver(XmlElement meeting) {
        return text(meeting, "hasBeenForciblyEnded").equals("true") || Numbers.lenient(text(meeting, "endTime")) > 0;
    }

    private static Optional<UUID> marker(XmlElement meeting) {
        return Optional.of(metadata(meeting, MetadataName.MARKER))
                .filter(text -> UUID_TEXT.matcher(text).matches())
                .map(UUID::fromString);
    }

    private static String metadata(XmlElement meeting, String name) {
        return meeting.child("metadata").map(metadata -> text(metadata, name)).orElse("");
    }

    private static int count(XmlElement meeting, String name) {
        return Numbers.count(text(meeting, name), MOST_PEOPLE);
    }

    private static String id(XmlElement meeting, String name) {
        return IdFromNode.of(text(meeting, name));
    }

    private static String text(XmlElement parent, String name) {
        return parent.childText(name).map(String::strip).orElse("");
    }
}
