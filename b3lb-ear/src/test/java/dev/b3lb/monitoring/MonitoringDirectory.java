package dev.b3lb.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** {@code docs/monitoring} and the page above it. */
final class MonitoringDirectory {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Path DIRECTORY = DOCS.resolve("monitoring");

    private MonitoringDirectory() {}

    /** Where the files are. */
    static Path path() {
        return DIRECTORY.toAbsolutePath().normalize();
    }

    static MetricsPage page() {
        return MetricsPage.parse(read(DOCS.resolve("monitoring.md")));
    }

    static Rules rules() {
        return Rules.parse(read(DIRECTORY.resolve("rules.yml")));
    }

    static RuleTests ruleTests() {
        return RuleTests.parse(read(DIRECTORY.resolve("rules-test.yml")));
    }

    static Dashboard dashboard() {
        return Dashboard.parse(read(DIRECTORY.resolve("dashboard.json")));
    }

    /** Everything that is asked of Prometheus, by the dashboard and by the rules. */
    static Stream<Expression> expressions() {
        return Stream.concat(dashboard().expressions().stream(), rules().expressions().stream());
    }

    /** What two nodes, three secrets and one server could tell: the agreed families, written by hand. */
    static Scrape agreedScrape() {
        try (var text = MonitoringDirectory.class.getResourceAsStream("scrape.txt")) {
            return Scrape.parse(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
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
