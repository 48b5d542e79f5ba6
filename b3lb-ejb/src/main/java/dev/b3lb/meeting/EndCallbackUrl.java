package dev.b3lb.meeting;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The address that a client is told the end of its meeting at, as BBB builds it. */
final class EndCallbackUrl {

    private EndCallbackUrl() {}

    /**
     * Adds what BBB adds. All else stays as the client wrote it.
     *
     * @param url the client's own {@code meta_endCallbackUrl}
     * @param recordingMarks whether somebody pressed the record button
     * @param meetingId the client's own id of the meeting
     */
    static String of(String url, boolean recordingMarks, String meetingId) {
        int hash = url.indexOf('#');
        String called = hash < 0 ? url : url.substring(0, hash);
        String fragment = hash < 0 ? "" : url.substring(hash);
        return called + separator(called) + "recordingmarks=" + recordingMarks + "&meetingID=" + encode(meetingId)
                + fragment;
    }

    private static String separator(String url) {
        if (!url.contains("?")) {
            return "?";
        }
        return url.endsWith("?") || url.endsWith("&") ? "" : "&";
    }

    /** With a space as %20, which every receiver reads. */
    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
