package dev.b3lb.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.b3lb.configuration.Configurations;
import dev.b3lb.meeting.KeptMetadata;
import dev.b3lb.meeting.MeetingWish;
import dev.b3lb.meeting.Reservation;
import dev.b3lb.meeting.Reservations;
import dev.b3lb.placement.ServerTag;
import dev.b3lb.placement.SizeWish;
import dev.b3lb.tenant.Account;
import dev.b3lb.testbed.InContainerArchive;
import dev.b3lb.testbed.OnTestbed;
import jakarta.annotation.Resource;
import jakarta.enterprise.inject.spi.CDI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How many meetings a second get their node, beside how many rows a second the same database takes: inside the server,
 * with its own transactions, without HTTP. Not part of any build; {@code docs/development.md} has the command.
 */
@OnTestbed
@ArquillianTest
class PlacingSpeed {

    private static final Duration LASTING = Duration.ofSeconds(5);

    /** A JVM that has just been started needs several times as long for everything. */
    private static final Duration WARM_UP = Duration.ofSeconds(30);

    private static final int AT_ONCE = 4;

    @Resource
    private DataSource dataSource;

    private Reservations reservations;
    private Configurations configurations;

    @Deployment
    static Archive<?> archive() {
        return InContainerArchive.of(PlacingSpeed.class);
    }

    /** The balancer is another deployment with beans of its own, which are found through its class loader. */
    @BeforeEach
    void findBeans() {
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        thread.setContextClassLoader(Reservations.class.getClassLoader());
        try {
            reservations = CDI.current().select(Reservations.class).get();
            configurations = CDI.current().select(Configurations.class).get();
        } finally {
            thread.setContextClassLoader(own);
        }
    }

    @Test
    void meetings_get_their_nodes() throws Exception {
        Account first = pool(10, 100);
        perSecond(() -> place(first), WARM_UP);
        measure(20, 200);
        measure(100, 1_000);
        measure(1_000, 10_000);
    }

    private void measure(int nodes, int meetings) throws Exception {
        Account account = pool(nodes, meetings);
        run("vacuum analyze");
        double rows = perSecond(this::insertRow, LASTING);
        double placed = perSecond(() -> place(account), LASTING);
        System.out.printf(
                "PLACING %d nodes, %d meetings: %.0f placements a second, %.0f rows a second, ratio %.2f%n",
                nodes, meetings, placed, rows, placed / rows);
    }

    private void place(Account account) {
        MeetingWish wish = new MeetingWish(
                account,
                "room-" + UUID.randomUUID(),
                "Room",
                "",
                "",
                new SizeWish(OptionalInt.empty(), OptionalInt.empty()),
                ServerTag.ANY,
                KeptMetadata.NONE,
                Optional.empty(),
                false);
        assertEquals(Reservation.Reserved.class, reservations.reserve(wish).getClass());
    }

    private void insertRow() throws SQLException {
        run("insert into audit (who, door, operation, subject) values ('benchmark', 'none', 'row', '')");
    }

    /** A tenant with nodes that nobody polls, which hold meetings of all ages. */
    private Account pool(int nodes, int meetings) throws SQLException {
        String name = "S" + nodes;
        run("insert into cluster (id, version, name) values (gen_random_uuid(), 0, '%s')".formatted(name));
        run("insert into cluster_group (id, version, name) values (gen_random_uuid(), 0, '%s')".formatted(name));
        run("""
                insert into cluster_group_cluster (cluster_group_id, cluster_id)
                select g.id, c.id from cluster_group g, cluster c where g.name = '%1$s' and c.name = '%1$s'""".formatted(name));
        run("""
                insert into node (id, version, slug, secret, cluster_id, base_url)
                select gen_random_uuid(), 0, '%1$s-' || n, 'secret', c.id, 'http://127.0.0.1:9/' || n || '/'
                from cluster c, generate_series(1, %2$d) n where c.name = '%1$s'""".formatted(name, nodes));
        run("""
                insert into node_state (node_id, health, attendees, meetings, cpu, cpu_at, last_poll_at, last_good_at,
                                        next_poll_at)
                select id, 'ACTIVE', 200, 10, 4000, now(), now(), now(), now() + interval '1 day'
                from node where slug like '%s-%%'""".formatted(name));
        run("""
                insert into tenant (id, version, slug, stats_token, cluster_group_id)
                select gen_random_uuid(), 0, '%1$s', gen_random_uuid(), id from cluster_group where name = '%1$s'""".formatted(name));
        run("""
                insert into secret (id, version, tenant_id, sub_id, secret)
                select gen_random_uuid(), 0, id, 0, repeat('s', 42) from tenant where slug = '%s'""".formatted(name));
        run("""
                insert into meeting (id, secret_id, node_id, meeting_id, state, internal_meeting_id, create_time, nonce,
                                     created_at, confirmed_at, expected_attendees, listed, attendees)
                select gen_random_uuid(), s.id, n.id, 'm' || i, 'OPEN', gen_random_uuid()::text, 0,
                       gen_random_uuid()::text, now() - i %% 60 * interval '1 minute', now(), 20, true, 20
                from generate_series(1, %2$d) i
                join (select id, row_number() over () as place from node where slug like '%1$s-%%') n
                  on n.place = 1 + i %% %3$d
                cross join (select s.id from secret s join tenant t on t.id = s.tenant_id where t.slug = '%1$s') s""".formatted(name, meetings, nodes));
        run("update configuration_version set number = number + 1");
        configurations.refresh();
        return configurations.current().account(name, 0).orElseThrow();
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Something that may fail. */
    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    private static double perSecond(Work work, Duration lasting) throws Exception {
        AtomicInteger done = new AtomicInteger();
        long begin = System.nanoTime();
        Callable<Void> loop = () -> {
            while (System.nanoTime() - begin < lasting.toNanos()) {
                work.run();
                done.incrementAndGet();
            }
            return null;
        };
        ExecutorService executor = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (Future<Void> result : executor.invokeAll(Collections.nCopies(AT_ONCE, loop))) {
                result.get();
            }
        } finally {
            executor.shutdown();
        }
        return done.get() / ((System.nanoTime() - begin) / 1e9);
    }
}
