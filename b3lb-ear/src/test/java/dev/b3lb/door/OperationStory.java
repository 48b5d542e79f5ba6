package dev.b3lb.door;

import dev.b3lb.fakenode.FakeBbbNode;
import dev.b3lb.testbed.BbbClient;
import dev.b3lb.testbed.Names;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jboss.dmr.ModelNode;

/**
 * The life of a small pool, from its first cluster to its end, in which each operation is asked for once. It is told
 * through one door, with names that no other story has.
 */
final class OperationStory {

    private static final String CSS =
            Base64.getEncoder().encodeToString("body { color: navy; }".getBytes(StandardCharsets.UTF_8));
    private static final String PASSWORD = "correct horse battery";

    private final Door door;
    private final int httpPort;
    private final FakeBbbNode node;
    private final String name;
    private final String tenant;
    private final List<Told> told = new ArrayList<>();

    /**
     * One operation of the story.
     *
     * @param operation what was asked for
     * @param arguments with which arguments
     * @param reply what came of it
     */
    record Told(String operation, Map<String, String> arguments, ModelNode reply) {}

    /**
     * @param name of all that is made, a label of a host name
     * @param tenant its slug
     * @param node a node that runs
     */
    OperationStory(Door door, int httpPort, String name, String tenant, FakeBbbNode node) {
        this.door = door;
        this.httpPort = httpPort;
        this.name = name;
        this.tenant = tenant;
        this.node = node;
    }

    static OperationStory of(Door door, int httpPort, Names names, FakeBbbNode node) {
        return new OperationStory(door, httpPort, names.name("story"), names.tenant(), node);
    }

    /** The name of all that is made. */
    String name() {
        return name;
    }

    /** The tenant's slug. */
    String tenant() {
        return tenant;
    }

    /** Tells it, and gives back each operation with its reply. */
    List<Told> tell() throws Exception {
        clusters();
        nodes();
        tenants();
        tenantsThings();
        meetings();
        looks();
        users();
        transfer();
        scalelite();
        ends();
        return told;
    }

    private void clusters() throws Exception {
        call("addcluster", "name", name, "meeting-factor", "20");
        call("setcluster", "name", name, "description", "Lecture halls");
        call("clusters", "name", name);
        call("addclustergroup", "name", name, "clusters", name);
        call("setclustergroup", "name", name, "description", "All that we have");
        call("clustergroups", "name", name);
    }

    private void nodes() throws Exception {
        call("addnode", "slug", name, "url", node.baseUrl(), "secret", node.secret(), "cluster", name);
        call("setnode", "slug", name, "capacity", "200", "tag", "gpu");
        call("nodes", "slug", name);
        call("checknode", "slug", name);
        call("poll", "slug", name);
        call("servers", "slug", name);
        call("status");
        call("getloadvalues");
    }

    private void tenants() throws Exception {
        call("addtenant", "slug", tenant, "cluster-group", name);
        call("settenant", "slug", tenant, "meeting-limit", "50", "recording-enabled", "true");
        call("tenants", "slug", tenant);
        call("renewstatstoken", "tenant-slug", tenant);
        call("addsecrets", "tenant-slug", tenant, "sub-id", "0-1");
        call("setsecret", "tenant-slug", tenant, "sub-id", "1", "attendee-limit", "100");
        call("rotatesecret", "tenant-slug", tenant, "sub-id", "1", "step", "offer");
        call("secrets", "tenant-slug", tenant);
        call("gettenantsecrets", "tenant-slug", tenant);
        call("listalltenantsecrets");
    }

    private void tenantsThings() throws Exception {
        call(
                "setparameter",
                "tenant-slug",
                tenant,
                "parameter",
                "webcamsOnlyForModerator",
                "mode",
                "SET",
                "value",
                "true");
        call("parameters", "tenant-slug", tenant);
        call("knownparameters", "call", "join");
        call("removeparameter", "tenant-slug", tenant, "parameter", "webcamsOnlyForModerator");
        call("setasset", "tenant-slug", tenant, "kind", "css", "file", CSS, "file-name", "acme.css");
        call("assets", "tenant-slug", tenant);
        call("checkslides");
        call("removeasset", "tenant-slug", tenant, "kind", "css");
    }

    private void meetings() throws Exception {
        create("physics");
        create("chemistry");
        call("meetings", "tenant-slug", tenant);
        call("meetingstats");
        call("endmeeting", "tenant-slug", tenant, "sub-id", "0", "meeting-id", "physics");
        // The node tells of the end a moment later
        Awaitility.await().until(() -> !door.call("callbacks", Map.of("tenant-slug", tenant))
                .asList()
                .isEmpty());
        ModelNode callbacks = call("callbacks", "tenant-slug", tenant);
        call("retrycallback", "id", callbacks.get(0).get("id").asString());
        call("orphans", "node", name);
        call("panic", "slug", name);
        call("maintenance", "slug", name, "on", "false");
    }

    /** The front end wants to be told of the end, at an address where nobody answers. */
    private void create(String meetingId) throws IOException {
        String secret = told.stream()
                .filter(step -> step.operation().equals("addsecrets"))
                .map(step -> step.reply().get(tenant + "-000").asString())
                .findFirst()
                .orElseThrow();
        var created = BbbClient.byPath(httpPort, "localhost", tenant.toLowerCase(Locale.ROOT), secret)
                .get(
                        "create",
                        Map.of(
                                "meetingID", meetingId,
                                "name", "Lecture",
                                "meta_endCallbackUrl", "http://callback.invalid/over"));
        if (!created.succeeded()) {
            throw new IllegalStateException("The meeting could not be created: " + created);
        }
    }

    private void looks() throws Exception {
        call("check");
        call("instances");
        call("figures");
        call("settings", "name", "B3LB_POLL_INTERVAL");
        call("audit", "subject", tenant, "limit", "1");
    }

    private void users() throws Exception {
        call("createsuperuser", "username", name + "-root", "password", PASSWORD);
        call("adduser", "username", name, "password", PASSWORD, "roles", "operator,metrics");
        call("setuser", "username", name, "email", "ada@example.org");
        call("users", "username", name);
        call("addtoken", "username", name, "name", "ansible", "roles", "operator", "days", "90");
        call("tokens", "username", name);
        call("removetoken", "username", name, "name", "ansible");
        call("removeuser", "username", name);
        call("removeuser", "username", name + "-root");
    }

    private void transfer() throws Exception {
        call("export", "format", "yaml", "secrets", "false", "assets", "false");
        String document = "b3lb: 1\ntenants:\n  - {slug: %s, meeting-limit: 60}\n".formatted(tenant);
        String file = Base64.getEncoder().encodeToString(document.getBytes(StandardCharsets.UTF_8));
        call("import", "file", file, "dry-run", "true");
        call("import", "file", file);
    }

    private void scalelite() throws Exception {
        String slug = name + "-2";
        call("servers-add", "url", "https://" + slug + ".example.org/bigbluebutton/api", "secret", "secret-of-" + slug);
        call("servers-enable", "id", slug);
        call("servers-cordon", "id", slug);
        call("servers-disable", "id", slug);
        call("servers-loadmultiplier", "id", slug, "load-multiplier", "2");
        call("servers-panic", "id", slug);
        call("servers-remove", "id", slug);
    }

    private void ends() throws Exception {
        call("removesecret", "tenant-slug", tenant, "sub-id", "1");
        call("removetenant", "slug", tenant, "force", "true");
        call("removenode", "slug", name, "force", "true");
        call("removeclustergroup", "name", name);
        call("removecluster", "name", name);
    }

    private ModelNode call(String operation, String... pairs) throws Exception {
        Map<String, String> arguments = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            arguments.put(pairs[i], pairs[i + 1]);
        }
        ModelNode reply = door.call(operation, arguments);
        told.add(new Told(operation, arguments, reply));
        return reply;
    }
}
