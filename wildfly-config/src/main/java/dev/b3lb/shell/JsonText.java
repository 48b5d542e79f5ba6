package dev.b3lb.shell;

import java.util.List;
import org.jboss.dmr.ModelNode;
import org.jboss.dmr.ModelType;
import org.jboss.dmr.Property;

/** A reply as JSON for people and programs: two spaces for each level, one value in each line. */
final class JsonText {

    private final StringBuilder text = new StringBuilder();

    private JsonText() {}

    /** {@return the JSON text, without a line end} */
    static String of(ModelNode reply) {
        JsonText json = new JsonText();
        json.value(reply, "\n");
        return json.text.toString();
    }

    private void value(ModelNode node, String newLine) {
        switch (node.getType()) {
            case UNDEFINED -> text.append("null");
            case BOOLEAN, INT, LONG, DOUBLE, BIG_DECIMAL, BIG_INTEGER -> text.append(number(node));
            case LIST -> list(node.asList(), newLine);
            case OBJECT, PROPERTY -> object(node.asPropertyList(), newLine);
            default -> quoted(node.asString());
        }
    }

    /** JSON has no words for these. */
    private static String number(ModelNode node) {
        boolean infinite = node.getType() == ModelType.DOUBLE && !Double.isFinite(node.asDouble());
        return infinite ? "null" : node.asString();
    }

    private void list(List<ModelNode> elements, String newLine) {
        String separator = "";
        text.append('[');
        for (ModelNode element : elements) {
            text.append(separator).append(newLine).append("  ");
            value(element, newLine + "  ");
            separator = ",";
        }
        text.append(elements.isEmpty() ? "" : newLine).append(']');
    }

    private void object(List<Property> properties, String newLine) {
        String separator = "";
        text.append('{');
        for (Property property : properties) {
            text.append(separator).append(newLine).append("  ");
            quoted(property.getName());
            text.append(": ");
            value(property.getValue(), newLine + "  ");
            separator = ",";
        }
        text.append(properties.isEmpty() ? "" : newLine).append('}');
    }

    private void quoted(String value) {
        text.append('"');
        for (char c : value.toCharArray()) {
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                default -> text.append(Character.isISOControl(c) ? String.format("\\u%04x", (int) c) : c);
            }
        }
        text.append('"');
    }
}
