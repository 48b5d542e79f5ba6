package dev.b3lb.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.nio.file.Path;
import java.util.Map;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The life of a meeting through the npm package bigbluebutton-js: what it has understood of b3lb's answers. */
@OnTestbed
@Tag("full")
class BigbluebuttonJsIT {

    private static final String MEETING_ID = "Prüfung 1/2 – «α»";
    private static final String MEETING_NAME = "Übung Größen – Алгебра 数学 😀";
    private static final String FULL_NAME = "Zoë Ångström";

    private static Pool pool;
    private static ModelNode answers;

    @BeforeAll
    static void drive(Testbed testbed) {
        pool = testbed.newPool(2);
        NodeScript script = NodeScript.install(Path.of("src/test/client/meeting.js"), Path.of("target/client"));
        String secret = pool.addSecret(5);
        String url = pool.client(5, secret).url("", Map.of());
        answers = ModelNode.fromJSONString(script.run(Map.of(
                "BBB_URL", url.substring(0, url.indexOf("/api/")),
                "BBB_SECRET", secret,
                "MEETING_ID", MEETING_ID,
                "MEETING_NAME", MEETING_NAME,
                "FULL_NAME", FULL_NAME)));
    }

    @AfterAll
    static void stop() {
        if (pool != null) {
            pool.close();
        }
    }

    @Test
    void it_creates_a_meeting() {
        assertThat(text("created", "returncode")).isEqualTo("SUCCESS");
        assertThat(text("created", "meetingID")).isEqualTo(MEETING_ID);
        assertThat(text("created", "internalMeetingID")).isNotBlank();
        assertThat(text("created", "attendeePW")).isEqualTo("listen only");
    }

    @Test
    void its_join_leads_to_a_node() {
        assertThat(text("redirect", "status")).isEqualTo("302");
        assertThat(pool.nodes()).anyMatch(node -> text("redirect", "location").startsWith(node.baseUrl() + "/join?"));
    }

    @Test
    void its_join_ends_on_the_node_s_page_with_both_names_as_they_were_written() {
        assertThat(text("page", "status")).isEqualTo("200");
        assertThat(text("page", "type")).startsWith("text/html");
        assertThat(pool.nodes()).anyMatch(node -> text("page", "url").startsWith(node.origin() + "/html5client/"));
        assertThat(text("page", "text")).contains(MEETING_NAME, FULL_NAME);
    }

    @Test
    void the_meeting_runs() {
        assertThat(text("running", "returncode")).isEqualTo("SUCCESS");
        assertThat(answer("running", "running").asBoolean()).isTrue();
    }

    @Test
    void it_lists_the_meeting_with_its_name() {
        assertThat(answer("meetings", "meetings").asList()).hasSize(1);
        ModelNode listed = answer("meetings", "meetings").get(0);
        assertThat(listed.get("meetingID").asString()).isEqualTo(MEETING_ID);
        assertThat(listed.get("meetingName").asString()).isEqualTo(MEETING_NAME);
        assertThat(listed.get("internalMeetingID").asString()).isEqualTo(text("created", "internalMeetingID"));
    }

    @Test
    void it_reads_who_is_in_the_meeting() {
        assertThat(text("info", "meetingName")).isEqualTo(MEETING_NAME);
        assertThat(answer("info", "participantCount").asInt()).isEqualTo(1);
        assertThat(answer("info", "attendees").get("attendee", "fullName").asString())
                .isEqualTo(FULL_NAME);
        assertThat(answer("info", "attendees").get("attendee", "role").asString())
                .isEqualTo("MODERATOR");
    }

    @Test
    void it_reads_the_metadata_that_it_gave_and_no_others() {
        assertThat(answer("info", "metadata").keys()).containsExactly("course");
        assertThat(answer("info", "metadata").get("course").asString()).isEqualTo("Größe");
        assertThat(answer("meetings", "meetings").get(0).get("metadata").keys()).containsExactly("course");
    }

    @Test
    void it_understands_that_a_wrong_secret_is_refused() {
        assertThat(text("stranger", "returncode")).isEqualTo("FAILED");
        assertThat(text("stranger", "messageKey")).isEqualTo("checksumError");
    }

    @Test
    void it_ends_the_meeting() {
        assertThat(text("ended", "returncode")).isEqualTo("SUCCESS");
        assertThat(text("ended", "messageKey")).isEqualTo("sentEndMeetingRequest");
    }

    @Test
    void after_the_end_the_meeting_is_gone_at_once() {
        assertThat(text("meetingsAfter", "returncode")).isEqualTo("SUCCESS");
        assertThat(text("meetingsAfter", "messageKey")).isEqualTo("noMeetings");
        assertThat(text("infoAfter", "messageKey")).isEqualTo("notFound");
    }

    private static ModelNode answer(String step, String name) {
        return answers.get(step, name);
    }

    private static String text(String step, String name) {
        return answer(step, name).asString();
    }
}
