package dev.b3lb.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.BbbError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/api.md} names every call with its methods, and every error of our own with its text. */
class ApiPageTest {

    private static final Path ROOT = Path.of("..");

    /** Where the code makes an error for one case only. */
    private static final Pattern SINGLE_ERROR =
            Pattern.compile("\\b(internalError|validationError)\\(\\s*\"([^\"]+)\"\\)");

    private static final Pattern CALL_ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| ((?:GET|POST)(?:, POST)?) \\|");

    @Test
    void the_page_has_a_row_for_every_call_with_the_methods_that_it_takes() {
        List<String> calls = Arrays.stream(ApiCall.values())
                .map(call -> call.wireName() + " " + String.join(", ", sorted(call)))
                .toList();

        assertThat(CALL_ROW.matcher(page()).results().map(row -> row.group(1) + " " + row.group(2)))
                .containsExactlyElementsOf(calls);
    }

    @Test
    void the_page_has_a_row_for_every_error() {
        List<String> rows = errors().map(ApiPageTest::row).toList();

        assertThat(rows).isNotEmpty();
        assertThat(rows)
                .as("beginnings of rows that docs/api.md leaves out")
                .filteredOn(row -> !page().contains(row))
                .isEmpty();
    }

    @Test
    void the_page_has_a_row_for_every_error_that_is_made_in_one_place_only() {
        List<String> rows = Stream.of("b3lb-ejb", "b3lb-web")
                .flatMap(module -> sources(ROOT.resolve(module).resolve("src/main/java")))
                .flatMap(source -> SINGLE_ERROR.matcher(source).results())
                .map(error -> row(new BbbError(error.group(1), error.group(2))))
                .toList();

        assertThat(rows).hasSizeGreaterThan(5);
        assertThat(rows)
                .as("beginnings of rows that docs/api.md leaves out")
                .filteredOn(row -> !page().contains(row))
                .isEmpty();
    }

    private static List<String> sorted(ApiCall call) {
        return call.methods().stream().sorted(Comparator.naturalOrder()).toList();
    }

    private static String row(BbbError error) {
        return "| `" + error.messageKey() + "` | " + error.message() + " |";
    }

    private static Stream<BbbError> errors() {
        return Arrays.stream(BbbError.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == BbbError.class)
                .map(field -> {
                    try {
                        return (BbbError) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private static Stream<String> sources(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java")).map(ApiPageTest::read).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String page() {
        return read(ROOT.resolve("docs/api.md"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
