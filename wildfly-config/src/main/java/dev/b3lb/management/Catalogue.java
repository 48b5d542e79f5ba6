package dev.b3lb.management;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.dmr.ModelNode;

/**
 * All operations, with their parameters and texts. They stand once, as data in this jar; the management resource, the
 * shell command and the application read them from here.
 *
 * @param operations the operations in the order in which they are listed for people
 */
public record Catalogue(List<Operation> operations) {

    private static final String DATA = "operations.json";

    /** Keeps its own copy of the list. */
    public Catalogue {
        operations = List.copyOf(operations);
    }

    /**
     * Reads the catalogue that this jar holds.
     *
     * @return the catalogue
     * @throws UncheckedIOException when the jar is damaged
     */
    public static Catalogue load() {
        try (InputStream data = Catalogue.class.getResourceAsStream(DATA)) {
            if (data == null) {
                throw new IOException(DATA + " is missing beside " + Catalogue.class.getName());
            }
            return parse(new String(data.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /** {@return the operation of that name} */
    public Optional<Operation> operation(String name) {
        return operations.stream().filter(o -> o.name().equals(name)).findFirst();
    }

    private static Catalogue parse(String json) {
        return new Catalogue(ModelNode.fromJSONString(json).asList().stream()
                .map(Catalogue::toOperation)
                .toList());
    }

    private static Operation toOperation(ModelNode data) {
        return new Operation(
                data.require("name").asString(),
                data.require("text").asString(),
                data.require("role").asString(),
                data.require("changes").asBoolean(),
                Operation.Reply.valueOf(upper(data.require("reply").asString())),
                data.require("reply-text").asString(),
                list(data, "parameters").stream().map(Catalogue::toParameter).toList(),
                texts(data, "one-of"),
                list(data, "positional").stream()
                        .map(form ->
                                form.asList().stream().map(ModelNode::asString).toList())
                        .toList(),
                toTable(data.get("table")));
    }

    private static Parameter toParameter(ModelNode data) {
        return new Parameter(
                data.require("name").asString(),
                Parameter.Type.valueOf(upper(data.require("type").asString())),
                data.get("required").asBoolean(false),
                data.get("secret").asBoolean(false),
                texts(data, "allowed"),
                toFileRule(data),
                data.require("text").asString());
    }

    private static Optional<Parameter.FileRule> toFileRule(ModelNode data) {
        return data.hasDefined("name-parameter")
                ? Optional.of(new Parameter.FileRule(
                        data.get("name-parameter").asString(),
                        data.require("most-bytes").asInt()))
                : Optional.empty();
    }

    private static Table toTable(ModelNode data) {
        return data.isDefined() ? new Table(data.get("rows").asString(""), texts(data, "columns")) : Table.EVERYTHING;
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
