package dev.b3lb.fakenode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** BBB's trap: an id is taken for the beginning of an internal id before it is taken for an external one. */
class LookupTest {

    private final FakeBbbNode node = FakeBbbNode.builder().start();
    private final FakeMeetings meetings = node.meetings();

    @AfterEach
    void close() {
        node.close();
    }

    /** SHA-1 of abc123 is 6367c48d… */
    private FakeMeeting victim() {
        return meetings.open("abc123", "Somebody else's", Map.of());
    }

    @Test
    void an_external_id_finds_its_meeting() {
        FakeMeeting meeting = victim();

        assertThat(meetings.find("abc123")).contains(meeting);
    }

    @Test
    void an_internal_id_finds_its_meeting() {
        FakeMeeting meeting = victim();

        assertThat(meetings.find(meeting.internalId())).contains(meeting);
    }

    @Test
    void a_short_hex_id_finds_a_meeting_that_it_does_not_name() {
        FakeMeeting victim = victim();
        FakeMeeting named = meetings.open("6367", "Really called 6367", Map.of());

        assertThat(meetings.find("6367")).contains(victim);
        assertThat(meetings.find(named.internalId())).contains(named);
    }

    @Test
    void create_is_not_caught_in_the_trap() {
        FakeMeeting victim = victim();

        assertThat(meetings.open("6367", "Another", Map.of())).isNotSameAs(victim);
    }

    @Test
    void the_trap_is_open_to_api_calls() throws Exception {
        victim();

        assertThat(new Probe(node)
                        .call("getMeetingInfo", "meetingID", "6367c48")
                        .text("meetingID"))
                .isEqualTo("abc123");
    }

    @Test
    void an_empty_id_finds_nothing() {
        victim();

        assertThat(meetings.find("")).isEmpty();
    }
}
