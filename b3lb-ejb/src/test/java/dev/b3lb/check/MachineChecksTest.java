package dev.b3lb.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MachineChecksTest {

    @Test
    void memory_that_is_nearly_full_after_a_collection_is_told() {
        assertThat(MachineChecks.memory(90, 100).ok()).isTrue();
        assertThat(MachineChecks.memory(91L << 20, 100L << 20))
                .returns(false, Finding::ok)
                .extracting(Finding::words)
                .asString()
                .contains("91 of 100 MiB");
    }

    @Test
    void a_disk_that_is_nearly_full_is_told() {
        assertThat(MachineChecks.disk(Path.of("data"), 512L << 20).ok()).isTrue();
        assertThat(MachineChecks.disk(Path.of("data"), 511L << 20).words()).contains("511 MiB", "Make room");
    }

    @Test
    void the_machine_at_hand_can_be_looked_at() {
        assertThat(MachineChecks.memory().words()).contains("MiB of memory");
        assertThat(MachineChecks.disk(Path.of(".")).words()).contains("MiB are free");
        assertThat(MachineChecks.disk(Path.of("no-such-directory")).ok()).isFalse();
    }
}
