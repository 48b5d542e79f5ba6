package dev.b3lb.door;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.dmr.ModelNode;
import org.jboss.dmr.ModelType;

/** What stays of a reply when all is left out that differs from one story to the next: names, moments, chance. */
final class Likeness {

    /** What these hold is measured, counted over the whole server, or made at random. */
    private static final Set<String> OF_THE_MOMENT = Set.of(
            "id",
            "secret",
            "secret2",
            "stats-token",
            "token",
            "created",
            "created-at",
            "changed-at",
            "at",
            "since",
            "next-try",
            "over",
            "last-poll",
            "last-good-poll",
            "last-seen",
            "last-error",
            "words",
            "attempts",
            "state",
            "load",
            "cpu",
            "ramp",
            "strength",
            "who",
            "door",
            "internal-meeting-id",
            "internal-id",
            "expires",
            "configuration-version",
            "document",
            "nodes",
            "online",
            "maintenance",
            "meetings",
            "users",
            "attendees",
            "version",
            "api",
            "url",
            "hostname",
            "ok",
            "health",
            "bbb-version",
            "expected-users",
            "frozen-since");

    /** Replies about the whole server: their keys are names of things that others have made. */
    private static final Set<String> OF_THE_SERVER = Set.of(
            "status",
            "getloadvalues",
            "meetingstats",
            "listalltenantsecrets",
            "check",
            "instances",
            "figures",
            "checkslides");

    /** Fields of such replies; a figure must not be there behind one door only. */
    private static final Set<String> FIELDS_OF_THE_SERVER = Set.of(
            "nodes",
            "online",
            "maintenance",
            "meetings",
            "users",
            "frozen-since",
            "servers",
            "attendees",
            "instance",
            "version",
            "started",
            "running",
            "configuration-version",
            "nodes-online",
            "nodes-maintenance",
            "tenants",
            "secrets",
            "open-meetings",
            "database",
            "redis");

    private Likeness() {}

    static String of(OperationStory.Told step, OperationStory.Cast cast) {
        if (OF_THE_SERVER.contains(step.operation())) {
            return outline(step.reply());
        }
        return shape(step.reply())
                .toJSONString(true)
                .replaceAll("[A-Za-z0-9]{42}", "SECRET")
                .replace(cast.cluster(), "CLUSTER")
                .replace(cast.group(), "GROUP")
                .replace(cast.node(), "NODE")
                .replace(cast.user(), "USER")
                .replace(cast.tenant(), "TENANT")
                .replace(cast.tenant().toLowerCase(Locale.ROOT), "tenant");
    }

    /** The fields of the reply, or of the first thing in it; not those that are names. */
    private static String outline(ModelNode reply) {
        if (reply.getType() == ModelType.LIST) {
            return "a list of "
                    + (reply.asList().isEmpty()
                            ? "nothing"
                            : new TreeSet<>(reply.get(0).keys()));
        }
        return "an object of "
                + reply.keys().stream()
                        .filter(FIELDS_OF_THE_SERVER::contains)
                        .sorted()
                        .toList();
    }

    private static ModelNode shape(ModelNode node) {
        if (node.getType() == ModelType.OBJECT) {
            ModelNode shape = new ModelNode().setEmptyObject();
            new TreeSet<>(node.keys()).forEach(key -> shape.get(key)
                    .set(OF_THE_MOMENT.contains(key) ? kind(node.get(key)) : shape(node.get(key))));
            return shape;
        }
        if (node.getType() == ModelType.LIST) {
            ModelNode shape = new ModelNode().setEmptyList();
            node.asList().forEach(element -> shape.add(shape(element)));
            return shape;
        }
        return plain(node);
    }

    private static ModelNode kind(ModelNode node) {
        return new ModelNode(isNumber(node) ? "number" : node.getType().name());
    }

    /** DMR has many types of numbers, of which JSON knows one. */
    private static ModelNode plain(ModelNode node) {
        return isNumber(node)
                ? new ModelNode(node.asBigDecimal().stripTrailingZeros().toPlainString())
                : node;
    }

    private static boolean isNumber(ModelNode node) {
        return List.of(ModelType.INT, ModelType.LONG, ModelType.DOUBLE, ModelType.BIG_DECIMAL, ModelType.BIG_INTEGER)
                .contains(node.getType());
    }
}
