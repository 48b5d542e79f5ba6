package dev.b3lb.shell;

import dev.b3lb.management.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.dmr.ModelNode;
import org.jboss.dmr.ModelType;
import org.jboss.dmr.Property;

/**
 * A reply as a table: a line of headings, a line for each row. Where such lines do not fit, each row is a block of
 * lines.
 */
final class TableText {

    private TableText() {}

    /**
     * Lays out a reply.
     *
     * @param reply the reply
     * @param table which part of it, and which columns
     * @param width the longest line that fits; empty when any does
     * @return the lines, without the last line end
     */
    static String of(ModelNode reply, Table table, OptionalInt width) {
        ModelNode content = table.rows().isEmpty() ? reply : reply.get(table.rows());
        List<ModelNode> rows = rows(content, table);
        if (rows.isEmpty() && table.columns().isEmpty()) {
            return isObject(content) || content.getType() == ModelType.LIST ? "" : cell(content);
        }
        List<String> columns = table.columns().isEmpty() ? columns(rows) : table.columns();
        Grid grid = new Grid(
                columns.stream().map(column -> column.toUpperCase(Locale.ROOT)).toList(),
                rows.stream()
                        .map(row -> columns.stream()
                                .map(column -> cell(row.get(column)))
                                .toList())
                        .toList());
        return width.isEmpty() || grid.fits(width.getAsInt()) ? grid.asLines() : grid.asBlocks();
    }

    private static List<ModelNode> rows(ModelNode content, Table table) {
        List<ModelNode> rows = new ArrayList<>();
        if (content.getType() == ModelType.LIST) {
            content.asList().forEach(element -> rows.add(isObject(element) ? element : keyed("value", element)));
        } else if (isObject(content)) {
            List<Property> properties = content.asPropertyList();
            // A thing that has others inside is still one thing
            boolean things = !table.columns().isEmpty()
                    || properties.stream().allMatch(property -> isObject(property.getValue()));
            properties.forEach(property -> rows.add(row(property, things)));
        }
        return rows;
    }

    private static ModelNode row(Property property, boolean thing) {
        ModelNode row = keyed(Table.KEY, new ModelNode(property.getName()));
        if (thing && isObject(property.getValue())) {
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
        return List.copyOf(columns);
    }

    private static boolean isObject(ModelNode node) {
        return node.getType() == ModelType.OBJECT;
    }

    private static String cell(ModelNode value) {
        // A terminal must not obey what a node sent
        return words(value).replaceAll("\\p{Cntrl}+", " ");
    }

    private static String words(ModelNode value) {
        return switch (value.getType()) {
            case UNDEFINED -> "";
            case LIST ->
                value.asList().stream()
                        .map(TableText::words)
                        .collect(
                                Collectors.joining(value.asList().stream().anyMatch(TableText::isObject) ? "; " : " "));
            case OBJECT ->
                value.asPropertyList().stream()
                        .map(field -> field.getName() + "=" + words(field.getValue()))
                        .collect(Collectors.joining(", "));
            default -> value.asString();
        };
    }
}
