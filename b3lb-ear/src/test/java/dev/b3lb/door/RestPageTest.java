package dev.b3lb.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.management.Catalogue;
import dev.b3lb.management.Collection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** {@code docs/rest.md} has a row for every collection, with the operations behind its verbs. */
class RestPageTest {

    @Test
    void the_page_has_every_collection_and_no_other() throws IOException {
        List<String> rows = Files.readString(Path.of("../docs/rest.md"))
                .lines()
                .filter(line -> line.contains("](operations.md#"))
                .filter(line -> line.startsWith("| `"))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(Catalogue.load().collections().stream()
                        .map(RestPageTest::row)
                        .toList());
    }

    private static String row(Collection collection) {
        return "| `%s` | `%s` | %s | %s | %s | %s |"
                .formatted(
                        collection.path(),
                        collection.key(),
                        link(Optional.of(collection.list())),
                        link(collection.add()),
                        link(collection.set()),
                        link(collection.remove()));
    }

    private static String link(Optional<String> operation) {
        return operation
                .map(name -> "[`" + name + "`](operations.md#" + name + ")")
                .orElse("");
    }
}
