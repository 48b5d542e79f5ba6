package dev.b3lb.polling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.bbb.ListedMeeting;
import dev.b3lb.bbb.MeetingList;
import dev.b3lb.bbb.MeetingText;
import dev.b3lb.bbb.UnreadableMeeting;
import dev.b3lb.node.NodeHealth;
import dev.b3lb.settings.Settings;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Testbed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.array.SqlArrayTypes;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What writing one poll costs the database, on a node that no server polls. */
@OnTestbed
class PollStatementsIT {

    private static final int MOST_STATEMENTS = 6;
    private static final int TENANTS = 20;
    private static final int MEETINGS = 200;

    private static final Duration TOOK = Duration.ofMillis(30);

    private final Testbed testbed;
    private final List<String> statements = new ArrayList<>();
    private final List<UUID> meetings = new ArrayList<>();
    private final UUID node = UUID.randomUUID();
    private Connection connection;
    private Jdbi jdbi;
    private PollRecorder recorder;

    PollStatementsIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeEach
    void fill() throws SQLException {
        connection = testbed.postgres().connect();
        jdbi = Jdbi.create(connection);
        jdbi.getConfig(SqlArrayTypes.class).register(UUID.class, "uuid");
        jdbi.useHandle(handle -> handle.execute("set search_path to b3lb"));
        String name = testbed.names().name("statements");
        UUID group = UUID.randomUUID();
        insert("insert into cluster (id, version, name) values (:id, 0, :name)", node, name);
        insert("insert into cluster_group (id, version, name) values (:id, 0, :name)", group, name);
        jdbi.useTransaction(handle -> {
            handle.createUpdate("""
                            insert into node (id, version, slug, secret, cluster_id, maintenance)
                            values (:id, 0, :name, 'x', :id, true)""").bind("id", node).bind("name", name).execute();
            handle.createUpdate("""
                            insert into node_state (node_id, next_poll_at, health)
                            values (:id, now() + interval '1 day', 'ACTIVE')""").bind("id", node).execute();
        });
        for (int i = 0; i < TENANTS; i++) {
            fillTenant(group);
        }
        recorder = new PollRecorder(
                jdbi,
                Settings.read(setting -> Optional.ofNullable(
                        Map.of("B3LB_API_BASE_DOMAIN", "b.example.org", "B3LB_ORPHAN_TIMEOUT", "1ms")
                                .get(setting))));
        jdbi.getConfig(SqlStatements.class).setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                statements.add(context.getRenderedSql());
            }
        });
    }

    private void fillTenant(UUID group) {
        UUID tenant = UUID.randomUUID();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        with t as (
                            insert into tenant (id, version, slug, stats_token, cluster_group_id)
                            values (:id, 0, :slug, :id, :group))
                        insert into secret (id, version, tenant_id, sub_id, secret)
                        values (:id, 0, :id, 0, repeat('x', 40))""")
                .bind("id", tenant)
                .bind("slug", testbed.names().tenant())
                .bind("group", group)
                .execute());
        for (int i = 0; i < MEETINGS / TENANTS; i++) {
            UUID meeting = UUID.randomUUID();
            meetings.add(meeting);
            jdbi.useHandle(handle -> handle.createUpdate("""
                            insert into meeting (id, secret_id, node_id, meeting_id, nonce)
                            values (:id, :tenant, :node, :id, :id)""")
                    .bind("id", meeting)
                    .bind("tenant", tenant)
                    .bind("node", node)
                    .execute());
        }
    }

    private void insert(String sql, UUID id, String name) {
        jdbi.useHandle(handle ->
                handle.createUpdate(sql).bind("id", id).bind("name", name).execute());
    }

    @AfterEach
    void clear() throws SQLException {
        try (Connection closed = connection) {
            jdbi.useHandle(handle -> {
                handle.execute("delete from node where id = ?", node);
                handle.execute(
                        "delete from tenant where cluster_group_id in"
                                + " (select g.id from cluster_group g join cluster c using (name) where c.id = ?)",
                        node);
                handle.execute("delete from meeting_listing where meeting_id = any(?)", (Object)
                        meetings.toArray(UUID[]::new));
            });
        }
    }

    /** Claims the node as a poll does, and writes what it would bring. */
    private PollRecorder.Recorded poll(List<ListedMeeting> listed) {
        return poll(new MeetingList(listed, List.of()));
    }

    private PollRecorder.Recorded poll(MeetingList list) {
        UUID lease = UUID.randomUUID();
        Claim claim = jdbi.withHandle(handle -> handle.createQuery("""
                        update node_state set lease = :lease, lease_until = now() + interval '1 minute'
                        where node_id = :node
                        returning now()::text, exists (select from orphan o where o.node_id = node_state.node_id)""")
                .bind("lease", lease)
                .bind("node", node)
                .map((row, context) -> new Claim(node, lease, row.getString(1), NodeHealth.ACTIVE, row.getBoolean(2)))
                .one());
        statements.clear();
        return recorder.record(claim, new PollResult.Good(OptionalInt.of(1), Optional.of("3.0"), list), TOOK)
                .orElseThrow();
    }

    private List<ListedMeeting> listed(int from, int to, int attendees) {
        return IntStream.range(from, to)
                .mapToObj(i -> listed("internal-" + i, Optional.of(meetings.get(i)), attendees))
                .toList();
    }

    private static ListedMeeting listed(String internalId, Optional<UUID> marker, int attendees) {
        return new ListedMeeting(
                "id " + internalId,
                internalId,
                "name",
                1,
                "70066",
                attendees,
                0,
                0,
                0,
                0,
                false,
                false,
                Optional.empty(),
                marker,
                "",
                "",
                new MeetingText("<meeting>" + internalId + attendees, "</meeting>"));
    }

    private int count(String condition) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from meeting m left join meeting_listing l on l.meeting_id = m.id"
                                + " where m.node_id = :node and " + condition)
                .bind("node", node)
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void however_much_a_node_lists_of_however_many_tenants_it_takes_six_statements_at_most() {
        List<ListedMeeting> everything = new ArrayList<>(listed(0, MEETINGS, 7));
        IntStream.range(0, 50).forEach(i -> everything.add(listed("strange-" + i, Optional.empty(), 3)));

        poll(everything);

        assertThat(statements).hasSizeLessThanOrEqualTo(MOST_STATEMENTS);
        assertThat(count("m.state = 'OPEN' and m.attendees = 7 and m.peak_attendees = 7 and l.xml is not null"))
                .isEqualTo(MEETINGS);

        List<ListedMeeting> less = new ArrayList<>(listed(50, MEETINGS, 5));
        IntStream.range(10, 20).forEach(i -> less.add(listed("strange-" + i, Optional.empty(), 4)));
        poll(less);
        assertThat(statements).hasSizeLessThanOrEqualTo(MOST_STATEMENTS);
        PollRecorder.Recorded recorded = poll(less);

        assertThat(statements).hasSizeLessThanOrEqualTo(MOST_STATEMENTS);
        assertThat(count("m.state = 'CLOSED' and l.xml is null")).isEqualTo(50);
        assertThat(count("m.attendees = 5 and m.peak_attendees = 7")).isEqualTo(MEETINGS - 50);
        assertThat(recorded.consequences().unwanted().strays()).isEmpty();
        assertThat(recorded.consequences().unwanted().orphans())
                .containsExactlyInAnyOrder(
                        IntStream.range(10, 20).mapToObj(i -> "strange-" + i).toArray(String[]::new));
    }

    @Test
    void a_meeting_that_cannot_be_read_stays_as_it_is_known() {
        poll(listed(0, MEETINGS, 7));
        UnreadableMeeting byId = new UnreadableMeeting(Set.of("internal-0"), Set.of(), Set.of(), "", 0);
        UnreadableMeeting byMarker =
                new UnreadableMeeting(Set.of("begun anew"), Set.of(meetings.get(1)), Set.of(), "", 0);

        for (int i = 0; i < 3; i++) {
            poll(new MeetingList(listed(3, MEETINGS, 7), List.of(byId, byMarker)));
        }

        assertThat(count("m.state = 'OPEN' and m.attendees = 7 and m.missed_polls = 0 and l.xml is not null"))
                .isEqualTo(MEETINGS - 1);
        assertThat(count("m.state = 'CLOSED' and m.closed_as = 'MISSING'")).isEqualTo(1);
    }

    @Test
    void nothing_is_missing_while_a_meeting_cannot_be_read_that_may_be_any() {
        List<ListedMeeting> all = new ArrayList<>(listed(0, MEETINGS, 7));
        all.add(listed("strange", Optional.empty(), 3));
        poll(all);
        UnreadableMeeting nameless = new UnreadableMeeting(Set.of(), Set.of(), Set.of(), "", 0);

        for (int i = 0; i < 3; i++) {
            poll(new MeetingList(listed(50, MEETINGS, 7), List.of(nameless)));
        }

        assertThat(count("m.state = 'OPEN' and m.missed_polls = 0")).isEqualTo(MEETINGS);
        assertThat(orphans()).isEqualTo(1);
        poll(listed(0, MEETINGS, 7));
        assertThat(orphans()).isZero();
    }

    private int orphans() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from orphan where node_id = :node")
                .bind("node", node)
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void what_did_not_change_is_neither_written_nor_sent() {
        poll(listed(0, MEETINGS, 7));
        String written = changes();

        poll(listed(0, MEETINGS, 7));

        assertThat(changes()).isEqualTo(written);
        assertThat(statements).noneMatch(sql -> sql.contains("insert into"));
    }

    private String changes() {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select max(m.changed_in::text::bigint) || ' ' || max(l.changed_in::text::bigint)
                        from meeting m join meeting_listing l on l.meeting_id = m.id where m.node_id = :node""").bind("node", node).mapTo(String.class).one());
    }

    @Test
    void who_has_arrived_is_no_longer_on_the_way() {
        poll(listed(0, 3, 2));
        jdbi.useHandle(handle -> handle.execute("update meeting set coming = 5 where node_id = ?", node));

        poll(List.of(
                listed("internal-0", Optional.of(meetings.get(0)), 5),
                listed("internal-1", Optional.of(meetings.get(1)), 40),
                listed("internal-2", Optional.of(meetings.get(2)), 1)));

        assertThat(count("m.attendees = 5 and m.coming = 2 and m.peak_attendees = 5"))
                .isEqualTo(1);
        assertThat(count("m.attendees = 40 and m.coming = 0 and m.peak_attendees = 40"))
                .isEqualTo(1);
        assertThat(count("m.attendees = 1 and m.coming = 5 and m.peak_attendees = 2"))
                .isEqualTo(1);
    }

    @Test
    void a_poll_of_an_empty_node_does_nearly_nothing() {
        poll(List.of());

        assertThat(statements).hasSizeLessThanOrEqualTo(3);
    }
}
