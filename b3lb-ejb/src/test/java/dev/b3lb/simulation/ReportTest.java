package dev.b3lb.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    @Test
    void what_is_not_asked_for_is_all() {
        Options options = Options.parse("output=here", "");
        assertThat(options.scenarios()).containsExactly(Scenario.values());
        assertThat(options.contenders()).containsExactly(Contender.values());
        assertThat(options.output()).isEqualTo(Path.of("here"));
    }

    @Test
    void a_wrong_name_is_answered_with_the_right_ones() {
        assertThatThrownBy(() -> Options.parse("scenarios=hour,lunch"))
                .hasMessageContaining("lunch")
                .hasMessageContaining("poll-loss");
        assertThatThrownBy(() -> Options.parse("seed=1")).hasMessageContaining("seeds");
    }

    @Test
    void a_part_of_the_comparison_can_be_had_with_csv_pictures_and_page(@TempDir Path directory) throws IOException {
        Path page = directory.resolve("page.md");
        Files.writeString(page, "before\n<!-- tables begin -->\nold\n<!-- tables end -->\nafter\n");
        SimulationProgram.main(new String[] {
            "output=" + directory.resolve("out"), "page=" + page, "scenarios=burst contenders=ours,oracle seeds=2"
        });
        assertThat(directory.resolve("out/tables.md"))
                .content()
                .contains("| burst |")
                .containsPattern("\\| ours, capacities set, history \\| \\d+\\.\\d ± \\d+\\.\\d \\|");
        assertThat(directory.resolve("out/figures.csv"))
                .content()
                .startsWith("scenario,contender,seed,p50,")
                .hasLineCount(5);
        assertThat(page)
                .content()
                .startsWith("before\n")
                .endsWith("after\n")
                .doesNotContain("old")
                .contains("oracle");
        assertThat(directory.resolve("page/burst.png")).isNotEmptyFile();
        assertThat(directory.resolve("page/crash.png")).doesNotExist();
    }
}
