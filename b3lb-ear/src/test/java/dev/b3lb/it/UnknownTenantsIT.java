package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.testbed.BbbAnswer;
import dev.b3lb.testbed.BbbClient;
import dev.b3lb.testbed.HttpAnswer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From an answer nobody can tell which tenants there are. */
@OnTestbed
class UnknownTenantsIT {

    private static final String WRONG = "meetingID=aa&checksum=" + "0".repeat(64);

    private final Testbed testbed;
    private Pool pool;
    private int port;

    UnknownTenantsIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeEach
    void makePool() {
        pool = testbed.newPool(0);
        port = testbed.server().httpPort();
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    private void assertSame(HttpAnswer unknown, HttpAnswer wrong) {
        assertThat(unknown.status()).isEqualTo(wrong.status()).isEqualTo(200);
        assertThat(Visible.of(unknown)).isEqualTo(Visible.of(wrong));
    }

    @ParameterizedTest
    @ValueSource(strings = {"getMeetings", "create", "join", "end", "isMeetingRunning", "sendChatMessage"})
    void an_unknown_tenant_is_answered_like_a_wrong_checksum(String call) throws IOException {
        HttpAnswer wrong = pool.client().sendUnsigned("GET", call, WRONG);

        assertSame(BbbClient.byPath(port, "localhost", "nobody", "x").sendUnsigned("GET", call, WRONG), wrong);
        assertSame(BbbClient.byHost(port, "nobody.localhost", "x").sendUnsigned("GET", call, WRONG), wrong);
        assertSame(pool.client(999, "x").sendUnsigned("GET", call, WRONG), wrong);
    }

    @Test
    void without_a_checksum_they_are_alike_too() throws IOException {
        HttpAnswer missing = pool.client().sendUnsigned("GET", "create", "meetingID=aa");

        assertSame(
                BbbClient.byPath(port, "localhost", "nobody", "x").sendUnsigned("GET", "create", "meetingID=aa"),
                missing);
    }

    @Test
    void calls_that_are_not_supported_are_alike_too() throws IOException {
        HttpAnswer known = pool.client().sendUnsigned("GET", "nonsense", WRONG);

        assertSame(BbbClient.byPath(port, "localhost", "nobody", "x").sendUnsigned("GET", "nonsense", WRONG), known);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "127.0.0.1",
                "example.com",
                "localhost.example.com",
                ".localhost",
                "a.b.localhost",
                "x",
                "[::1]",
                "$$$"
            })
    void on_any_other_host_there_is_no_tenant(String host) throws IOException {
        HttpAnswer wrong = pool.client().sendUnsigned("GET", "getMeetings", WRONG);

        assertSame(Wire.of(testbed).get("/bigbluebutton/api/getMeetings?" + WRONG, host), wrong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%2e%2e", "a%00b", "-5", "acme-1000", "acme-", "ÄÖ", "AcmeCorporation"})
    void no_strange_name_is_a_tenant(String name) throws IOException {
        HttpAnswer wrong = pool.client().sendUnsigned("GET", "getMeetings", WRONG);

        assertSame(Wire.of(testbed).get("/b3lb/t/" + name + "/bbb/api/getMeetings?" + WRONG, "localhost"), wrong);
    }

    @Test
    void a_trusted_proxy_may_name_the_host() throws IOException {
        String host = pool.tenant().toLowerCase(Locale.ROOT) + ".localhost";
        String target = pool.clientByHost().url("getMeetings", Map.of());
        String path = target.substring(target.indexOf("/bigbluebutton"));

        HttpAnswer answer = Wire.of(testbed)
                .send("GET", path, "proxy", "", List.of("X-Forwarded-Host: " + host + ":8443, other.localhost"));

        assertThat(BbbAnswer.of(answer).messageKey()).isEqualTo("noMeetings");
    }
}
