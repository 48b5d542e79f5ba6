package dev.b3lb.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.testbed.BbbSignature;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GreetingTest {

    private static final String SECRET = "0123456789abcdefghijklmnopqrstuvwxyzABCDEF";
    private static final Pattern CALL = Pattern.compile("'http://localhost:8080/b3lb/t/acme/bbb/api/(\\w+)\\?([^']*)'");

    private final String text = new Greeting(new DemoFacts(
                    DemoSettings.read(Path.of("/srv/server"), Path.of("target"), new Properties()),
                    new DemoSecrets("letmein", "letmeintoo", "nodesecret", "databasepassword", "cachepassword"),
                    List.of(new DemoNode(
                            "node1", "http://localhost:8101/", "http://localhost:8101/bigbluebutton/api/")),
                    SECRET,
                    Path.of("/srv/server.log")))
            .text();

    @Test
    void shows_create_join_list_and_end() {
        assertThat(calls()).extracting(call -> call.group(1)).containsExactly("create", "join", "getMeetings", "end");
    }

    @Test
    void signs_every_call_over_its_query() {
        BbbSignature signature = new BbbSignature("SHA-256", SECRET);

        assertThat(calls()).allSatisfy(call -> {
            String query = call.group(2).replaceFirst("&?checksum=.*", "");
            assertThat(call.group(2)).isEqualTo(signature.sign(call.group(1), query));
        });
    }

    @Test
    void shows_how_to_reach_everything() {
        assertThat(text)
                .contains("http://localhost:8080/b3lb/ping")
                .contains("http://localhost:9990/console  (WildFly's; user admin, password letmein)")
                .contains("http://localhost:8101/")
                .contains("http://acme.localhost:8080/bigbluebutton/api/")
                .contains("https://mconf.github.io/api-mate/#server=http://localhost:8080/b3lb/t/acme/bbb/api/"
                        + "&sharedSecret=" + SECRET)
                .contains("http://localhost:8080/admin/api/v1/  (user admin, password letmeintoo)")
                .contains("curl -u 'admin:letmeintoo' http://localhost:8080/admin/api/v1/me")
                .contains("B3LB_MANAGEMENT=127.0.0.1:9990 /srv/server/bin/b3lb.sh status --table")
                .contains("/srv/server.log");
    }

    @Test
    void shows_no_secret_of_nodes_database_or_cache() {
        assertThat(text).doesNotContain("nodesecret", "databasepassword", "cachepassword");
    }

    private List<MatchResult> calls() {
        return CALL.matcher(text).results().toList();
    }
}
