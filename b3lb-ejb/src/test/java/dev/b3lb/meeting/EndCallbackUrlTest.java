package dev.b3lb.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndCallbackUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://a.example/end, https://a.example/end?recordingmarks=true&meetingID=room",
        "https://a.example, https://a.example?recordingmarks=true&meetingID=room",
        "https://a.example/end?x=1, https://a.example/end?x=1&recordingmarks=true&meetingID=room",
        "https://a.example/end?, https://a.example/end?recordingmarks=true&meetingID=room",
        "https://a.example/end?x&, https://a.example/end?x&recordingmarks=true&meetingID=room",
        "https://a.example/end#top, https://a.example/end?recordingmarks=true&meetingID=room#top",
        "https://a.example/end?x=%2f+#top?, https://a.example/end?x=%2f+&recordingmarks=true&meetingID=room#top?",
        "https://a.example/?meetingID=own, https://a.example/?meetingID=own&recordingmarks=true&meetingID=room",
    })
    void adds_two_parameters_and_changes_nothing_else(String url, String called) {
        assertThat(EndCallbackUrl.of(url, true, "room")).isEqualTo(called);
    }

    @ParameterizedTest
    @CsvSource({"a b&c=d, a%20b%26c%3Dd", "ü#/?, %C3%BC%23%2F%3F", "a+b, a%2Bb"})
    void encodes_the_meetings_id(String id, String encoded) {
        assertThat(EndCallbackUrl.of("http://a.example/", false, id))
                .isEqualTo("http://a.example/?recordingmarks=false&meetingID=" + encoded);
    }
}
