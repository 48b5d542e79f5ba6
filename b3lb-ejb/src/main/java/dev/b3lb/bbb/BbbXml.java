package dev.b3lb.bbb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;

/** Answers in BBB's XML that the balancer gives by itself. Like BBB's, they have no XML declaration. */
public final class BbbXml {

    private static final String RESPONSE = "response";
    private static final String RETURN_CODE = "returncode";
    private static final String SUCCESS = "SUCCESS";
    private static final String PARENT_MEETING_ID = "parentMeetingID";

    private static final SessionEntries SESSIONS = new SessionEntries();

    private BbbXml() {}

    /** An error. */
    public static String failed(BbbError error) {
        return XmlOutput.render(out -> out.open(RESPONSE)
                .element(RETURN_CODE, "FAILED")
                .element("messageKey", error.messageKey())
                .element("message", error.message())
                .close());
    }

    /**
     * The answer of the API's root, with BBB's version hidden as BBB does by default.
     *
     * @param version of the API; clients compare it as a number, every BBB since 2.0 says 2.0
     */
    public static String root(String version) {
        return XmlOutput.render(out -> out.open(RESPONSE)
                .element(RETURN_CODE, SUCCESS)
                .element("version", version)
                .element("apiVersion", version)
                .element("bbbVersion", "")
                .close());
    }

    /** The answer to isMeetingRunning. */
    public static String running(boolean running) {
        return XmlOutput.render(out -> out.open(RESPONSE)
                .element(RETURN_CODE, SUCCESS)
                .element("running", running)
                .close());
    }

    /**
     * The answer to getMeetings, in parts that follow each other: lists may be large, and so they need not be joined.
     *
     * @param fragments ready {@code <meeting>} elements, taken over as they are
     */
    public static List<String> meetings(List<String> fragments) {
        if (fragments.stream().allMatch(String::isEmpty)) {
            return List.of(nothing("meetings", "noMeetings", "no meetings were found on this server"));
        }
        List<String> parts = new ArrayList<>(fragments.size() + 2);
        parts.add("<response><returncode>SUCCESS</returncode><meetings>");
        parts.addAll(fragments);
        parts.add("</meetings></response>");
        return parts;
    }

    /** The {@code <meeting>} element of getMeetings for a meeting that was just created and that nobody joined yet. */
    public static String meetingFragment(NewMeeting meeting) {
        return XmlOutput.render(out -> {
            out.open("meeting");
            writeIdentity(out, meeting);
            writeState(out, meeting);
            writeNobody(out, meeting);
            writeMetadata(out, meeting.metadata());
            writeBreakout(out, meeting);
            out.close();
        });
    }

    /**
     * The answer to getSessions: one entry for each person in each meeting.
     *
     * @param fragments ready {@code <meeting>} elements; what cannot be read of them is left out
     */
    public static String sessions(Stream<String> fragments) {
        List<SessionEntry> sessions = SESSIONS.in(fragments);
        if (sessions.isEmpty()) {
            return nothing("sessions", "noSessions", "no sessions were found on this server");
        }
        return XmlOutput.render(out -> {
            out.open(RESPONSE).element(RETURN_CODE, SUCCESS).open("sessions");
            for (SessionEntry session : sessions) {
                session.writeTo(out);
            }
            out.close().close();
        });
    }

    /** The answer to getRecordings when there are none. BBB gives an empty list as two tags here. */
    public static String noRecordings() {
        return "<response><returncode>SUCCESS</returncode><recordings></recordings>"
                + "<messageKey>noRecordings</messageKey>"
                + "<message>There are no recordings for the meeting(s).</message></response>";
    }

    private static String nothing(String list, String messageKey, String message) {
        return XmlOutput.render(out -> out.open(RESPONSE)
                .element(RETURN_CODE, SUCCESS)
                .element(list, "")
                .element("messageKey", messageKey)
                .element("message", message)
                .close());
    }

    private static void writeIdentity(XmlOutput out, NewMeeting meeting) throws XMLStreamException {
        out.element("meetingName", meeting.name())
                .element("meetingID", meeting.meetingId())
                .element("internalMeetingID", meeting.internalMeetingId())
                .element("createTime", meeting.createTime())
                .element("createDate", meeting.createDate())
                .element("voiceBridge", meeting.voiceBridge())
                .element("dialNumber", meeting.dialNumber());
        if (!meeting.attendeePassword().isEmpty()) {
            out.element("attendeePW", meeting.attendeePassword());
        }
        if (!meeting.moderatorPassword().isEmpty()) {
            out.element("moderatorPW", meeting.moderatorPassword());
        }
    }

    private static void writeState(XmlOutput out, NewMeeting meeting) throws XMLStreamException {
        out.element("running", false)
                .element("duration", meeting.durationMinutes())
                .element("hasUserJoined", false)
                .element("recording", meeting.recording())
                .element("hasBeenForciblyEnded", false)
                .element("startTime", meeting.createTime())
                .element("endTime", 0);
    }

    private static void writeNobody(XmlOutput out, NewMeeting meeting) throws XMLStreamException {
        out.element("participantCount", 0)
                .element("listenerCount", 0)
                .element("voiceParticipantCount", 0)
                .element("videoCount", 0)
                .element("maxUsers", meeting.maxUsers())
                .element("moderatorCount", 0)
                .element("attendees", "");
    }

    private static void writeMetadata(XmlOutput out, Map<String, String> metadata) throws XMLStreamException {
        Map<String, String> listed = new TreeMap<>(metadata);
        listed.keySet().removeIf(name -> !WireText.isElementName(name));
        if (listed.isEmpty()) {
            out.element("metadata", "");
            return;
        }
        out.open("metadata");
        for (Map.Entry<String, String> entry : listed.entrySet()) {
            out.element(entry.getKey(), entry.getValue());
        }
        out.close();
    }

    private static void writeBreakout(XmlOutput out, NewMeeting meeting) throws XMLStreamException {
        out.element("isBreakout", meeting.breakout().isPresent());
        if (meeting.breakout().isPresent()) {
            NewMeeting.Breakout breakout = meeting.breakout().get();
            out.element(PARENT_MEETING_ID, breakout.parentInternalMeetingId())
                    .element("sequence", breakout.sequence())
                    .element("freeJoin", breakout.freeJoin());
        }
    }
}
