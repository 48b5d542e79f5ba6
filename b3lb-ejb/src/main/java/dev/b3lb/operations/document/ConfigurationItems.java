package dev.b3lb.operations.document;

import dev.b3lb.branding.StoredAsset;
import dev.b3lb.node.Cluster;
import dev.b3lb.node.ClusterGroup;
import dev.b3lb.node.Node;
import dev.b3lb.parameter.ParameterRule;
import dev.b3lb.parameter.RuleMode;
import dev.b3lb.tenant.Secret;
import dev.b3lb.tenant.Tenant;
import dev.b3lb.user.AdminRole;
import dev.b3lb.user.AdminToken;
import dev.b3lb.user.AdminUser;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Base64;
import java.util.Collection;
import java.util.Set;

/** Things of the configuration as a document has them: their fields are the parameters of what makes them. */
final class ConfigurationItems {

    private ConfigurationItems() {}

    static JsonObjectBuilder of(Cluster cluster) {
        return Json.createObjectBuilder()
                .add("name", cluster.getName())
                .add("description", cluster.getDescription())
                .add("node-capacity", cluster.getNodeCapacity())
                .add("attendee-factor", cluster.getAttendeeFactor())
                .add("meeting-factor", cluster.getMeetingFactor())
                .add("cpu-order", cluster.getCpuOrder())
                .add("cpu-max", cluster.getCpuMax())
                .add("sha", cluster.getChecksumHash().wireName());
    }

    static JsonObjectBuilder of(ClusterGroup group) {
        return Json.createObjectBuilder()
                .add("name", group.getName())
                .add("description", group.getDescription())
                .add(
                        "clusters",
                        sorted(group.getClusters().stream()
                                .map(Cluster::getName)
                                .toList()));
    }

    static JsonObjectBuilder of(Node node) {
        return Json.createObjectBuilder()
                .add("slug", node.getSlug())
                .add("domain", node.getDomain())
                .add("secret", node.getSecret())
                .add("cluster", node.getCluster().getName())
                .add("protocol", node.getProtocol())
                .add("port", node.getPort())
                .add("url", node.getBaseUrl().orElse(""))
                .add("load-multiplier", node.getLoadMultiplier())
                .add("capacity", node.getCapacity().orElse(0))
                .add("tag", node.getTag())
                .add("description", node.getDescription())
                .add("maintenance", node.isMaintenance())
                .add("note", node.getMaintenanceNote());
    }

    static JsonObjectBuilder of(Tenant tenant) {
        return Json.createObjectBuilder()
                .add("slug", tenant.getSlug())
                .add("cluster-group", tenant.getClusterGroup().getName())
                .add("description", tenant.getDescription())
                .add("stats-token", tenant.getStatsToken().toString())
                .add("attendee-limit", tenant.getAttendeeLimit())
                .add("meeting-limit", tenant.getMeetingLimit())
                .add("recording-enabled", tenant.isRecordingEnabled())
                .add("record-by-default", tenant.isRecordByDefault())
                .add("record-hold-days", tenant.getRecordHoldDays());
    }

    static JsonObjectBuilder of(Secret secret) {
        return Json.createObjectBuilder()
                .add("sub-id", secret.getSubId())
                .add("description", secret.getDescription())
                .add("secret", secret.getSecret())
                .add("secret2", secret.getSecret2())
                .add("attendee-limit", secret.getAttendeeLimit())
                .add("meeting-limit", secret.getMeetingLimit())
                .add("recording-enabled", secret.isRecordingEnabled())
                .add("record-hold-days", secret.getRecordHoldDays());
    }

    static JsonObjectBuilder of(ParameterRule rule) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("parameter", rule.getParameter())
                .add("mode", rule.getMode().name());
        return rule.getMode() == RuleMode.BLOCK ? json : json.add("value", rule.getValue());
    }

    static JsonObjectBuilder of(StoredAsset asset) {
        return Json.createObjectBuilder()
                .add("kind", asset.file().kind().word())
                .add("file-name", asset.file().fileName())
                .add("file", Base64.getEncoder().encodeToString(asset.content()));
    }

    static JsonObjectBuilder of(AdminUser user) {
        return Json.createObjectBuilder()
                .add("username", user.getUsername())
                .add("email", user.getEmail())
                .add("language", user.getLanguage())
                .add("enabled", user.isEnabled())
                .add("roles", roles(user.getRoles()))
                .add("password-hash", user.getPasswordHash());
    }

    static JsonObjectBuilder of(AdminToken token) {
        return Json.createObjectBuilder()
                .add("name", token.getName())
                .add("roles", roles(token.getScope()))
                .add("token-hash", token.getHash())
                .add("expires", token.getExpiresAt().map(Object::toString).orElse(""));
    }

    private static JsonArray roles(Set<AdminRole> roles) {
        return sorted(roles.stream().map(AdminRole::word).toList());
    }

    private static JsonArray sorted(Collection<String> texts) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        texts.stream().sorted().forEach(list::add);
        return list.build();
    }
}
