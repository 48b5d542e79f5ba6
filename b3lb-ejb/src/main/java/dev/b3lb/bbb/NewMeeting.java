package dev.b3lb.bbb;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known of a meeting right after its create, before any poll listed it. Nobody has joined it yet.
 *
 * @param name as the client sent it
 * @param meetingId the external id
 * @param internalMeetingId as the node answered it
 * @param createTime in ms since 1970, as the node answered it
 * @param createDate the same as the node's text
 * @param voiceBridge as the node answered it, may be empty
 * @param dialNumber as the node answered it, may be empty
 * @param attendeePassword empty when the node told none
 * @param moderatorPassword empty when the node told none
 * @param durationMinutes 0 is unlimited
 * @param recording whether the meeting may be recorded
 * @param maxUsers 0 is unlimited
 * @param metadata names without {@code meta_}; without anything that belongs to the balancer
 * @param breakout set for a breakout room
 */
public record NewMeeting(
        String name,
        String meetingId,
        String internalMeetingId,
        long createTime,
        String createDate,
        String voiceBridge,
        String dialNumber,
        String attendeePassword,
        String moderatorPassword,
        long durationMinutes,
        boolean recording,
        long maxUsers,
        Map<String, String> metadata,
        Optional<Breakout> breakout) {

    public NewMeeting {
        metadata = Map.copyOf(metadata);
    }

    /**
     * Where a breakout room belongs.
     *
     * @param parentInternalMeetingId of the main room
     * @param sequence the room's number
     * @param freeJoin whether people choose their room
     */
    public record Breakout(String parentInternalMeetingId, long sequence, boolean freeJoin) {}

    /**
     * Puts together what the node answered to the create and what the client asked for.
     *
     * @param answer the node's SUCCESS answer
     * @param asked the client's parameters; {@code meta_*} among them are listed, so the balancer's own must be out
     */
    public static NewMeeting of(NodeAnswer answer, QueryParameters asked) {
        return new NewMeeting(
                asked.first("name").orElse(""),
                IdFromNode.of(
                        answer.text("meetingID").orElse(asked.first("meetingID").orElse(""))),
                IdFromNode.of(answer.text("internalMeetingID").orElse("")),
                Numbers.lenient(answer.text("createTime").orElse("")),
                answer.text("createDate").orElse(""),
                IdFromNode.of(answer.text("voiceBridge").orElse("")),
                answer.text("dialNumber").orElse(""),
                answer.text("attendeePW").orElse(""),
                answer.text("moderatorPW").orElse(""),
                Numbers.lenient(answer.text("duration").orElse("")),
                asked.first("record").filter(NewMeeting::isTrue).isPresent(),
                Numbers.lenient(asked.first("maxParticipants").orElse("")),
                metadataOf(asked),
                breakoutOf(answer, asked));
    }

    private static Map<String, String> metadataOf(QueryParameters asked) {
        Map<String, String> metadata = new TreeMap<>();
        for (QueryParameters.Parameter parameter : asked.all()) {
            MetadataName.ofParameter(parameter.name())
                    .ifPresent(name -> metadata.putIfAbsent(name, WireText.sanitized(parameter.value())));
        }
        return metadata;
    }

    private static Optional<Breakout> breakoutOf(NodeAnswer answer, QueryParameters asked) {
        return asked.first("isBreakout")
                .map(WireText::sanitized)
                .filter("true"::equalsIgnoreCase) // nothing else means yes to BBB here
                .map(yes -> new Breakout(
                        answer.text("parentMeetingID").orElse(""),
                        Numbers.lenient(asked.first("sequence").orElse("")),
                        asked.first("freeJoin").filter(NewMeeting::isTrue).isPresent()));
    }

    private static boolean isTrue(String value) {
        return value.equalsIgnoreCase("true") || value.equals("1");
    }

    /** Without passwords. */
    @Override
    public String toString() {
        return "NewMeeting[" + meetingId + ", " + internalMeetingId + "]";
    }
}
