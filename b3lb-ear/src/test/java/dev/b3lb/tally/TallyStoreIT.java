package dev.b3lb.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.ScratchSchema;
import dev.b3lb.testbed.Testbed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is counted of meetings whoever begins and ends them, and how several servers add it up. */
@OnTestbed
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TallyStoreIT {

    private static final int ALL = 1_000;

    private final ScratchSchema schema;
    private final Jdbi jdbi;
    private final TallyStore store;
    private final UUID tenant = UUID.randomUUID();
    private final UUID zero = UUID.randomUUID();
    private final UUID five = UUID.randomUUID();

    TallyStoreIT(Testbed testbed) {
        schema = ScratchSchema.make(testbed.postgres(), testbed.names());
        jdbi = schema.jdbi();
        store = new TallyStore(jdbi);
    }

    @BeforeAll
    void addAccounts() {
        jdbi.useHandle(handle -> {
            handle.execute("insert into cluster (id, version, name) values (?, 0, 'main')", tenant);
            handle.execute(
                    "insert into node (id, version, slug, secret, cluster_id) values (?, 0, 'n', 'secret', ?)",
                    tenant,
                    tenant);
            handle.execute("insert into cluster_group (id, version, name) values (?, 0, 'all')", tenant);
            handle.execute("""
                    insert into tenant (id, version, slug, stats_token, cluster_group_id)
                    values (?, 0, 'ACME', ?, ?)""", tenant, tenant, tenant);
            Map.of(zero, 0, five, 5).forEach((id, subId) -> handle.execute("""
                    insert into secret (id, version, tenant_id, sub_id, secret)
                    values (?, 0, ?, ?, repeat('x', 40))""", id, tenant, subId));
        });
    }

    @AfterAll
    void dropSchema() {
        schema.close();
    }

    @BeforeEach
    void beginAnew() {
        jdbi.useHandle(handle -> handle.execute("truncate meeting, tally, tally_entry"));
    }

    private UUID reserved(UUID secret) {
        UUID id = UUID.randomUUID();
        jdbi.useHandle(handle -> handle.execute("""
                insert into meeting (id, secret_id, node_id, meeting_id, nonce) values (?, ?, ?, ?, ?)""", id, secret, tenant, "m-" + id, "n-" + id));
        return id;
    }

    private UUID open(UUID secret, String age) {
        UUID id = reserved(secret);
        change(id, "state = 'OPEN', internal_meeting_id = 'first', confirmed_at = now() - interval '" + age + "'");
        return id;
    }

    private void change(UUID meeting, String changes) {
        jdbi.useHandle(handle -> handle.execute("update meeting set " + changes + " where id = ?", meeting));
    }

    private void close(UUID meeting) {
        change(meeting, "state = 'CLOSED', closed_at = now()");
    }

    /** The transaction's id, or that nothing was written. */
    private Optional<String> add(Map<UUID, Long> joins, int most) {
        AtomicReference<String> transaction = new AtomicReference<>();
        store.add(joins, most, transaction::set);
        return Optional.ofNullable(transaction.get());
    }

    private Tally tally(UUID secret) {
        add(Map.of(), ALL);
        TallyKey key = new TallyKey(tenant, secret.equals(zero) ? 0 : 5);
        return store.changedSince("0").stream()
                .filter(stored -> stored.key().equals(key))
                .map(TallyStore.Stored::tally)
                .findFirst()
                .orElse(Tally.NONE);
    }

    @Test
    void a_meeting_is_counted_when_its_node_has_confirmed_it() {
        UUID meeting = reserved(five);
        assertThat(tally(five)).isEqualTo(Tally.NONE);

        change(meeting, "state = 'OPEN', internal_meeting_id = 'first', confirmed_at = now()");
        change(meeting, "attendees = 7, revision = revision + 1");
        change(meeting, "state = 'OPEN', internal_meeting_id = 'first'");

        assertThat(tally(five).meetingsCreated()).isEqualTo(1);
        assertThat(tally(five).meetingsEnded()).isZero();
        assertThat(tally(zero)).isEqualTo(Tally.NONE);
    }

    @Test
    void a_meeting_that_ends_is_counted_with_its_duration() {
        close(open(zero, "10 minutes"));
        close(open(zero, "20 minutes"));

        assertThat(tally(zero).meetingsEnded()).isEqualTo(2);
        assertThat(tally(zero).meetingSeconds()).isCloseTo(1800, within(5.0));
    }

    @Test
    void a_reservation_that_nothing_came_of_is_not_counted() {
        close(reserved(zero));

        assertThat(tally(zero)).isEqualTo(Tally.NONE);
    }

    @Test
    void a_meeting_that_its_node_has_begun_anew_counts_as_two() {
        UUID meeting = open(zero, "1 minute");
        change(meeting, "internal_meeting_id = 'second', confirmed_at = now()");
        close(meeting);

        assertThat(tally(zero).meetingsCreated()).isEqualTo(2);
        assertThat(tally(zero).meetingsEnded()).isEqualTo(2);
        assertThat(tally(zero).meetingSeconds()).isCloseTo(60, within(5.0));
    }

    @Test
    void the_duration_of_a_meeting_that_was_forgotten_for_long_is_left_out() {
        close(open(zero, "12 hours"));

        assertThat(tally(zero).meetingsCreated()).isEqualTo(1);
        assertThat(tally(zero).meetingsEnded()).isZero();
    }

    @Test
    void hits_of_limits_stand_beside_what_is_counted_otherwise() {
        add(Map.of(five, 3L), ALL);
        jdbi.useHandle(handle -> {
            TallyStore.addLimitHit(handle, new TallyKey(tenant, 5), true);
            TallyStore.addLimitHit(handle, new TallyKey(tenant, 5), false);
            TallyStore.addLimitHit(handle, new TallyKey(tenant, 5), false);
        });

        assertThat(tally(five)).isEqualTo(new Tally(3, 0, 0, 0, 1, 2));
    }

    /** Whoever refuses a create holds locks that other creates wait for. */
    @Test
    void a_hit_of_a_limit_does_not_wait_for_a_sum_that_is_being_written() {
        add(Map.of(five, 3L), ALL);
        jdbi.useTransaction(flush -> {
            flush.execute("update tally set attendees_joined = attendees_joined");
            CompletableFuture<Void> hit = CompletableFuture.runAsync(
                    () -> jdbi.useHandle(handle -> TallyStore.addLimitHit(handle, new TallyKey(tenant, 5), true)));
            assertThat(hit).succeedsWithin(Duration.ofSeconds(5));
        });

        assertThat(tally(five)).isEqualTo(new Tally(3, 0, 0, 0, 1, 0));
    }

    @Test
    void what_was_counted_for_a_secret_that_is_gone_spoils_nothing() {
        add(Map.of(UUID.randomUUID(), 3L, five, 1L), ALL);

        assertThat(tally(five).attendeesJoined()).isEqualTo(1);
    }

    @Test
    void no_more_entries_are_added_than_wanted_and_the_others_later() {
        IntStream.range(0, 5).forEach(i -> open(zero, "1 minute"));

        add(Map.of(), 3);
        assertThat(store.changedSince("0")).singleElement().satisfies(stored -> assertThat(
                        stored.tally().meetingsCreated())
                .isEqualTo(3));
        assertThat(tally(zero).meetingsCreated()).isEqualTo(5);
    }

    @Test
    void a_second_in_which_nothing_happens_writes_nothing() {
        assertThat(add(Map.of(), ALL)).isEmpty();
        assertThat(add(Map.of(UUID.randomUUID(), 3L), ALL)).isEmpty();
    }

    /** A thread has one connection, with its transaction. */
    private static <T> T elsewhere(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question).join();
    }

    @Test
    void it_can_be_asked_afterwards_whether_joins_were_stored() {
        assertThat(store.committed(add(Map.of(five, 1L), ALL).orElseThrow())).isTrue();

        AtomicReference<String> other = new AtomicReference<>();
        assertThatThrownBy(() -> jdbi.useTransaction(handle -> {
                    other.set(handle.createQuery("select cast(pg_current_xact_id() as text)")
                            .mapTo(String.class)
                            .one());
                    assertThatThrownBy(() -> elsewhere(() -> store.committed(other.get())))
                            .hasMessageContaining("still under way");
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");
        assertThat(store.committed(other.get())).isFalse();
        assertThat(store.committed("9000000000000000000"))
                .as("of a database that went further")
                .isFalse();
    }

    @Test
    void several_servers_that_add_at_the_same_time_count_everything_once() {
        List<CompletableFuture<Void>> servers = IntStream.range(0, 4)
                .mapToObj(server -> CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 25; i++) {
                        close(open(i % 2 == 0 ? zero : five, "1 minute"));
                        add(Map.of(zero, 1L, five, 2L), ALL);
                    }
                }))
                .toList();
        servers.forEach(CompletableFuture::join);

        assertThat(tally(zero).attendeesJoined()).isEqualTo(100);
        assertThat(tally(five).attendeesJoined()).isEqualTo(200);
        assertThat(tally(zero).meetingsCreated()).isEqualTo(52);
        assertThat(tally(five).meetingsCreated()).isEqualTo(48);
        assertThat(tally(zero).meetingsEnded() + tally(five).meetingsEnded()).isEqualTo(100);
    }
}
