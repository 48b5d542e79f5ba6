package dev.b3lb.it;

import dev.b3lb.testbed.Operations;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.jboss.dmr.ModelNode;

/** Files of tenants for tests, made here, and how they get onto a server. */
final class Uploads {

    private final Operations operations;

    Uploads(Operations operations) {
        this.operations = operations;
    }

    ModelNode set(String tenant, String kind, String name, byte[] content) {
        return operations.call(
                "setasset",
                Map.of(
                        "tenant-slug",
                        tenant,
                        "kind",
                        kind,
                        "file",
                        Base64.getEncoder().encodeToString(content),
                        "file-name",
                        name));
    }

    void remove(String tenant, String kind) {
        operations.call("removeasset", Map.of("tenant-slug", tenant, "kind", kind));
    }

    /** A document of exactly so many bytes, whose last ones are a mark of its own. */
    static byte[] pdf(int size, String mark) {
        byte[] head = "%PDF-1.4\n".getBytes(StandardCharsets.US_ASCII);
        byte[] tail = mark.getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[size];
        Arrays.fill(all, (byte) '%');
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(tail, 0, all, size - tail.length, tail.length);
        return all;
    }

    /** The smallest picture that there is. */
    static byte[] gif() {
        return Base64.getDecoder().decode("R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=");
    }
}
