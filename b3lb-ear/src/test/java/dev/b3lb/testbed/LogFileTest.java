package dev.b3lb.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @TempDir
    private Path directory;

    private Path file;
    private LogFile log;

    @BeforeEach
    void start() throws IOException {
        file = directory.resolve("x.log");
        Files.writeString(file, "12:00 ERROR of an earlier run\n");
        log = LogFile.from(file);
    }

    @Test
    void shows_the_last_lines_of_this_run() throws IOException {
        append("one\n".repeat(20) + "two\n");

        assertThat(log.summary()).endsWith("one\ntwo").hasLineCount(15).doesNotContain("earlier");
    }

    @Test
    void shows_what_went_wrong_rather_than_what_came_last() throws IOException {
        append(
                "12:01 ERROR it broke\n\tat some.Place\n    Caused by: a wrong type\n12:02 INFO stopping\n12:03 INFO gone\n");

        assertThat(log.summary()).isEqualTo("12:01 ERROR it broke\n    Caused by: a wrong type");
    }

    @Test
    void cuts_very_long_lines() throws IOException {
        append("x".repeat(5_000));

        assertThat(log.summary()).hasSize(300);
    }

    private void append(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }
}
