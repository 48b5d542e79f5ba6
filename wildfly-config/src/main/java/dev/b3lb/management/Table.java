package dev.b3lb.management;

import java.util.List;

/**
 * How a reply looks as a table.
 *
 * @param rows the key of the reply that holds the rows; empty when the reply itself is the rows
 * @param columns the keys that are shown, in order; empty when all are. In a reply that is an object of objects the
 *     column {@value #KEY} is the key of each
 */
public record Table(String rows, List<String> columns) {

    /** The column that shows the keys of an object. */
    public static final String KEY = "key";

    /** A table of everything that is in the reply. */
    public static final Table EVERYTHING = new Table("", List.of());

    /** Keeps its own copy of the columns. */
    public Table {
        columns = List.copyOf(columns);
    }
}
