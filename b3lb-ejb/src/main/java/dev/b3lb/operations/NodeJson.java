package dev.b3lb.operations;

import dev.b3lb.bbb.NodeEndpoint;
import dev.b3lb.node.Node;
import dev.b3lb.node.NodeAddresses;
import dev.b3lb.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** A node's description as JSON, without its secret. */
@ApplicationScoped
public class NodeJson {

    private final NodeAddresses addresses;

    @Inject
    NodeJson(Settings settings) {
        this.addresses = new NodeAddresses(settings);
    }

    JsonObject of(Node node) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("slug", node.getSlug())
                .add("id", node.getId().toString())
                .add("url", url(node))
                .add("cluster", node.getCluster().getName())
                .add("tag", node.getTag())
                .add("description", node.getDescription())
                .add("load-multiplier", node.getLoadMultiplier())
                .add("maintenance", node.isMaintenance())
                .add("note", node.getMaintenanceNote())
                .add("version", node.getVersion());
        node.getCapacity().ifPresent(capacity -> json.add("capacity", capacity));
        return json.build();
    }

    /** Refuses a description that makes no address, with the reason. */
    void requireAddress(Node node) {
        try {
            address(node);
        } catch (IllegalArgumentException noAddress) {
            throw new RefusedException("The node's name or URL makes no address: " + noAddress.getMessage());
        }
    }

    /** Empty for a description that makes no address, as an older version may have stored it. */
    private String url(Node node) {
        try {
            return address(node).api().toString();
        } catch (IllegalArgumentException noAddress) {
            return "";
        }
    }

    private NodeEndpoint address(Node node) {
        return addresses.of(
                node.getBaseUrl(),
                node.getProtocol(),
                addresses.host(node.getSlug(), node.getDomain()),
                node.getPort(),
                node.getSecret(),
                node.getCluster().getChecksumHash());
    }
}
