package dev.b3lb.operations;

import dev.b3lb.bbb.NodeEndpoint;
import dev.b3lb.node.Node;
import dev.b3lb.node.NodeAddresses;
import dev.b3lb.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;

/** A node's description as JSON, without its secret. */
@ApplicationScoped
public class NodeJson {

    private final NodeAddresses addresses;

    @Inject
    NodeJson(Settings settings) {
        this.addresses = new NodeAddresses(settings);
    }

    JsonObject of(Node node) {
        return Json.createObjectBuilder()
                .add("slug", node.getSlug())
                .add("id", node.getId().toString())
                .add("cluster", node.getCluster().getName())
                .add("domain", node.getDomain())
                .add("protocol", node.getProtocol())
                .add("port", node.getPort())
                .add("url", node.getBaseUrl().orElse(""))
                .add("api", api(node))
                .add("load-multiplier", node.getLoadMultiplier())
                .add("capacity", node.getCapacity().orElse(0))
                .add("tag", node.getTag())
                .add("description", node.getDescription())
                .add("maintenance", node.isMaintenance())
                .add("note", node.getMaintenanceNote())
                .add("version", node.getVersion())
                .build();
    }

    /** Refuses a description that makes no address, with the reason. */
    void requireAddress(Node node) {
        try {
            address(node);
        } catch (IllegalArgumentException noAddress) {
            throw new RefusedException("The node's name or URL makes no address: " + noAddress.getMessage());
        }
    }

    /** Where calls go; empty for a description that makes no address, as an older version may have stored it. */
    private String api(Node node) {
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
