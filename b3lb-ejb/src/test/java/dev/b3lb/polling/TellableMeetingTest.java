package dev.b3lb.polling;

import static dev.b3lb.polling.SomeListings.meeting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.meeting.KeptMetadata;
import dev.b3lb.polling.ListedMeetings.Known;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TellableMeetingTest {

    private static final UUID OURS = new UUID(0, 1);
    private static final KeptMetadata KEPT = KeptMetadata.of(Map.of("endcallbackurl", "https://front.example.org/"));
    private static final Unread NONE = Unread.of(List.of());
    private final Collection<MarkedMeeting> listed = MarkedMeeting.among(List.of(meeting("main", 1, OURS)));

    private List<TellableMeeting> changed(KeptMetadata kept, boolean stray, Optional<String> digest) {
        return TellableMeeting.changed(listed, Map.of(OURS, new Known(OURS, kept, stray, false, digest)), NONE);
    }

    @Test
    void what_was_never_told_by_a_poll_is_told() {
        assertThat(changed(KEPT, false, Optional.empty())).singleElement().satisfies(told -> {
            assertThat(told.id()).isEqualTo(OURS);
            assertThat(told.internalId()).isEqualTo("main");
            assertThat(told.xml()).contains("https://front.example.org/");
        });
    }

    @Test
    void what_was_told_last_is_not_told_again() {
        String digest = changed(KEPT, false, Optional.empty()).get(0).digest();
        assertThat(changed(KEPT, false, Optional.of(digest))).isEmpty();
        assertThat(changed(KeptMetadata.NONE, false, Optional.of(digest))).hasSize(1);
    }

    @Test
    void a_meeting_with_a_room_that_cannot_be_read_is_told_as_before() {
        Unread room = new Unread(Set.of("room"), Set.of(), Set.of("main"), false);
        Known known = new Known(OURS, KEPT, false, false, Optional.empty());
        assertThat(TellableMeeting.changed(listed, Map.of(OURS, known), room)).isEmpty();
    }

    @Test
    void neither_strays_nor_strangers_are_told() {
        assertThat(changed(KEPT, true, Optional.empty())).isEmpty();
        assertThat(TellableMeeting.changed(listed, Map.of(), NONE)).isEmpty();
    }

    @Test
    void it_shows_no_passwords() {
        assertThat(new TellableMeeting(OURS, "main", "<moderatorPW>hidden</moderatorPW>", "x").toString())
                .doesNotContain("hidden");
    }
}
