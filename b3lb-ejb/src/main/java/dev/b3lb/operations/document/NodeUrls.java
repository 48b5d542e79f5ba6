package dev.b3lb.operations.document;

import dev.b3lb.node.NodeAddresses;
import dev.b3lb.settings.Settings;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/**
 * The URLs of a document's nodes as they will be stored, so that a document that people wrote says the same when it is
 * imported once more.
 */
final class NodeUrls {

    private static final String URL = "url";

    private final NodeAddresses addresses;
    private final String defaultProtocol;

    NodeUrls(Settings settings) {
        this.addresses = new NodeAddresses(settings);
        this.defaultProtocol = settings.get(Settings.NODE_PROTOCOL);
    }

    /** The document with the URLs of its nodes as they will be stored; what is no URL stays as it is, to be refused. */
    JsonObject asStored(JsonObject document) {
        String nodes = DocumentSection.NODES.title();
        if (!(document.get(nodes) instanceof JsonArray list)) {
            return document;
        }
        JsonArrayBuilder stored = Json.createArrayBuilder();
        list.forEach(node -> stored.add(node instanceof JsonObject object ? nodeAsStored(object) : node));
        return Json.createObjectBuilder(document).add(nodes, stored).build();
    }

    private JsonValue nodeAsStored(JsonObject node) {
        if (!(node.get(URL) instanceof JsonString url)) {
            return node;
        }
        String protocol = node.get("protocol") instanceof JsonString named ? named.getString() : defaultProtocol;
        return Json.createObjectBuilder(node)
                .add(URL, addresses.apiUrl(url.getString(), protocol))
                .build();
    }
}
