package dev.b3lb.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.b3lb.settings.Settings;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.ScratchSchema;
import dev.b3lb.testbed.Testbed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Which sizes of meetings PostgreSQL keeps. */
@OnTestbed
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SizeNotesIT {

    private final ScratchSchema schema;
    private final UUID id = UUID.randomUUID();

    SizeNotesIT(Testbed testbed) {
        schema = ScratchSchema.make(testbed.postgres(), testbed.names());
    }

    @BeforeAll
    void addAccount() {
        schema.jdbi().useHandle(handle -> {
            handle.execute("insert into cluster (id, version, name) values (?, 0, 'main')", id);
            handle.execute(
                    "insert into node (id, version, slug, secret, cluster_id) values (?, 0, 'n', 'secret', ?)", id, id);
            handle.execute("insert into cluster_group (id, version, name) values (?, 0, 'all')", id);
            handle.execute("""
                    insert into tenant (id, version, slug, stats_token, cluster_group_id)
                    values (?, 0, 'ACME', ?, ?)""", id, id, id);
            handle.execute("""
                    insert into secret (id, version, tenant_id, sub_id, secret)
                    values (?, 0, ?, 0, repeat('x', 40))""", id, id);
        });
    }

    @AfterAll
    void dropSchema() {
        schema.close();
    }

    private void closed(String room, int peak) {
        schema.jdbi().useHandle(handle -> handle.execute("""
                        insert into meeting (id, secret_id, node_id, meeting_id, nonce, state, closed_at, listed,
                                             peak_attendees)
                        values (gen_random_uuid(), ?, ?, ?, ?, 'CLOSED', now(), true, ?)""", id, id, room, room, peak));
    }

    private List<Integer> peaks() {
        return schema.jdbi().withHandle(handle -> handle.createQuery("select peak from meeting_size order by peak")
                .mapTo(Integer.class)
                .list());
    }

    @Test
    void what_a_node_invents_does_not_spoil_what_is_usual() {
        SizeNotes notes = new SizeNotes(
                schema.jdbi(),
                Settings.read(name -> Optional.ofNullable(
                        Map.of("B3LB_API_BASE_DOMAIN", "b3lb.example").get(name))));
        closed("small", 3);
        closed("large", 900);
        closed("invented", 1_000_000);

        assertThat(notes.noteEnded(10)).isEqualTo(3);
        assertThat(notes.noteEnded(10)).isZero();

        assertThat(peaks()).containsExactly(3, 900, 1_000);
        assertThat(sumOfMeans()).isCloseTo(1_903, within(1e-6));
    }

    private double sumOfMeans() {
        return schema.jdbi()
                .withHandle(handle -> handle.createQuery("select sum(mean * meetings) from meeting_size_mean")
                        .mapTo(Double.class)
                        .one());
    }
}
