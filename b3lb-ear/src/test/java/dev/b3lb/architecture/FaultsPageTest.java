package dev.b3lb.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/faults.md} claims nothing that no test shows, and names no test that is not there. */
class FaultsPageTest {

    private static final Path ROOT = Path.of("..");
    private static final List<String> MODULES =
            List.of("wildfly-config", "b3lb-ejb", "b3lb-batch", "b3lb-web", "b3lb-ear");
    private static final Pattern TEST_NAME = Pattern.compile("`(\\w+(?:IT|Test))`");
    private static final Pattern SETTING = Pattern.compile("`(B3LB_\\w+)`");

    @Test
    void every_test_that_the_page_names_exists() {
        Set<String> tests = MODULES.stream()
                .flatMap(module -> names(ROOT.resolve(module).resolve("src/test/java")))
                .collect(Collectors.toSet());
        Set<String> named = found(TEST_NAME, page());

        assertThat(named).hasSizeGreaterThan(10);
        assertThat(tests).containsAll(named);
    }

    @Test
    void every_row_about_a_fault_names_a_test() {
        List<String> rows = page().lines()
                .filter(line -> line.startsWith("| ") && line.split("\\|").length == 6)
                .filter(line -> !line.startsWith("| fault |") && !line.startsWith("| --- |"))
                .toList();

        assertThat(rows)
                .hasSizeGreaterThan(20)
                .allMatch(row -> TEST_NAME.matcher(row).find());
    }

    @Test
    void every_setting_that_the_page_names_exists() {
        String settings = read(ROOT.resolve("docs/settings.md"));

        assertThat(found(SETTING, page())).isNotEmpty().allSatisfy(name -> assertThat(settings)
                .contains("`" + name + "`"));
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> names(Path directory) {
        if (!Files.isDirectory(directory)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String page() {
        return read(ROOT.resolve("docs/faults.md"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
