package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.fakenode.FakeMeeting;
import dev.b3lb.testbed.B3lbServer;
import dev.b3lb.testbed.BbbAnswer;
import dev.b3lb.testbed.BbbClient;
import dev.b3lb.testbed.BbbSignature;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.RawHttp;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server whose settings differ from the usual ones. */
@OnTestbed
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InstallationIT {

    private final Testbed testbed;
    private Pool pool;
    private B3lbServer server;
    private String secret;

    InstallationIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeAll
    void start() {
        pool = testbed.newPool(1);
        secret = pool.addSecret(3);
        server = B3lbServer.start(
                testbed.workplace(),
                testbed.newPlan("installation")
                        .on(testbed.postgres(), testbed.redis())
                        .with("B3LB_DEFAULT_TENANT", pool.tenant().toLowerCase(Locale.ROOT))
                        .with("B3LB_ALLOW_VOICE_BRIDGE", true)
                        .with("B3LB_MAX_MEETING_DURATION", 60)
                        .with("B3LB_ALLOWED_SHA_ALGORITHMS", "sha256,sha512")
                        .with("B3LB_ACCEPT_UNSIGNED_BODY", false)
                        .with("B3LB_TRUSTED_PROXIES", "192.0.2.1"));
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
        pool.close();
    }

    private BbbClient byPath() {
        return BbbClient.byPath(
                server.httpPort(), Testbed.BASE_DOMAIN, pool.tenant().toLowerCase(Locale.ROOT), pool.secret());
    }

    private FakeMeeting created(String meetingId, Map<String, String> more) throws IOException {
        BbbAnswer answer = Rooms.create(byPath(), meetingId, more);
        assertThat(answer.succeeded()).as(answer.toString()).isTrue();
        return Rooms.running(pool, meetingId).get(0);
    }

    @Test
    void the_default_tenant_is_reached_at_the_base_domain_itself() throws IOException {
        BbbClient client = BbbClient.byHost(server.httpPort(), Testbed.BASE_DOMAIN, pool.secret());
        assertThat(Rooms.create(client, "default").succeeded()).isTrue();
        assertThat(Rooms.listed(byPath())).contains("default");
    }

    @Test
    void at_the_base_domain_only_the_default_tenants_main_secret_counts() throws IOException {
        BbbClient client = BbbClient.byHost(server.httpPort(), Testbed.BASE_DOMAIN, secret);
        assertThat(client.get("getMeetings").messageKey()).isEqualTo("checksumError");
    }

    @Test
    void nobody_but_a_trusted_proxy_names_the_host() throws IOException {
        String tenantsHost = pool.tenant() + "-3." + Testbed.BASE_DOMAIN;
        String query = new BbbSignature("SHA-256", secret).sign("getMeetings", "");
        BbbAnswer answer = BbbAnswer.of(new RawHttp(server.httpPort())
                .send(
                        "GET",
                        "/bigbluebutton/api/getMeetings?" + query,
                        List.of("Host: " + Testbed.BASE_DOMAIN, "X-Forwarded-Host: " + tenantsHost),
                        new byte[0]));
        assertThat(answer.messageKey()).isEqualTo("checksumError");
    }

    @Test
    void nobody_but_a_trusted_proxy_names_a_request() throws IOException {
        assertThat(byPath().sending("X-Request-ID: mine")
                        .send("GET", "getMeetings", "")
                        .header("X-Request-ID"))
                .hasValueSatisfying(id -> assertThat(id).matches("[0-9a-f]{16}"));
    }

    @ParameterizedTest
    @CsvSource({"SHA-1, false", "SHA-256, true", "SHA-384, false", "SHA-512, true"})
    void only_the_hashes_that_are_allowed_are_taken(String hash, boolean taken) throws IOException {
        assertThat(byPath().signing(new BbbSignature(hash, pool.secret()))
                        .get("getMeetings")
                        .succeeded())
                .isEqualTo(taken);
    }

    @Test
    void a_form_that_its_checksum_does_not_cover_may_be_refused() throws IOException {
        String form = "name=Room&meetingID=unsigned";
        BbbAnswer answer = BbbAnswer.of(byPath().post("create", "", "application/x-www-form-urlencoded", form));
        assertThat(answer.messageKey()).isEqualTo("checksumError");
        assertThat(Rooms.running(pool, "unsigned")).isEmpty();
    }

    @Test
    void how_to_dial_in_may_be_left_to_clients() throws IOException {
        FakeMeeting meeting =
                created("dialled", Map.of("voiceBridge", "71234", "dialNumber", "613-555-1234", "webVoice", "71235"));
        assertThat(meeting.voiceBridge()).isEqualTo("71234");
        assertThat(meeting.createParameters().first("dialNumber")).contains("613-555-1234");
        assertThat(meeting.createParameters().first("webVoice")).contains("71235");
    }

    @ParameterizedTest
    @CsvSource({"0, 60", "61, 60", "-1, 60", "60, 60", "59, 59"})
    void no_meeting_lasts_longer_than_allowed(String wanted, String allowed) throws IOException {
        assertThat(created("lasting" + wanted, Map.of("duration", wanted))
                        .createParameters()
                        .first("duration"))
                .contains(allowed);
    }

    @Test
    void a_meeting_without_a_wish_for_its_duration_gets_the_longest_one() throws IOException {
        assertThat(created("endless", Map.of()).createParameters().first("duration"))
                .contains("60");
    }
}
