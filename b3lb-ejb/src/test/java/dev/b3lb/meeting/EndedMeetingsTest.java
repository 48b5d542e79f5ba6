package dev.b3lb.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.configuration.FixedConfigurations;
import dev.b3lb.meeting.MeetingListings.Listing;
import dev.b3lb.meter.SomeMeters;
import dev.b3lb.settings.SomeSettings;
import dev.b3lb.tenant.Account;
import dev.b3lb.tenant.SomeAccounts;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndedMeetingsTest {

    private final Account acme = SomeAccounts.account("ACME", 0);
    private final FakeMeetingStore store = new FakeMeetingStore();
    private final OpenMeetings open = new OpenMeetings();
    private final MeetingListings listings = new MeetingListings(store, SomeSettings.with(), SomeMeters.meters());
    private final FakeEvent<MeetingsChanged> changes = new FakeEvent<>();

    @Test
    void nobody_finds_a_meeting_that_is_over_and_the_others_are_told() {
        PlacedMeeting meeting = SomeMeetings.open(acme, "room");
        store.put(meeting);
        open.put(meeting);
        listings.put(List.of(new Listing(meeting.id(), "<meeting/>")));
        new EndedMeetings(store, open, listings, changes, new MeetingLog(new FixedConfigurations().with(acme)))
                .ended(meeting, "it is enough");
        assertThat(store.living()).isEmpty();
        assertThat(open.find(acme.id(), "room")).isEmpty();
        assertThat(listings.of(List.of(meeting))).isEmpty();
        assertThat(changes.fired()).hasSize(1);
    }
}
