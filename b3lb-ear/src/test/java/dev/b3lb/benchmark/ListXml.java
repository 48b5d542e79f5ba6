package dev.b3lb.benchmark;

/** A node's list of meetings, as BBB 3 writes it. */
final class ListXml {

    private static final int PARTS = 10;
    private static final int CHANGING_PARTS = 3;

    private ListXml() {}

    /** @param poll the number of the poll, which tells who has come or gone since the one before */
    static String of(PoolSize size, int node, int poll) {
        StringBuilder xml = new StringBuilder(size.meetings() * size.attendees() * 500);
        xml.append("<response><returncode>SUCCESS</returncode><meetings>");
        for (int meeting = 0; meeting < size.meetings(); meeting++) {
            meeting(xml, size, node, meeting, size.attendees() + away(node, meeting, poll));
        }
        return xml.append("</meetings></response>").toString();
    }

    /** In three of ten polls somebody comes or goes. */
    private static int away(int node, int meeting, int poll) {
        int shifted = poll + node + meeting * CHANGING_PARTS;
        int changes = shifted / PARTS * CHANGING_PARTS + Math.min(CHANGING_PARTS, shifted % PARTS);
        return changes % 2;
    }

    private static void meeting(StringBuilder xml, PoolSize size, int node, int meeting, int attendees) {
        String internalId = size.internalId(node, meeting);
        xml.append("<meeting><meetingName>Seminar ")
                .append(meeting)
                .append(" of group &amp; tutor ")
                .append(node);
        xml.append("</meetingName><meetingID>").append(size.meetingId(node, meeting));
        xml.append("</meetingID><internalMeetingID>").append(internalId);
        xml.append("</internalMeetingID><createTime>1700000000000</createTime>");
        xml.append("<createDate>Tue Nov 14 22:13:20 UTC 2023</createDate><voiceBridge>")
                .append(70_000 + meeting);
        xml.append("</voiceBridge><dialNumber>613-555-1234</dialNumber><attendeePW>ap</attendeePW>");
        xml.append("<moderatorPW>mp</moderatorPW><running>true</running><duration>0</duration>");
        xml.append("<hasUserJoined>true</hasUserJoined><recording>false</recording>");
        xml.append("<hasBeenForciblyEnded>false</hasBeenForciblyEnded><startTime>1700000000017</startTime>");
        xml.append("<endTime>0</endTime><participantCount>").append(attendees);
        xml.append("</participantCount><listenerCount>").append(attendees / 2);
        xml.append("</listenerCount><voiceParticipantCount>").append(attendees / 4);
        xml.append("</voiceParticipantCount><videoCount>3</videoCount><maxUsers>0</maxUsers>");
        xml.append("<moderatorCount>1</moderatorCount><attendees>");
        for (int attendee = 0; attendee < attendees; attendee++) {
            attendee(xml, node, meeting, attendee);
        }
        xml.append("</attendees><metadata><b3lb-id>").append(size.marker(node, meeting));
        xml.append("</b3lb-id><bbb-origin>Moodle</bbb-origin><bbb-origin-server-name>moodle.example.org");
        xml.append("</bbb-origin-server-name><bbb-context>Seminar</bbb-context><endcallbackurl>");
        xml.append("https://b3lb.example.org/b3lb/b/meeting/end?nonce=0123456789</endcallbackurl>");
        xml.append("</metadata><isBreakout>false</isBreakout></meeting>");
    }

    private static void attendee(StringBuilder xml, int node, int meeting, int attendee) {
        xml.append("<attendee><userID>w_").append(Integer.toString(node * 31 + meeting * 7 + attendee, 36));
        xml.append("</userID><fullName>Person ").append(attendee).append(" M\u00fcller</fullName><role>");
        xml.append(attendee == 0 ? "MODERATOR" : "VIEWER")
                .append("</role><isPresenter>")
                .append(attendee == 0);
        xml.append("</isPresenter><isListeningOnly>").append(attendee % 2 == 0);
        xml.append("</isListeningOnly><hasJoinedVoice>").append(attendee % 4 == 1);
        xml.append("</hasJoinedVoice><hasVideo>").append(attendee < 3);
        xml.append("</hasVideo><clientType>HTML5</clientType><customdata></customdata></attendee>");
    }
}
