package dev.b3lb.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.meeting.MeetingListings.Listing;
import dev.b3lb.meter.SomeMeters;
import dev.b3lb.settings.SomeSettings;
import dev.b3lb.tenant.Account;
import dev.b3lb.tenant.SomeAccounts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeetingListingsTest {

    private final Account acme = SomeAccounts.account("ACME", 0);
    private final PlacedMeeting first = SomeMeetings.open(acme, "one");
    private final PlacedMeeting second = SomeMeetings.open(acme, "two");
    private final PlacedMeeting third = SomeMeetings.open(acme, "three");
    private final FakeMeetingStore store = new FakeMeetingStore();
    private final MeetingListings listings = new MeetingListings(store, SomeSettings.with(), SomeMeters.meters());

    @Test
    void elements_come_in_the_order_of_the_meetings() {
        listings.put(List.of(listing(first), listing(second)));
        store.list(listing(third));
        assertThat(listings.of(List.of(third, second, first)))
                .containsExactly("<meeting>three</meeting>", "<meeting>two</meeting>", "<meeting>one</meeting>");
    }

    @Test
    void a_meeting_that_nobody_has_told_yet_is_left_out() {
        listings.put(List.of(listing(first)));
        assertThat(listings.of(List.of(first, second))).containsExactly("<meeting>one</meeting>");
    }

    @Test
    void the_last_word_counts() {
        listings.put(List.of(listing(first)));
        listings.put(List.of(new Listing(first.id(), "<meeting>new</meeting>")));
        assertThat(listings.of(List.of(first))).containsExactly("<meeting>new</meeting>");
    }

    @Test
    void a_meeting_that_is_over_is_forgotten() {
        listings.put(List.of(listing(first)));
        listings.remove(first.id());
        assertThat(listings.of(List.of(first))).isEmpty();
    }

    @Test
    void what_is_in_memory_is_told_while_the_database_is_away() {
        listings.put(List.of(listing(first)));
        store.away(true);
        assertThat(listings.of(List.of(first, second))).containsExactly("<meeting>one</meeting>");
    }

    @Test
    void more_than_fits_is_read_again() {
        MeetingListings small =
                new MeetingListings(store, SomeSettings.with("B3LB_MEETING_LIST_CACHE", "200"), SomeMeters.meters());
        List<PlacedMeeting> all = List.of(first, second, third);
        all.forEach(meeting -> store.list(listing(meeting)));
        small.put(all.stream().map(MeetingListingsTest::listing).toList());
        assertThat(small.of(all)).hasSize(3);
    }

    @Test
    void a_listing_shows_no_passwords() {
        assertThat(new Listing(first.id(), "<moderatorPW>hidden</moderatorPW>").toString())
                .doesNotContain("hidden");
        assertThat(new Confirmation("room-1", 1, "70066", Optional.empty(), "", "<moderatorPW>hidden</moderatorPW>")
                        .toString())
                .doesNotContain("hidden");
    }

    private static Listing listing(PlacedMeeting meeting) {
        return new Listing(meeting.id(), "<meeting>" + meeting.meetingId() + "</meeting>");
    }
}
