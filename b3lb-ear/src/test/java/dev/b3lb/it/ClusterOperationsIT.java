package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Operations;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.util.List;
import java.util.Map;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Looking at clusters and their groups, changing them, and taking them away. */
@OnTestbed
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterOperationsIT {

    private final Testbed testbed;
    private final Operations operations;
    private Pool pool;

    ClusterOperationsIT(Testbed testbed) {
        this.testbed = testbed;
        operations = testbed.operations();
    }

    @BeforeAll
    void makePool() {
        pool = testbed.newPool(1);
    }

    @AfterAll
    void closePool() {
        pool.close();
    }

    private String newCluster() {
        String name = testbed.names().name("cluster");
        operations.call("addcluster", Map.of("name", name));
        return name;
    }

    private String newGroup(String... clusters) {
        String name = testbed.names().name("group");
        operations.call("addclustergroup", Map.of("name", name, "clusters", String.join(",", clusters)));
        return name;
    }

    private ModelNode one(String list, String name) {
        List<ModelNode> found = operations.call(list, Map.of("name", name)).asList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static List<String> texts(ModelNode list) {
        return list.asList().stream().map(ModelNode::asString).toList();
    }

    @Test
    void clusters_are_listed_as_they_are_stored_a_page_at_a_time() {
        ModelNode added = operations.call(
                "addcluster",
                Map.of(
                        "name",
                        testbed.names().name("cluster"),
                        "description",
                        "Süd",
                        "cpu-max",
                        "4000",
                        "sha",
                        "sha384"));

        assertThat(one("clusters", added.get("name").asString())).isEqualTo(added);
        List<ModelNode> all =
                operations.call("clusters", Map.of("limit", "1000")).asList();
        assertThat(all)
                .extracting(cluster -> cluster.get("name").asString())
                .isSorted()
                .contains(pool.cluster());
        assertThat(operations
                        .call("clusters", Map.of("offset", "1", "limit", "2"))
                        .asList())
                .isEqualTo(all.subList(1, Math.min(3, all.size())));
        assertThat(operations.call("clusters", Map.of("name", "nowhere")).asList())
                .isEmpty();
    }

    @Test
    void setcluster_changes_what_is_named_and_nothing_else() {
        String name = newCluster();
        String other = name + "-renamed";

        ModelNode changed = operations.call(
                "setcluster", Map.of("name", name, "new-name", other, "description", "new", "cpu-order", "0"));

        assertThat(changed.get("name").asString()).isEqualTo(other);
        assertThat(changed.get("description").asString()).isEqualTo("new");
        assertThat(changed.get("cpu-order").asInt()).isZero();
        assertThat(changed.get("meeting-factor").asDouble()).isEqualTo(30);
        assertThat(changed.get("version").asInt()).isEqualTo(1);
        assertThat(one("clusters", other)).isEqualTo(changed);
        Refused.sentence(operations, "setcluster", Map.of("name", name)).contains("There is no cluster " + name);
        Refused.sentence(operations, "setcluster", Map.of("name", other, "new-name", pool.cluster()))
                .contains("already a cluster " + pool.cluster());
        Refused.sentence(operations, "setcluster", Map.of("name", other, "version", "0"))
                .contains("It has version 1 by now");
        Refused.sentence(operations, "setcluster", Map.of("name", other, "new-name", "a,b"))
                .contains("has no comma");
    }

    @Test
    void a_cluster_with_nodes_stays_and_one_without_goes_also_out_of_its_groups() {
        String cluster = newCluster();
        String group = newGroup(cluster, pool.cluster());
        Refused.sentence(operations, "removecluster", Map.of("name", pool.cluster()))
                .contains("Cluster " + pool.cluster() + " has 1 node; move or remove it first.");
        Refused.sentence(operations, "removecluster", Map.of("name", cluster, "version", "7"))
                .contains("It has version 0 by now");

        ModelNode removed = operations.call("removecluster", Map.of("name", cluster));

        assertThat(removed.get("name").asString()).isEqualTo(cluster);
        assertThat(operations.call("clusters", Map.of("name", cluster)).asList())
                .isEmpty();
        assertThat(texts(one("clustergroups", group).get("clusters"))).containsExactly(pool.cluster());
    }

    @Test
    void setclustergroup_takes_the_whole_list_of_clusters() {
        String first = newCluster();
        String second = newCluster();
        String group = newGroup(first);

        ModelNode changed = operations.call(
                "setclustergroup",
                Map.of("name", group, "new-name", group + "-x", "clusters", second + ", " + pool.cluster()));

        assertThat(texts(changed.get("clusters"))).containsExactlyInAnyOrder(second, pool.cluster());
        assertThat(changed.get("version").asInt()).isEqualTo(1);
        assertThat(one("clustergroups", group + "-x")).isEqualTo(changed);
        assertThat(texts(operations
                        .call("setclustergroup", Map.of("name", group + "-x", "description", "no change"))
                        .get("clusters")))
                .hasSize(2);
        assertThat(texts(operations
                        .call("setclustergroup", Map.of("name", group + "-x", "clusters", ""))
                        .get("clusters")))
                .isEmpty();
        Refused.sentence(operations, "setclustergroup", Map.of("name", group + "-x", "clusters", "nowhere"))
                .contains("There is no cluster nowhere");
        Refused.sentence(operations, "setclustergroup", Map.of("name", group + "-x", "version", "0"))
                .contains("It has version");
    }

    @Test
    void a_group_that_a_tenant_uses_stays() {
        String group = newGroup(pool.cluster());
        Refused.sentence(operations, "removeclustergroup", Map.of("name", pool.group()))
                .contains("Cluster group " + pool.group() + " is used by 1 tenant");

        operations.call("removeclustergroup", Map.of("name", group));

        assertThat(operations.call("clustergroups", Map.of("name", group)).asList())
                .isEmpty();
        Refused.sentence(operations, "removeclustergroup", Map.of("name", group))
                .contains("There is no cluster group " + group);
    }

    @Test
    void groups_are_listed_with_their_clusters_a_page_at_a_time() {
        newGroup();
        List<ModelNode> all =
                operations.call("clustergroups", Map.of("limit", "1000")).asList();

        assertThat(all)
                .extracting(group -> group.get("name").asString())
                .isSorted()
                .contains(pool.group());
        assertThat(operations
                        .call("clustergroups", Map.of("offset", "1", "limit", "1"))
                        .asList())
                .isEqualTo(all.subList(1, 2));
    }
}
