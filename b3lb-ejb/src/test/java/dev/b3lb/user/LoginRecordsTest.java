package dev.b3lb.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.b3lb.audit.AuditRecord;
import dev.b3lb.management.Caller.Door;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoginRecordsTest {

    private static final Identity ADA = new Identity("ada", Set.of(AdminRole.ADMIN));

    private final AtomicLong now = new AtomicLong(-5);
    private final AtomicBoolean away = new AtomicBoolean();
    private final List<AuditRecord> written = new ArrayList<>();
    private final List<Duration> ages = new ArrayList<>();
    private final LoginRecords records = new LoginRecords(this::write, "b3lb-1", now::get);

    private void write(AuditRecord record, Duration ago) {
        if (away.get()) {
            throw new IllegalStateException("The database is away");
        }
        written.add(record);
        ages.add(ago);
    }

    private void password(Identity who, String address) {
        records.byPassword(who, LoginAttempt.byPassword(who.username(), address));
    }

    private void token(int id) {
        records.byToken(
                ADA,
                LoginAttempt.byToken("192.0.2.1"),
                new KnownToken(new UUID(0, id), new UUID(0, 0), "the-hash", Set.of(), Optional.empty()));
    }

    private List<AuditRecord> written() {
        records.write();
        return written;
    }

    @Test
    void a_record_tells_who_came_from_where_and_by_what() {
        password(ADA, "2001:db8:1:2::1");
        token(7);

        assertThat(written())
                .allSatisfy(record -> {
                    assertThat(record.who()).isEqualTo("ada");
                    assertThat(record.door()).isEqualTo(Door.REST);
                    assertThat(record.operation()).isEqualTo("log-in");
                    assertThat(record.subject()).isEqualTo("user ada");
                    assertThat(record.before()).isEmpty();
                })
                .extracting(record -> record.after().toString())
                .containsExactly(
                        "{\"with\":\"password\",\"address\":\"2001:db8:1:2::1\",\"server\":\"b3lb-1\"}",
                        "{\"with\":\"token\",\"token-id\":\"00000000-0000-0000-0000-000000000007\","
                                + "\"address\":\"192.0.2.1\",\"server\":\"b3lb-1\"}");
    }

    @Test
    void within_an_hour_there_is_one_for_each_user_means_and_network() {
        for (int i = 1; i < 4; i++) {
            password(ADA, "2001:db8:1:2::" + i);
            password(ADA, "192.0.2." + i);
            password(new Identity("bob", Set.of()), "192.0.2.1");
            token(i);
            token(1);
        }

        assertThat(written()).hasSize(1 + 3 + 1 + 3);
    }

    @Test
    void after_an_hour_there_is_another() {
        password(ADA, "192.0.2.1");
        now.addAndGet(Duration.ofMinutes(59).toNanos());
        password(ADA, "192.0.2.1");
        assertThat(written()).hasSize(1);

        now.addAndGet(Duration.ofMinutes(1).toNanos());
        password(ADA, "192.0.2.1");

        assertThat(written()).hasSize(2);
    }

    @Test
    void what_cannot_be_written_waits_and_says_how_long_ago_it_was() {
        away.set(true);
        password(ADA, "192.0.2.1");
        assertThatThrownBy(records::write).isInstanceOf(IllegalStateException.class);
        now.addAndGet(Duration.ofMinutes(3).toNanos());
        password(ADA, "192.0.2.2");

        away.set(false);

        assertThat(written()).hasSize(2);
        assertThat(ages).containsExactly(Duration.ofMinutes(3), Duration.ZERO);
        assertThat(written()).hasSize(2);
    }

    @Test
    void one_user_leaves_a_hundred_in_an_hour_and_keeps_no_other_from_being_recorded() {
        for (int i = 0; i < 250; i++) {
            password(ADA, "192.0.2." + i);
        }
        password(new Identity("bob", Set.of()), "192.0.2.1");

        assertThat(written()).hasSize(101);
        assertThat(written().get(100).who()).isEqualTo("bob");
    }

    @Test
    void a_thousand_wait_for_the_database_at_the_most() {
        away.set(true);
        for (int i = 0; i < 2_000; i++) {
            password(new Identity("user" + i, Set.of()), "192.0.2.1");
        }

        away.set(false);

        assertThat(written()).hasSize(1_000);
    }
}
