package dev.b3lb.shell;

import dev.b3lb.management.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jboss.dmr.ModelNode;
import org.jboss.dmr.ModelType;
import org.jboss.dmr.Property;

/** A reply as a table: a line of headings, a line for each row, columns as wide as they must be. */
final class TableText {

    private TableText() {}

    /**
     * Lays out a reply.
     *
     * @param reply the reply
     * @param table which part of it, and which columns
     * @return the lines, without the last line end
     */
    static String of(ModelNode reply, Table table) {
        ModelNode content = table.rows().isEmpty() ? reply : reply.get(table.rows());
        List<ModelNode> rows = rows(content);
        if (rows.isEmpty() && table.columns().isEmpty() && !isObject(content)) {
            return content.getType() == ModelType.LIST ? "" : cell(content);
        }
        List<String> columns = table.columns().isEmpty() ? columns(rows) : table.columns();
        List<List<String>> lines = new ArrayList<>();
        lines.add(columns.stream().map(c -> c.toUpperCase(Locale.ROOT)).toList());
        for (ModelNode row : rows) {
            lines.add(columns.stream().map(c -> cell(row.get(c))).toList());
        }
        return aligned(lines);
    }

    private static List<ModelNode> rows(ModelNode content) {
        List<ModelNode> rows = new ArrayList<>();
        if (content.getType() == ModelType.LIST) {
            content.asList().forEach(element -> rows.add(isObject(element) ? element : keyed("value", element)));
        } else if (isObject(content)) {
            content.asPropertyList().forEach(property -> rows.add(row(property)));
        }
        return rows;
    }

    private static ModelNode row(Property property) {
        ModelNode row = new ModelNode();
        row.get(Table.KEY).set(property.getName());
        if (isObject(property.getValue())) {
            property.getValue().asPropertyList().forEach(field -> row.get(field.getName())
                    .set(field.getValue()));
        } else {
            row.get("value").set(property.getValue());
        }
        return row;
    }

    private static ModelNode keyed(String key, ModelNode value) {
        ModelNode row = new ModelNode();
        row.get(key).set(value);
        return row;
    }

    private static List<String> columns(List<ModelNode> rows) {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keys()));
        return columns.isEmpty() ? List.of(Table.KEY, "value") : List.copyOf(columns);
    }

    private static boolean isObject(ModelNode node) {
        return node.getType() == ModelType.OBJECT;
    }

    private static String cell(ModelNode value) {
        String text =
                switch (value.getType()) {
                    case UNDEFINED -> "";
                    case LIST ->
                        String.join(
                                " ",
                                value.asList().stream().map(TableText::cell).toList());
                    case OBJECT -> value.toJSONString(true);
                    default -> value.asString();
                };
        // A terminal must not obey what a node sent
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    private static String aligned(List<List<String>> lines) {
        int columns = lines.get(0).size();
        int[] widths = new int[columns];
        for (List<String> line : lines) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], length(line.get(i)));
            }
        }
        List<String> text = new ArrayList<>();
        for (List<String> line : lines) {
            StringBuilder padded = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                padded.append(line.get(i)).append(" ".repeat(widths[i] - length(line.get(i)) + 2));
            }
            text.add(padded.toString().stripTrailing());
        }
        return String.join("\n", text);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
