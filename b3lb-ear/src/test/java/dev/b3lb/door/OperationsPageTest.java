package dev.b3lb.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.management.Catalogue;
import dev.b3lb.management.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code docs/operations.md} says of every operation what the catalogue says, and shows an example of it. */
class OperationsPageTest {

    private final Catalogue catalogue = Catalogue.load();

    @Test
    void the_page_has_every_operation_as_the_catalogue_has_it() throws IOException {
        String page = Files.readString(OperationsPage.PAGE);

        assertThat(catalogue.operations()).isNotEmpty().allSatisfy(operation -> {
            String section = section(page, operation);
            assertThat(section).contains(PageWriter.intro(operation), operation.replyText());
            assertThat(operation.parameters())
                    .allSatisfy(parameter -> assertThat(section).contains(PageWriter.row(parameter)));
            assertThat(section).contains("    $ bin/b3lb.sh " + operation.name());
        });
    }

    @Test
    void the_page_has_no_operation_that_is_not_there() throws IOException {
        List<String> headings = Files.readString(OperationsPage.PAGE)
                .lines()
                .filter(line -> line.startsWith("### `"))
                .map(line -> line.substring("### ".length()))
                .toList();

        assertThat(headings)
                .containsExactlyElementsOf(
                        catalogue.operations().stream().map(PageWriter::heading).toList());
    }

    private static String section(String page, Operation operation) {
        int begin = page.indexOf("### " + PageWriter.heading(operation) + "\n");
        assertThat(begin)
                .as("section " + operation.name() + " of docs/operations.md")
                .isNotNegative();
        int end = page.indexOf("\n#", begin + 1);
        return page.substring(begin, end < 0 ? page.length() : end);
    }
}
