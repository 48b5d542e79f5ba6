package dev.b3lb.fakenode;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClientPagesTest {

    private final FakeBbbNode node =
            FakeBbbNode.builder().label("north & south").start();
    private final Probe probe = new Probe(node);
    private final FakeMeeting room =
            node.meetings().open("room", "<b>Room</b>", Map.of("logoutURL", "http://out.test/"));

    @AfterEach
    void close() {
        node.close();
    }

    private URI join(String name, String role) throws Exception {
        return URI.create(probe.call("join", "meetingID", "room", "fullName", name, "role", role)
                .header("Location"));
    }

    private static String token(URI page) {
        return page.getQuery().substring("sessionToken=".length());
    }

    @Test
    void the_page_shows_escaped_names() throws Exception {
        String page = probe.get(join("<script>Eve", "VIEWER")).body();

        assertThat(page)
                .contains("<h1>&lt;b&gt;Room&lt;/b&gt;</h1>")
                .contains("&lt;script&gt;Eve (viewer)")
                .contains("Node north &amp; south")
                .doesNotContain("<script>");
    }

    @Test
    void only_moderators_see_the_end_button() throws Exception {
        assertThat(probe.get(join("Ada", "MODERATOR")).body()).contains("id=\"end\"");
        assertThat(probe.get(join("Bob", "VIEWER")).body())
                .doesNotContain("id=\"end\"")
                .contains("id=\"leave\"");
    }

    @Test
    void reloading_the_page_does_not_add_anybody() throws Exception {
        URI page = join("Ada", "VIEWER");
        probe.get(page);
        probe.get(page);

        assertThat(room.attendees()).hasSize(1);
    }

    @Test
    void leaving_takes_the_person_out_for_good() throws Exception {
        URI page = join("Ada", "VIEWER");
        probe.get(page);

        Probe.Reply left = probe.postForm("/html5client/leave", "sessionToken", token(page));

        assertThat(left.body()).contains("You have left the meeting.").contains("href=\"http://out.test/\"");
        assertThat(room.attendees()).isEmpty();
        assertThat(probe.get(page).status()).isEqualTo(404);
    }

    @Test
    void a_moderator_ends_the_meeting() throws Exception {
        probe.postForm("/html5client/end", "sessionToken", token(join("Ada", "MODERATOR")));

        assertThat(node.meetings().all()).isEmpty();
    }

    @Test
    void a_viewer_does_not_end_the_meeting() throws Exception {
        Probe.Reply reply = probe.postForm("/html5client/end", "sessionToken", token(join("Bob", "VIEWER")));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(node.meetings().all()).hasSize(1);
    }

    @Test
    void a_failed_join_ends_on_a_page_that_shows_the_error() throws Exception {
        Probe.Reply join = probe.call("join", "meetingID", "nowhere", "fullName", "Ada", "role", "VIEWER");

        assertThat(probe.get(URI.create(join.header("Location"))).body()).contains("meetingForciblyEnded");
    }
}
