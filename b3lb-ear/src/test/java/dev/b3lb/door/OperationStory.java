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
    private final Cast cast;
    private final List<Told> told = new ArrayList<>();

    /**
     * What the things of a story are called.
     *
     * @param cluster its cluster
     * @param group its cluster group
     * @param node its first node; the second has one more on its end
     * @param tenant its tenant
     * @param user its user
     */
    record Cast(String cluster, String group, String node, String tenant, String user) {

        /** Names that no other story has. */
        static Cast of(Names names) {
            String name = names.name("story");
            return new Cast(name + "-c", name + "-g", name + "-n", names.tenant(), name + "-u");
        }
    }

    /**
     * One operation of the story.
     *
     * @param operation what was asked for
     * @param arguments with which arguments
     * @param reply what came of it
     */
    record Told(String operation, Map<String, String> arguments, ModelNode reply) {}

    /** @param node a node that runs */
    OperationStory(Door door, int httpPort, Cast cast, FakeBbbNode node) {
        this.door = door;
        this.httpPort = httpPort;
        this.cast = cast;
        this.node = node;
    }

    Cast cast() {
        return cast;
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
        call("addcluster", "name", cast.cluster(), "meeting-factor", "20");
        call("setcluster", "name", cast.cluster(), "description", "Lecture halls");
        call("clusters", "name", cast.cluster());
        call("addclustergroup", "name", cast.group(), "clusters", cast.cluster());
        call("setclustergroup", "name", cast.group(), "description", "All that we have");
        call("clustergroups", "name", cast.group());
    }

    private void nodes() throws Exception {
        call("addnode", "slug", cast.node(), "url", node.baseUrl(), "secret", node.secret(), "cluster", cast.cluster());
        call("setnode", "slug", cast.node(), "capacity", "200", "tag", "gpu");
        call("nodes", "slug", cast.node());
        call("checknode", "slug", cast.node());
        call("poll", "slug", cast.node());
        call("servers", "slug", cast.node());
        call("status");
        call("getloadvalues");
    }

    private void tenants() throws Exception {
        call("addtenant", "slug", cast.tenant(), "cluster-group", cast.group());
        call("settenant", "slug", cast.tenant(), "meeting-limit", "50", "recording-enabled", "true");
        call("tenants", "slug", cast.tenant());
        call("renewstatstoken", "tenant-slug", cast.tenant());
        call("addsecrets", "tenant-slug", cast.tenant(), "sub-id", "0-1");
        call("setsecret", "tenant-slug", cast.tenant(), "sub-id", "1", "attendee-limit", "100");
        call("rotatesecret", "tenant-slug", cast.tenant(), "sub-id", "1", "step", "offer");
        call("secrets", "tenant-slug", cast.tenant());
        call("gettenantsecrets", "tenant-slug", cast.tenant());
        call("listalltenantsecrets");
    }

    private void tenantsThings() throws Exception {
        call(
                "setparameter",
                "tenant-slug",
                cast.tenant(),
                "parameter",
                "webcamsOnlyForModerator",
                "mode",
                "SET",
                "value",
                "true");
        call("parameters", "tenant-slug", cast.tenant());
        call("knownparameters", "call", "join");
        call("removeparameter", "tenant-slug", cast.tenant(), "parameter", "webcamsOnlyForModerator");
        call("setasset", "tenant-slug", cast.tenant(), "kind", "css", "file", CSS, "file-name", "acme.css");
        call("assets", "tenant-slug", cast.tenant());
        call("checkslides");
        call("removeasset", "tenant-slug", cast.tenant(), "kind", "css");
    }

    private void meetings() throws Exception {
        create("physics");
        create("chemistry");
        call("meetings", "tenant-slug", cast.tenant());
        call("meetingstats");
        call("endmeeting", "tenant-slug", cast.tenant(), "sub-id", "0", "meeting-id", "physics");
        // The node tells of the end a moment later
        Awaitility.await().until(() -> !door.call("callbacks", Map.of("tenant-slug", cast.tenant()))
                .asList()
                .isEmpty());
        ModelNode callbacks = call("callbacks", "tenant-slug", cast.tenant());
        call("retrycallback", "id", callbacks.get(0).get("id").asString());
        call("orphans", "node", cast.node());
        call("panic", "slug", cast.node());
        call("maintenance", "slug", cast.node(), "on", "false");
    }

    /** The front end wants to be told of the end, at an address where nobody answers. */
    private void create(String meetingId) throws IOException {
        String secret = told.stream()
                .filter(step -> step.operation().equals("addsecrets"))
                .map(step -> step.reply().get(cast.tenant() + "-000").asString())
                .findFirst()
                .orElseThrow();
        var created = BbbClient.byPath(httpPort, "localhost", cast.tenant().toLowerCase(Locale.ROOT), secret)
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
        call("audit", "subject", cast.tenant(), "limit", "1");
    }

    private void users() throws Exception {
        call("createsuperuser", "username", cast.user() + "-root", "password", PASSWORD);
        call("adduser", "username", cast.user(), "password", PASSWORD, "roles", "operator,metrics");
        call("setuser", "username", cast.user(), "email", "ada@example.org");
        call("users", "username", cast.user());
        call("addtoken", "username", cast.user(), "name", "ansible", "roles", "operator", "days", "90");
        call("tokens", "username", cast.user());
        call("removetoken", "username", cast.user(), "name", "ansible");
        call("removeuser", "username", cast.user());
        call("removeuser", "username", cast.user() + "-root");
    }

    private void transfer() throws Exception {
        call("export", "format", "yaml", "secrets", "false", "assets", "false");
        String document = "b3lb: 1\ntenants:\n  - {slug: %s, meeting-limit: 60}\n".formatted(cast.tenant());
        String file = Base64.getEncoder().encodeToString(document.getBytes(StandardCharsets.UTF_8));
        call("import", "file", file, "dry-run", "true");
        call("import", "file", file);
    }

    private void scalelite() throws Exception {
        String slug = cast.node() + "2";
        call("servers-add", "url", "https://" + slug + ".example.org/bigbluebutton/api", "secret", "secret-of-" + slug);
        call("servers-enable", "id", slug);
        call("servers-disable", "id", slug);
        call("servers-cordon", "id", slug);
        call("servers-loadmultiplier", "id", slug, "load-multiplier", "2");
        call("servers-panic", "id", slug);
        call("servers-remove", "id", slug);
    }

    private void ends() throws Exception {
        call("removesecret", "tenant-slug", cast.tenant(), "sub-id", "1");
        call("removetenant", "slug", cast.tenant(), "force", "true");
        call("removenode", "slug", cast.node(), "force", "true");
        call("removeclustergroup", "name", cast.group());
        call("removecluster", "name", cast.cluster());
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
