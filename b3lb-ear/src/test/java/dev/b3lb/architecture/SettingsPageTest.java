package dev.b3lb.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.settings.Setting;
import dev.b3lb.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/settings.md} says what the code says. With {@code -Db3lb.docs.write} the table of the application's
 * settings is written into the page instead of compared with it.
 */
class SettingsPageTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path PAGE = ROOT.resolve("docs/settings.md");
    private static final Path SERVER = ROOT.resolve("wildfly-config/src/main");
    private static final Pattern TABLE =
            Pattern.compile("(?<=<!-- settings begin -->\n).*(?=<!-- settings end -->)", Pattern.DOTALL);

    /** A variable with its default as WildFly's expressions have it; a default may hold one more expression. */
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{env\\.(\\w+):((?:[^{}]|\\{[^{}]*})*)}");

    /** Words that look like variables of ours and are none. */
    private static final Pattern VARIABLE =
            Pattern.compile("\\b(?:B3LB_\\w*[A-Z]|JAVA_OPTS_B3LB|JBOSS_JAVA_SIZING)\\b");

    @Test
    void the_page_has_the_settings_of_the_application() throws IOException {
        String page = Files.readString(PAGE);
        String written = TABLE.matcher(page).replaceFirst(Matcher.quoteReplacement(table()));
        if (System.getProperty("b3lb.docs.write") != null) {
            Files.writeString(PAGE, written);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/settings.md; mvn test -Db3lb.docs.write writes it anew")
                .isEqualTo(written);
    }

    @Test
    void the_page_has_the_variables_of_the_server_s_configuration_with_their_defaults() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(expressions()).isNotEmpty();
        assertThat(expressions())
                .extracting(variable -> row(variable.group(1), code(variable.group(2))))
                .as("beginnings of rows that docs/settings.md leaves out")
                .filteredOn(row -> !page.contains(row))
                .isEmpty();
    }

    @Test
    void the_page_has_every_variable_that_scripts_and_programs_read() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(variables()).isNotEmpty();
        assertThat(variables())
                .as("variables that docs/settings.md leaves out")
                .filteredOn(variable -> !page.contains("| `" + variable + "` |"))
                .isEmpty();
    }

    private static String table() {
        String rows = Settings.ALL.stream()
                .map(setting -> row(setting.name(), defaultOf(setting)) + " " + setting.text() + " |\n")
                .collect(Collectors.joining());
        return "| name | default | meaning |\n| --- | --- | --- |\n" + rows;
    }

    private static String row(String name, String standard) {
        return "| `" + name + "` | " + standard + " |";
    }

    private static String defaultOf(Setting<?> setting) {
        return setting.required()
                ? "**required**"
                : setting.defaultText().map(SettingsPageTest::code).orElse("not set");
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private static List<MatchResult> expressions() throws IOException {
        return EXPRESSION
                .matcher(Files.readString(SERVER.resolve("scripts/b3lb.cli")))
                .results()
                .filter(variable -> !variable.group(1).startsWith("B3LB_DB_PASSWORD"))
                .toList();
    }

    private static List<String> variables() throws IOException {
        try (Stream<Path> files = Files.walk(SERVER)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> VARIABLE.matcher(read(file)).results())
                    .map(MatchResult::group)
                    .distinct()
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
