package dev.b3lb.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoSecretsTest {

    @TempDir
    private Path directory;

    @Test
    void are_kept_between_runs() {
        Path file = directory.resolve("secrets.properties");
        DemoSecrets first = DemoSecrets.keep(file, new Random(1));

        assertThat(DemoSecrets.keep(file, new Random(2))).isEqualTo(first);
    }

    @Test
    void differ_between_machines() {
        DemoSecrets one = DemoSecrets.keep(directory.resolve("1"), new Random(1));
        DemoSecrets other = DemoSecrets.keep(directory.resolve("2"), new Random(2));

        assertThat(one.adminPassword()).isNotEqualTo(other.adminPassword()).matches("[A-Za-z0-9]{20}");
        assertThat(one.userPassword())
                .isNotEqualTo(other.userPassword())
                .isNotEqualTo(one.adminPassword())
                .matches("[A-Za-z0-9]{20}");
        assertThat(one.databasePassword())
                .isNotEqualTo(other.databasePassword())
                .isNotEqualTo(one.cachePassword())
                .matches("[A-Za-z0-9]{20}");
        assertThat(one.cachePassword()).isNotEqualTo(other.cachePassword()).matches("[A-Za-z0-9]{20}");
        assertThat(one.nodeSecret()).isNotEqualTo(other.nodeSecret()).matches("[A-Za-z0-9]{40}");
    }

    @Test
    void are_not_shown() {
        DemoSecrets secrets = DemoSecrets.keep(directory.resolve("x"), new Random(1));

        assertThat(secrets.toString())
                .doesNotContain(
                        secrets.adminPassword(),
                        secrets.userPassword(),
                        secrets.nodeSecret(),
                        secrets.databasePassword(),
                        secrets.cachePassword());
    }
}
