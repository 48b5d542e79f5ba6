package dev.b3lb.fakenode;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** A meeting's elements, in BBB's order. */
final class MeetingXml {

    /** As Java's Date writes itself, which is what BBB prints. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE MMM dd HH:mm:ss zzz yyyy", Locale.ROOT)
            .withZone(ZoneId.of("UTC"));

    private static final String DIAL_NUMBER = "613-555-1234";

    private MeetingXml() {}

    /** What create tells. */
    static FakeXml created(FakeXml xml, FakeMeeting meeting) {
        return xml.text("meetingID", meeting.externalId())
                .text("internalMeetingID", meeting.internalId())
                .text(
                        "parentMeetingID",
                        meeting.parent().map(FakeMeeting::internalId).orElse("bbb-none"))
                .text("attendeePW", meeting.attendeePassword())
                .text("moderatorPW", meeting.moderatorPassword())
                .text("createTime", meeting.createTime())
                .text("voiceBridge", meeting.voiceBridge())
                .text("dialNumber", dialNumber(meeting))
                .text("createDate", createDate(meeting))
                .text("hasUserJoined", meeting.hasUserJoined())
                .text("duration", meeting.createParameters().number("duration", 0))
                .text("hasBeenForciblyEnded", meeting.isEnded());
    }

    /** What getMeetingInfo and getMeetings tell. */
    static FakeXml listed(FakeXml xml, FakeMeeting meeting) {
        List<Attendee> attendees = meeting.attendees();
        xml.text("meetingName", meeting.name())
                .text("meetingID", meeting.externalId())
                .text("internalMeetingID", meeting.internalId())
                .text("createTime", meeting.createTime())
                .text("createDate", createDate(meeting))
                .text("voiceBridge", meeting.voiceBridge())
                .text("dialNumber", dialNumber(meeting))
                .text("attendeePW", meeting.attendeePassword())
                .text("moderatorPW", meeting.moderatorPassword())
                .text("running", !attendees.isEmpty())
                .text("duration", meeting.createParameters().number("duration", 0))
                .text("hasUserJoined", meeting.hasUserJoined())
                .text("recording", meeting.createParameters().isOn("record"))
                .text("hasBeenForciblyEnded", meeting.isEnded())
                .text("startTime", meeting.createTime())
                .text("endTime", 0);
        counts(xml, meeting, attendees);
        people(xml, attendees);
        xml.map("metadata", meeting.metadata());
        breakout(xml, meeting);
        return xml;
    }

    private static void counts(FakeXml xml, FakeMeeting meeting, List<Attendee> attendees) {
        xml.text("participantCount", attendees.size())
                .text("listenerCount", count(attendees, Attendee::listeningOnly))
                .text("voiceParticipantCount", count(attendees, Attendee::joinedVoice))
                .text("videoCount", count(attendees, Attendee::hasVideo))
                .text("maxUsers", meeting.createParameters().number("maxParticipants", 0))
                .text("moderatorCount", count(attendees, Attendee::moderator));
    }

    private static long count(List<Attendee> attendees, Predicate<Attendee> which) {
        return attendees.stream().filter(which).count();
    }

    private static void people(FakeXml xml, List<Attendee> attendees) {
        xml.open("attendees");
        for (Attendee attendee : attendees) {
            xml.open("attendee")
                    .text("userID", attendee.userId())
                    .text("fullName", attendee.fullName())
                    .text("role", attendee.role())
                    .text("isPresenter", attendee.presenter())
                    .text("isListeningOnly", attendee.listeningOnly())
                    .text("hasJoinedVoice", attendee.joinedVoice())
                    .text("hasVideo", attendee.hasVideo())
                    .text("clientType", "HTML5")
                    .map("customdata", attendee.customData())
                    .close();
        }
        xml.close();
    }

    private static void breakout(FakeXml xml, FakeMeeting meeting) {
        xml.text("isBreakout", meeting.parent().isPresent());
        meeting.plan().parent().ifPresent(parent -> xml.text(
                        "parentMeetingID", parent.meeting().internalId())
                .text("sequence", parent.sequence())
                .text("freeJoin", parent.freeJoin()));
        List<String> rooms = meeting.breakouts();
        if (!rooms.isEmpty()) {
            xml.open("breakoutRooms");
            rooms.forEach(room -> xml.text("breakout", room));
            xml.close();
        }
    }

    private static String dialNumber(FakeMeeting meeting) {
        return meeting.createParameters().text("dialNumber").orElse(DIAL_NUMBER);
    }

    private static String createDate(FakeMeeting meeting) {
        return DATE.format(Instant.ofEpochMilli(meeting.createTime()));
    }
}
