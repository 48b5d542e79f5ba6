package dev.b3lb.shell;

import static dev.b3lb.shell.SampleOperations.file;
import static dev.b3lb.shell.SampleOperations.parameter;
import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.management.Catalogue;
import dev.b3lb.management.Chapter;
import dev.b3lb.management.Operation;
import dev.b3lb.management.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class HelpTest {

    private final Operation upload = new Operation(
            "upload",
            List.of("put", "files:add"),
            "Takes a file. It is kept.",
            "admin",
            true,
            Operation.Reply.OBJECT,
            "The file.",
            List.of(
                    parameter("kind", true, false, List.of("a", "b")),
                    parameter("secret", false, true, List.of()),
                    file("file", 5)),
            List.of(),
            List.of(List.of("kind", "file")),
            Table.EVERYTHING);

    @Test
    void of_an_operation_tells_all_ways_to_call_it() {
        assertThat(Help.of(upload)).isEqualTo("""
                        Usage: b3lb.sh upload --kind a|b [--secret TEXT] --file FILE
                               b3lb.sh upload KIND FILE [--parameter value ...]

                        Takes a file. It is kept.

                        Other spellings: put, files:add

                        Parameters:
                          --kind               A value.
                          --secret             A value. '-' reads it from standard input.
                          --file               A file. '-' reads it from standard input.

                        Reply: The file.
                        """);
    }

    @Test
    void of_all_lists_them_by_chapter_with_one_sentence_each() {
        Catalogue catalogue = new Catalogue(
                List.of(new Chapter("Empty", List.of(), List.of()), new Chapter("Files", List.of(upload), List.of())));

        assertThat(Help.of(catalogue)).contains("""

                        Files:
                          upload               Takes a file.

                        Options:
                        """).doesNotContain("Empty");
    }

    @Test
    void has_no_long_lines() {
        Catalogue catalogue = Catalogue.load();

        assertThat(Help.of(catalogue).lines()).allMatch(line -> line.length() <= 112);
        assertThat(catalogue.operations())
                .allSatisfy(operation -> assertThat(Help.of(operation).lines()).allMatch(line -> line.length() <= 112));
    }
}
