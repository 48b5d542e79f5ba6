package dev.b3lb.bbb;

/** Answers of nodes in the shapes of the documentation of the BBB API 1.3. */
final class Fixtures {

    static final String MARKER = "7b3a8e6e-0f0c-4c1e-9f44-3a53b1c0a001";

    static final String MEETING = """
            <meeting>
              <meetingName>Biology &amp; &quot;Chemistry&quot; 😀 &lt;3</meetingName>
              <meetingID>class-1</meetingID>
              <internalMeetingID>183f0bf3a0982a127bdb8161e0c44eb696b3e75c-1531240585189</internalMeetingID>
              <createTime>1531240585189</createTime>
              <createDate>Tue Jul 10 16:36:25 UTC 2018</createDate>
              <voiceBridge>70066</voiceBridge>
              <dialNumber>613-555-1234</dialNumber>
              <attendeePW>ap</attendeePW>
              <moderatorPW>mp</moderatorPW>
              <running>true</running>
              <duration>0</duration>
              <hasUserJoined>true</hasUserJoined>
              <recording>false</recording>
              <hasBeenForciblyEnded>false</hasBeenForciblyEnded>
              <startTime>1531240585239</startTime>
              <endTime>0</endTime>
              <participantCount>3</participantCount>
              <listenerCount>1</listenerCount>
              <voiceParticipantCount>2</voiceParticipantCount>
              <videoCount>1</videoCount>
              <maxUsers>20</maxUsers>
              <moderatorCount>1</moderatorCount>
              <attendees>
                <attendee>
                  <userID>w_2wzzszfaptsp</userID>
                  <fullName>Jörg &amp; Co</fullName>
                  <role>VIEWER</role>
                  <isPresenter>false</isPresenter>
                  <customdata><b3lb-id>not metadata</b3lb-id><bbb_color>a&lt;b</bbb_color></customdata>
                </attendee>
              </attendees>
              <metadata>
                <b3lb-id>7b3a8e6e-0f0c-4c1e-9f44-3a53b1c0a001</b3lb-id>
                <bbb-origin>Moodle</bbb-origin>
                <bbb-origin-server-name>moodle.example.org</bbb-origin-server-name>
                <note><![CDATA[1 < 2 & 3]]></note>
                <empty></empty>
              </metadata>
              <isBreakout>false</isBreakout>
            </meeting>
            """;

    static final String BREAKOUT = """
            <meeting><meetingName>Room 2</meetingName><meetingID>8f0c-1531240600000</meetingID>\
            <internalMeetingID>a1b2-1531240600001</internalMeetingID><participantCount>2</participantCount>\
            <attendees/><metadata></metadata><isBreakout>true</isBreakout>\
            <parentMeetingID>183f0bf3a0982a127bdb8161e0c44eb696b3e75c-1531240585189</parentMeetingID>\
            <sequence>2</sequence><freeJoin>false</freeJoin></meeting>""";

    static final String NO_MEETINGS = """
            <response>
              <returncode>SUCCESS</returncode>
              <meetings/>
              <messageKey>noMeetings</messageKey>
              <message>no meetings were found on this server</message>
            </response>
            """;

    static final String ERRORS = """
            <response><returncode>FAILED</returncode><errors><error><key>nonUniqueVoiceBridge</key>\
            <message>The selected voice bridge is already in use.</message></error></errors></response>""";

    private Fixtures() {}

    static String meetings(String... meetings) {
        return "<response><returncode>SUCCESS</returncode><meetings>" + String.join("\n", meetings)
                + "</meetings></response>";
    }
}
