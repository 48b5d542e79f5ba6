package dev.b3lb.bbb;

import javax.xml.stream.XMLStreamException;

/**
 * A person in a meeting, as getSessions tells it.
 *
 * @param internalMeetingId the node's id of the meeting
 * @param meetingName may be empty
 * @param userName may be empty
 */
record SessionEntry(String internalMeetingId, String meetingName, String userName) {

    void writeTo(XmlOutput out) throws XMLStreamException {
        out.open("meeting")
                .element("meetingID", internalMeetingId)
                .element("meetingName", meetingName)
                .element("userName", userName)
                .close();
    }
}
