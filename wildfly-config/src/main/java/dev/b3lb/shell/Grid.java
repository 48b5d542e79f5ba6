package dev.b3lb.shell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Cells in rows and columns, to be printed with letters of one width.
 *
 * @param headings what the columns are called
 * @param rows as many cells each as there are headings
 */
record Grid(List<String> headings, List<List<String>> rows) {

    private static final String GAP = "  ";

    /** {@return whether no line of it is longer} */
    boolean fits(int width) {
        int longest = widths().stream().mapToInt(Integer::intValue).sum() + GAP.length() * (headings.size() - 1);
        return longest <= width;
    }

    /** {@return a line of headings and one for each row, the columns as wide as they must be} */
    String asLines() {
        List<Integer> widths = widths();
        List<String> lines = new ArrayList<>(List.of(line(headings, widths)));
        rows.forEach(row -> lines.add(line(row, widths)));
        return String.join("\n", lines);
    }

    /** {@return a block for each row, a line for each of its cells that is not empty} */
    String asBlocks() {
        int widest = headings.stream().mapToInt(Grid::length).max().orElse(0);
        return rows.stream()
                .map(row -> IntStream.range(0, headings.size())
                        .filter(i -> !row.get(i).isEmpty())
                        .mapToObj(i -> padded(headings.get(i), widest) + GAP + row.get(i))
                        .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n\n"));
    }

    private List<Integer> widths() {
        List<Integer> widths = new ArrayList<>(Collections.nCopies(headings.size(), 0));
        IntStream.range(0, headings.size())
                .forEach(i -> widths.set(
                        i,
                        Math.max(
                                length(headings.get(i)),
                                rows.stream()
                                        .mapToInt(row -> length(row.get(i)))
                                        .max()
                                        .orElse(0))));
        return widths;
    }

    private static String line(List<String> cells, List<Integer> widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(i -> padded(cells.get(i), widths.get(i)))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - length(text));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
