package dev.b3lb.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartSettingsTest {

    private static final Map<String, String> NEEDED =
            Map.of("DATABASE_URL", "postgresql://u:p@h/d", "B3LB_API_BASE_DOMAIN", "bbb.example.com");

    @Test
    void come_from_the_file() throws WrongSetting {
        assertThat(complete(Map.of(), NEEDED))
                .containsAllEntriesOf(NEEDED)
                .containsEntry("B3LB_DB_HOST", "h")
                .containsEntry("B3LB_SERVER_NAME", "web1:8080")
                .containsKeys("B3LB_TX_NODE_ID", "B3LB_IO_THREADS");
    }

    @Test
    void of_the_environment_win_over_those_of_the_file() throws WrongSetting {
        Map<String, String> environment = Map.of("B3LB_API_BASE_DOMAIN", "other", "B3LB_IO_THREADS", "3");

        assertThat(complete(environment, NEEDED)).doesNotContainKeys("B3LB_API_BASE_DOMAIN", "B3LB_IO_THREADS");
    }

    @Test
    void have_the_name_that_the_servers_arguments_give_it() throws WrongSetting {
        Map<String, String> environment = Map.of("B3LB_SERVER_NAME", "east");

        assertThat(StartSettings.complete(environment, NEEDED, "web1", List.of("-Djboss.node.name=west")))
                .containsEntry("B3LB_SERVER_NAME", "west");
        assertThat(complete(environment, NEEDED)).containsEntry("B3LB_SERVER_NAME", "east");
    }

    @Test
    void about_the_database_always_come_from_its_url() throws WrongSetting {
        Map<String, String> environment = new HashMap<>(NEEDED);
        environment.put("B3LB_DB_HOST", "stale");

        assertThat(complete(environment, Map.of())).containsEntry("B3LB_DB_HOST", "h");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DATABASE_URL", "B3LB_API_BASE_DOMAIN"})
    void are_named_when_they_are_missing(String name) {
        Map<String, String> others = new HashMap<>(NEEDED);
        others.put(name, " ");

        assertThatThrownBy(() -> complete(others, Map.of()))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith(name + " is not set");
    }

    @Test
    void are_refused_when_the_log_cannot_look_like_that() throws WrongSetting {
        Map<String, String> others = new HashMap<>(NEEDED);
        others.put("B3LB_LOG_FORMAT", "json");
        assertThat(complete(Map.of(), others)).containsEntry("B3LB_LOG_FORMAT", "json");

        assertThatThrownBy(() -> complete(Map.of("B3LB_LOG_FORMAT", "xml"), others))
                .isInstanceOf(WrongSetting.class)
                .hasMessage("B3LB_LOG_FORMAT must be text or json.");
    }

    @Test
    void reach_the_shell_unchanged() throws IOException, InterruptedException {
        String odd = "it's \"odd\" $HOME `id` $(id) \\ ; & | * ~ ! grün \uD83D\uDD11 ";
        String script = Assignments.of(Map.of("ODD", odd)) + "printf %s \"$ODD\"";
        Process shell = new ProcessBuilder("sh", "-c", script).start();

        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(odd);
        assertThat(shell.waitFor()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "2m", "1.5"})
    void refuse_a_wait_that_is_no_number_of_seconds(String value) {
        assertThatThrownBy(() -> WaitForDatabase.limit(Map.of("B3LB_DATABASE_WAIT", value)))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("B3LB_DATABASE_WAIT");
    }

    private static Map<String, String> complete(Map<String, String> environment, Map<String, String> file)
            throws WrongSetting {
        return StartSettings.complete(environment, file, "web1", List.of());
    }
}
