package dev.b3lb.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/architecture.md} leaves out no package and no dependency, and explains none that is not there. */
@AnalyzeClasses(packages = "dev.b3lb", importOptions = DoNotIncludeTests.class)
class ArchitecturePageTest {

    private static final Path ROOT = Path.of("..");
    private static final List<String> MODULES =
            List.of(".", "wildfly-config", "b3lb-ejb", "b3lb-batch", "b3lb-web", "b3lb-ear");
    private static final Pattern PACKAGE_ROW = Pattern.compile("(?m)^\\| `(dev\\.b3lb\\.[a-z.]+)` \\|");
    private static final Pattern DEPENDENCY = Pattern.compile(
            "<dependency>(?:\\s|<!--.*?-->)*<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>",
            Pattern.DOTALL);

    @ArchTest
    static void the_page_has_every_package_and_no_other(JavaClasses classes) {
        Set<String> packages = classes.stream()
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());

        assertThat(found(PACKAGE_ROW, page()).map(row -> row.group(1))).containsExactlyInAnyOrderElementsOf(packages);
    }

    @Test
    void the_page_has_every_dependency() {
        Set<String> dependencies = MODULES.stream()
                .flatMap(module -> found(DEPENDENCY, read(ROOT.resolve(module).resolve("pom.xml"))))
                .filter(dependency -> !dependency.group(1).equals("dev.b3lb"))
                .map(dependency -> "`" + dependency.group(2) + "`")
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(dependencies).isNotEmpty().allSatisfy(name -> assertThat(page())
                .contains(name));
    }

    private static Stream<MatchResult> found(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    private static String page() {
        return read(ROOT.resolve("docs/architecture.md"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
