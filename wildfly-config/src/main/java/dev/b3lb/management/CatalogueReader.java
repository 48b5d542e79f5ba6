package dev.b3lb.management;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.dmr.ModelNode;

/** Makes chapters of the catalogue from their JSON. */
final class CatalogueReader {

    private CatalogueReader() {}

    static Chapter chapter(String json) {
        ModelNode data = ModelNode.fromJSONString(json);
        return new Chapter(
                data.require("title").asString(),
                list(data, "operations").stream()
                        .map(CatalogueReader::operation)
                        .toList(),
                list(data, "collections").stream()
                        .map(CatalogueReader::collection)
                        .toList());
    }

    static List<ResourceAttribute> attributes(String json) {
        return ModelNode.fromJSONString(json).asList().stream()
                .map(CatalogueReader::attribute)
                .toList();
    }

    private static ResourceAttribute attribute(ModelNode data) {
        return new ResourceAttribute(
                data.require("name").asString(),
                ResourceAttribute.Type.valueOf(upper(data.require("type").asString())),
                text(data, "operation"),
                data.require("text").asString());
    }

    private static Operation operation(ModelNode data) {
        return new Operation(
                data.require("name").asString(),
                texts(data, "spellings"),
                data.require("text").asString(),
                data.require("role").asString(),
                data.require("changes").asBoolean(),
                Operation.Reply.valueOf(upper(data.require("reply").asString())),
                data.require("reply-text").asString(),
                list(data, "parameters").stream()
                        .map(CatalogueReader::parameter)
                        .toList(),
                texts(data, "one-of"),
                list(data, "positional").stream()
                        .map(form ->
                                form.asList().stream().map(ModelNode::asString).toList())
                        .toList(),
                table(data.get("table")));
    }

    private static Parameter parameter(ModelNode data) {
        return new Parameter(
                data.require("name").asString(),
                Parameter.Type.valueOf(upper(data.require("type").asString())),
                data.get("required").asBoolean(false),
                data.get("secret").asBoolean(false),
                texts(data, "allowed"),
                range(data),
                fileRule(data),
                data.require("text").asString());
    }

    private static Parameter.Range range(ModelNode data) {
        return new Parameter.Range(
                data.get("min").asInt(Integer.MIN_VALUE), data.get("max").asInt(Integer.MAX_VALUE));
    }

    private static Optional<Parameter.FileRule> fileRule(ModelNode data) {
        return data.hasDefined("most-bytes")
                ? Optional.of(new Parameter.FileRule(
                        text(data, "name-parameter"), data.get("most-bytes").asInt()))
                : Optional.empty();
    }

    private static Table table(ModelNode data) {
        return data.isDefined() ? new Table(data.get("rows").asString(""), texts(data, "columns")) : Table.EVERYTHING;
    }

    private static Collection collection(ModelNode data) {
        return new Collection(
                data.require("path").asString(),
                data.require("key").asString(),
                data.require("list").asString(),
                text(data, "add"),
                text(data, "set"),
                text(data, "remove"));
    }

    private static Optional<String> text(ModelNode data, String key) {
        return data.hasDefined(key) ? Optional.of(data.get(key).asString()) : Optional.empty();
    }

    private static List<String> texts(ModelNode data, String key) {
        return list(data, key).stream().map(ModelNode::asString).toList();
    }

    private static List<ModelNode> list(ModelNode data, String key) {
        return data.hasDefined(key) ? data.get(key).asList() : List.of();
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
