package dev.b3lb.it;

import dev.b3lb.testbed.BbbClient;
import dev.b3lb.testbed.HttpAnswer;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A call of the API that says all it has to about one meeting or recording, as its owner would make it.
 *
 * @param name the call
 * @param query the raw query with {@code *} for the id
 * @param body what is posted, if anything is
 */
record SampleCall(String name, String query, Optional<Body> body) {

    /**
     * A body.
     *
     * @param type its media type
     * @param text what is in it
     */
    record Body(String type, String text) {}

    private static final Body SLIDES = new Body(
            "application/xml",
            "<modules><module name=\"presentation\"><document name=\"x.txt\">aGVsbG8=</document></module></modules>");
    private static final Body TRACK = new Body(
            "multipart/form-data; boundary=cut",
            "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.vtt\"\r\n\r\nWEBVTT\r\n--cut--\r\n");

    /** Every call that names a meeting or a recording, in every form that matters; getMeetings and getSessions don't. */
    static List<SampleCall> all() {
        List<SampleCall> calls = new ArrayList<>(List.of(
                get("join", "meetingID=*&fullName=Eve&role=MODERATOR"),
                get("join", "meetingID=*&fullName=Eve&role=MODERATOR&redirect=false"),
                get("join", "meetingID=*&fullName=Eve&password=secret-mp"),
                get("isMeetingRunning", "meetingID=*"),
                get("end", "meetingID=*"),
                get("end", "meetingID=*&password=secret-mp"),
                get("getMeetingInfo", "meetingID=*"),
                post("insertDocument", "meetingID=*", SLIDES),
                get("sendChatMessage", "meetingID=*&message=Hello&userName=Eve"),
                get("create", "meetingID=room-in-room&name=Room&isBreakout=true&sequence=1&parentMeetingID=*")));
        calls.addAll(List.of(
                get("getRecordings", "meetingID=*"),
                get("getRecordings", "recordID=*&state=any"),
                get("publishRecordings", "recordID=*&publish=false"),
                get("deleteRecordings", "recordID=*"),
                get("updateRecordings", "recordID=*&meta_name=Eve"),
                get("getRecordingTextTracks", "recordID=*"),
                post("putRecordingTextTrack", "recordID=*&kind=subtitles&lang=en&label=English", TRACK)));
        return calls;
    }

    private static SampleCall get(String name, String query) {
        return new SampleCall(name, query, Optional.empty());
    }

    private static SampleCall post(String name, String query, Body body) {
        return new SampleCall(name, query, Optional.of(body));
    }

    /** Makes the call about an id. */
    HttpAnswer by(BbbClient client, String id) throws IOException {
        String about = query.replace("*", URLEncoder.encode(id, StandardCharsets.UTF_8));
        return body.isPresent()
                ? client.post(name, about, body.get().type(), body.get().text())
                : client.send("GET", name, about);
    }

    @Override
    public String toString() {
        return name + "?" + query;
    }
}
