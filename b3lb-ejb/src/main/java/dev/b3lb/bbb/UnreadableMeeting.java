package dev.b3lb.bbb;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A piece of a node's list that is no well-formed {@code <meeting>} element. What looks like its facts is good enough to
 * let what is known of the meeting stand, and for nothing else.
 *
 * @param internalIds ids of the node's own that stand in it; more than one when several meetings cannot be told apart
 * @param markers metadata {@code b3lb-id} that stand in it
 * @param parents ids of main rooms that stand in it, if it is a breakout room
 * @param meetingId the first meetingID in it, for the operator; empty when there is none
 * @param attendees everybody who seems to be in it; 0 for a breakout room, whose people are in its main room too
 */
public record UnreadableMeeting(
        Set<String> internalIds, Set<UUID> markers, Set<String> parents, String meetingId, int attendees) {

    private static final int MOST_PEOPLE = 1_000_000;
    private static final int LONGEST_ID = 100;
    private static final Pattern INTERNAL_ID = element("internalMeetingID", "[^<>&]{1,300}");
    private static final Pattern MARKER =
            element(MetadataName.MARKER, "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern PARENT = element("parentMeetingID", "[^<>&]{1,300}");
    private static final Pattern MEETING_ID = element("meetingID", "[^<>]{1,1000}");
    private static final Pattern PARTICIPANTS = element("participantCount", "[0-9.,]{1,12}");
    private static final Pattern BREAKOUT = element("isBreakout", "true");

    public UnreadableMeeting {
        internalIds = Set.copyOf(internalIds);
        markers = Set.copyOf(markers);
        parents = Set.copyOf(parents);
    }

    /** Looks for facts in what was found between the beginning and the end of a meeting. */
    static UnreadableMeeting in(byte[] utf8) {
        String text = new String(utf8, StandardCharsets.UTF_8);
        return new UnreadableMeeting(
                all(INTERNAL_ID, text),
                all(MARKER, text).stream().map(UUID::fromString).collect(Collectors.toSet()),
                all(PARENT, text),
                first(MEETING_ID, text).orElse(""),
                first(BREAKOUT, text).isPresent()
                        ? 0
                        : first(PARTICIPANTS, text)
                                .map(count -> Numbers.count(count, MOST_PEOPLE))
                                .orElse(0));
    }

    private static Pattern element(String name, String content) {
        return Pattern.compile("<" + name + ">\\s*(" + content + ")\\s*</" + name + ">");
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1).strip())
                .collect(Collectors.toSet());
    }

    private static Optional<String> first(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst().map(found -> found.group(1)
                .strip());
    }

    /** Whether nothing in it tells which meeting it is, so that it may be any on its node. */
    public boolean nameless() {
        return internalIds.isEmpty() && markers.isEmpty();
    }

    /** Its ids, shortened, for operators. */
    public String words() {
        String internal = internalIds.stream().sorted().findFirst().orElse("of no known id");
        return shortened(internal) + (meetingId.isEmpty() ? "" : " (" + shortened(meetingId) + ")");
    }

    private static String shortened(String id) {
        String printable = id.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= LONGEST_ID ? printable : printable.substring(0, LONGEST_ID) + "…";
    }

    /** Ids only. */
    @Override
    public String toString() {
        return "UnreadableMeeting[" + words() + "]";
    }
}
