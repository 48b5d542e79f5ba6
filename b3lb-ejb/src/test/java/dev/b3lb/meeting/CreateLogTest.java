package dev.b3lb.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.bbb.QueryParameters;
import dev.b3lb.branding.FakeAssets;
import dev.b3lb.node.SomeNodes;
import dev.b3lb.server.CapturedLog;
import dev.b3lb.settings.SomeSettings;
import dev.b3lb.tenant.Account;
import dev.b3lb.tenant.SomeAccounts;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CreateLogTest {

    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final LimitReached OF_TENANT =
            LimitReached.meetings(LimitReached.Scope.TENANT, 5, 6).orElseThrow();
    private static final LimitReached OF_SECRET =
            LimitReached.attendees(LimitReached.Scope.SECRET, 100, 100).orElseThrow();

    private final AtomicLong now = new AtomicLong();
    private final CreateLog log = new CreateLog(now::get);
    private final CapturedLog captured = new CapturedLog(CreateLog.class);

    @AfterEach
    void close() {
        captured.close();
    }

    private static MeetingWish wish(int subId, String meetingId) {
        return wish(subId, meetingId, "name=Room");
    }

    private static MeetingWish tagged(int subId, String tag) {
        return wish(subId, "d", "meta_server-tag=" + tag);
    }

    private static MeetingWish wish(int subId, String meetingId, String query) {
        Account account = SomeAccounts.account("ACME", subId);
        return new CreateParameters(SomeSettings.with(), new FakeAssets().brand())
                .wish(new CreateRequest(account, meetingId, QueryParameters.parse(query), Optional.empty()));
    }

    @Test
    void a_limit_is_told_with_its_figures_and_who_met_it() {
        log.refused(wish(5, "room-1"), new Reservation.OverLimit(OF_TENANT));
        log.refused(wish(5, "room-2"), new Reservation.OverLimit(OF_SECRET));

        assertThat(captured.lines())
                .containsExactly(
                        "WARN Meeting limit exceeded: tenant ACME has 6 of at most 5, meeting room-1 of ACME-005 is"
                                + " refused",
                        "WARN Attendee limit exceeded: secret ACME-005 has 100 of at most 100, meeting room-2 of"
                                + " ACME-005 is refused");
    }

    @Test
    void a_client_that_hammers_gets_one_line_in_ten_seconds() {
        for (int i = 0; i < 1_000; i++) {
            log.refused(wish(5, "room-" + i), new Reservation.OverLimit(OF_TENANT));
        }
        assertThat(captured.lines()).hasSize(1);

        now.addAndGet(PAUSE.toNanos());
        log.refused(wish(5, "room-x"), new Reservation.OverLimit(OF_TENANT));

        assertThat(captured.lines())
                .hasSize(2)
                .last()
                .asString()
                .endsWith("meeting room-x of ACME-005 is refused (and 999 more before)");
    }

    @Test
    void accounts_and_limits_are_told_one_by_one() {
        log.refused(wish(5, "a"), new Reservation.OverLimit(OF_TENANT));
        log.refused(wish(6, "b"), new Reservation.OverLimit(OF_TENANT));
        log.refused(wish(5, "c"), new Reservation.OverLimit(OF_SECRET));
        log.refused(wish(5, "d"), new Reservation.NoNode());
        log.refused(wish(5, "e"), new Reservation.NoTaggedNode());
        log.refused(wish(5, "f"), new Reservation.NoNode());

        assertThat(captured.lines()).hasSize(5);
        assertThat(captured.lines().get(3))
                .isEqualTo("WARN No node may get a meeting now, meeting d of ACME-005 is refused");
    }

    @Test
    void equal_ids_are_told_once_for_all_sub_ids_of_a_tenant() {
        for (int subId = 1; subId < 500; subId++) {
            log.refused(wish(subId, "squat"), new Reservation.TooManyOfId(6));
        }

        assertThat(captured.lines())
                .containsExactly("WARN Tenant ACME has 6 meetings of one ID and the other nodes are kept for others,"
                        + " meeting squat of ACME-001 is refused");
    }

    @Test
    void the_tag_that_no_node_has_is_told_at_a_length_that_can_be_read() {
        log.refused(tagged(5, "red;blue!"), new Reservation.NoTaggedNode());
        log.refused(tagged(6, "x".repeat(1_000) + "!"), new Reservation.NoTaggedNode());

        assertThat(captured.lines().get(0))
                .isEqualTo(
                        "WARN No node with the tag blue or red may get a meeting now, meeting d of ACME-005 is refused");
        assertThat(captured.lines().get(1)).hasSizeLessThan(250).contains("tag " + "x".repeat(100) + "…");
    }

    @Test
    void every_move_is_told() {
        for (int i = 0; i < 2; i++) {
            log.moved(wish(0, "room"), SomeNodes.node("a"), SomeNodes.node("b"), "no connection");
        }
        log.gaveUp(wish(0, "room"), 3, SomeNodes.node("c"), "wrong secret");

        assertThat(captured.lines())
                .containsExactly(
                        "WARN Moving meeting room of ACME from node a to node b: no connection",
                        "WARN Moving meeting room of ACME from node a to node b: no connection",
                        "WARN Meeting room of ACME is given up, nodes tried: 3, the last one c: wrong secret");
    }
}
