package dev.b3lb.configuration;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.b3lb.bbb.NodeEndpoint;
import dev.b3lb.node.ClusterFactors;
import dev.b3lb.node.NodeAddresses;
import dev.b3lb.node.PoolNode;
import dev.b3lb.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Reads the whole configuration from the database. */
@ApplicationScoped
public class ConfigurationReader {

    private static final Logger LOG = Logger.getLogger(ConfigurationReader.class);

    /** A row; public because Jdbi builds it. */
    public record ClusterOfGroup(UUID clusterGroupId, UUID clusterId) {}

    /** A row; public because Jdbi builds it. */
    public record NodeRow(
            UUID id,
            String slug,
            String domain,
            String protocol,
            int port,
            Optional<String> baseUrl,
            String secret,
            UUID clusterId,
            double loadMultiplier,
            Optional<Integer> capacity,
            String tag,
            boolean maintenance) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "NodeRow[" + slug + "]";
        }
    }

    private final Jdbi jdbi;
    private final NodeAddresses addresses;

    @Inject
    ConfigurationReader(Jdbi jdbi, Settings settings) {
        this.jdbi = jdbi;
        this.addresses = new NodeAddresses(settings);
    }

    /** The number of the configuration that is in force. */
    public long version() {
        return jdbi.withHandle(ConfigurationReader::version);
    }

    private static long version(Handle handle) {
        return handle.createQuery("select number from configuration_version")
                .mapTo(Long.class)
                .one();
    }

    /**
     * Everything. The number is read first: if something changes meanwhile, the snapshot may be newer than its number
     * and is read once more, never the other way round.
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Configuration read() {
        return jdbi.withHandle(handle -> new Configuration(
                version(handle),
                TenantReader.tenants(handle),
                TenantReader.accounts(handle),
                nodes(handle),
                clustersByGroup(handle),
                TenantReader.rules(handle),
                TenantReader.brandings(handle),
                UserReader.users(handle)));
    }

    private static Map<UUID, Set<UUID>> clustersByGroup(Handle handle) {
        return handle
                .createQuery("select cluster_group_id, cluster_id from cluster_group_cluster")
                .map(ConstructorMapper.of(ClusterOfGroup.class))
                .list()
                .stream()
                .collect(groupingBy(
                        ClusterOfGroup::clusterGroupId, mapping(ClusterOfGroup::clusterId, toUnmodifiableSet())));
    }

    /** Nodes are read before clusters, so that a cluster which is added meanwhile is there when its node is. */
    private List<PoolNode> nodes(Handle handle) {
        List<NodeRow> rows =
                handle.createQuery("""
                        select id, slug, domain, protocol, port, base_url, secret, cluster_id, load_multiplier, capacity,
                               tag, maintenance
                        from node""").map(ConstructorMapper.of(NodeRow.class)).list();
        Map<UUID, ClusterFactors> clusters =
                handle.createQuery("""
                        select id, name, node_capacity, attendee_factor, meeting_factor, cpu_order, cpu_max, checksum_hash
                        from cluster""").map(ConstructorMapper.of(ClusterFactors.class)).list().stream()
                        .collect(toMap(ClusterFactors::id, cluster -> cluster));
        return rows.stream()
                .flatMap(row -> node(row, clusters.get(row.clusterId())).stream())
                .toList();
    }

    private static OptionalInt capacity(NodeRow row, ClusterFactors cluster) {
        int capacity = row.capacity().filter(own -> own > 0).orElse(cluster.nodeCapacity());
        return capacity > 0 ? OptionalInt.of(capacity) : OptionalInt.empty();
    }

    /** A node whose description makes no address is left out, so that it does no harm to the others. */
    private Optional<PoolNode> node(NodeRow row, ClusterFactors cluster) {
        try {
            NodeEndpoint endpoint = addresses.of(
                    row.baseUrl(),
                    row.protocol(),
                    addresses.host(row.slug(), row.domain()),
                    row.port(),
                    row.secret(),
                    cluster.checksumHash());
            return Optional.of(new PoolNode(
                    row.id(),
                    row.slug(),
                    row.baseUrl().isPresent()
                            ? endpoint.api().getAuthority()
                            : endpoint.api().getHost(),
                    endpoint,
                    cluster,
                    row.loadMultiplier(),
                    capacity(row, cluster),
                    row.tag(),
                    row.maintenance()));
        } catch (IllegalArgumentException noAddress) {
            LOG.errorf("Node %s failed: its name or URL makes no address: %s", row.slug(), noAddress.getMessage());
            return Optional.empty();
        }
    }
}
