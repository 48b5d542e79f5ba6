package dev.b3lb.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.bbb.ChecksumAlgorithm;
import dev.b3lb.bbb.NodeEndpoint;
import dev.b3lb.node.ClusterFactors;
import dev.b3lb.node.PoolNode;
import dev.b3lb.placement.Candidate;
import dev.b3lb.placement.Standing;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.ScratchSchema;
import dev.b3lb.testbed.Testbed;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a choice knows of nodes, as PostgreSQL tells it. */
@OnTestbed
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CandidateReaderIT {

    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final Duration LIMIT = Duration.ofSeconds(100);

    private final ScratchSchema schema;
    private final CandidateReader reader = new CandidateReader(Duration.ofMinutes(1), INTERVAL, LIMIT);
    private final UUID node = UUID.randomUUID();

    CandidateReaderIT(Testbed testbed) {
        schema = ScratchSchema.make(testbed.postgres(), testbed.names());
    }

    @BeforeAll
    void addNode() {
        schema.jdbi().useHandle(handle -> {
            handle.execute("insert into cluster (id, version, name) values (?, 0, 'main')", node);
            handle.execute(
                    "insert into node (id, version, slug, secret, cluster_id) values (?, 0, 'n', 'secret', ?)",
                    node,
                    node);
            handle.execute("insert into node_state (node_id) values (?)", node);
        });
    }

    @AfterAll
    void dropSchema() {
        schema.close();
    }

    private PoolNode poolNode() {
        NodeEndpoint endpoint = new NodeEndpoint(
                URI.create("https://n.example/bigbluebutton/api/"),
                URI.create("https://n.example/b3lb/load"),
                "secret",
                ChecksumAlgorithm.SHA256);
        ClusterFactors cluster = new ClusterFactors(node, "main", 0, 1, 30, 6, 5000, ChecksumAlgorithm.SHA256);
        return new PoolNode(node, "n", "n.example", endpoint, cluster, 1, OptionalInt.empty(), "", false);
    }

    /** The last poll that was good may be as old as three intervals and the time that a poll may take: 115 seconds. */
    @ParameterizedTest
    @CsvSource({
        "ACTIVE, 0, false, READY",
        "ACTIVE, 105, false, READY",
        "ACTIVE, 116, false, DOUBTFUL",
        "ACTIVE, , false, DOUBTFUL",
        "ACTIVE, 105, true, READY",
        "SUSPECT, 0, false, OUT",
        "SUSPECT, 0, true, DOUBTFUL",
        "DOWN, 0, true, OUT",
        "NEW, , true, OUT"
    })
    void whether_a_node_may_be_chosen(String health, Integer lastGoodSecondsAgo, boolean frozen, Standing expected) {
        schema.jdbi().useHandle(handle -> {
            handle.execute(
                    "update node_state set health = ?, last_good_at = now() - cast(? as integer) * interval '1 second'",
                    health,
                    lastGoodSecondsAgo);
            handle.execute("update health_freeze set since = case when ? then now() end", frozen);
        });

        List<Candidate> candidates = schema.jdbi()
                .withHandle(handle -> reader.read(handle, List.of(poolNode()), "room", UUID.randomUUID()))
                .all();

        assertThat(candidates).extracting(Candidate::standing).containsExactly(expected);
    }
}
