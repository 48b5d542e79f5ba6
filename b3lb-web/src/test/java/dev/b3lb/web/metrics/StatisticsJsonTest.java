package dev.b3lb.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.metrics.Figures;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StatisticsJsonTest {

    private static final SortedMap<String, SortedMap<String, Figures>> SERVERS = new TreeMap<>(Map.of(
            "moodle.example", new TreeMap<>(Map.of("Moodle", new Figures(6, 5, 4, 3, 2, 1))),
            "", new TreeMap<>(Map.of("\"odd\"", new Figures(0, 0, 0, 0, 0, 1)))));

    private static final String JSON = """
            {"":{"\\"odd\\"":{"participantCount":0,"listenerCount":0,"voiceParticipantCount":0,"moderatorCount":0,\
            "videoCount":0,"meetingCount":1}},\
            "moodle.example":{"Moodle":{"participantCount":6,"listenerCount":5,"voiceParticipantCount":4,\
            "moderatorCount":3,"videoCount":2,"meetingCount":1}}}""";

    @Test
    void figures_of_a_tenant_are_told_by_server_and_origin() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        StatisticsJson.writeServers(SERVERS, out);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(JSON);
    }

    @Test
    void figures_of_all_are_the_same_by_tenant() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        StatisticsJson.writeTenants(new TreeMap<>(Map.of("IDLE", new TreeMap<>(), "ACME", SERVERS)), out);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("{\"ACME\":" + JSON + ",\"IDLE\":{}}");
    }
}
