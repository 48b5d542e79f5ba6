package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.fakenode.FakeBbbNode;
import dev.b3lb.fakenode.FakeMeeting;
import dev.b3lb.testbed.BbbAnswer;
import dev.b3lb.testbed.BbbClient;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the node is told something else than the client said, the client still sees what it said. */
@OnTestbed
class ClientsOwnValuesIT {

    private static final String CALLBACK = "https://front.example.org/ended?mac=1&x=<y>";
    private static final String READY = "https://front.example.org/ready?a=1&b=2";

    private final Testbed testbed;
    private Pool pool;
    private BbbClient client;

    ClientsOwnValuesIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeEach
    void makePool() {
        pool = testbed.newPool(2);
        client = pool.client();
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    private FakeMeeting onNode() {
        return Rooms.running(pool, "room").get(0);
    }

    private void poll() {
        FakeBbbNode home = Rooms.home(pool, "room");
        pool.poll(Rooms.slug(pool, home));
    }

    @ParameterizedTest
    @ValueSource(strings = {"meta_endCallbackUrl", "meta_endcallbackurl", "meta_ENDCallbackURL"})
    void the_node_tells_us_of_the_end_and_the_client_sees_its_own_address(String spelling) throws IOException {
        Rooms.create(client, "room", Map.of(spelling, CALLBACK, "meta_course", "1 & 2"));
        assertThat(onNode().metadata().get("endcallbackurl"))
                .startsWith("http://localhost:" + testbed.server().httpPort() + "/b3lb/b/meeting/end?nonce=")
                .matches(".*nonce=[A-Za-z0-9]{64}");

        BbbAnswer info = Rooms.ask(client, "getMeetingInfo", "room");
        assertThat(info.value("metadata/endcallbackurl")).isEqualTo(CALLBACK);
        assertThat(info.value("metadata/course")).isEqualTo("1 & 2");

        assertListed();
        poll();
        assertListed();
    }

    private void assertListed() throws IOException {
        BbbAnswer listed = client.get("getMeetings");
        assertThat(listed.values("meetings/meeting/metadata/endcallbackurl")).containsExactly(CALLBACK);
        assertThat(listed.values("meetings/meeting/metadata/course")).containsExactly("1 & 2");
        assertThat(listed.http().text()).doesNotContain("nonce", "b3lb-id");
    }

    @Test
    void a_client_that_gave_no_address_sees_none() throws IOException {
        BbbAnswer created = Rooms.create(client, "room");
        poll();
        assertThat(created.http().text()).doesNotContain("nonce", "b3lb");
        assertThat(client.get("getMeetings").http().text()).doesNotContain("nonce", "endcallbackurl", "b3lb-id");
        assertThat(Rooms.ask(client, "getMeetingInfo", "room").http().text())
                .doesNotContain("nonce", "endcallbackurl", "b3lb-id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bbb-recording-ready-url", "bn-recording-ready-url", "canvas-recording-ready-url"})
    void the_address_for_finished_recordings_stays_with_us(String name) throws IOException {
        Rooms.create(client, "room", Map.of("meta_" + name, READY));
        assertThat(onNode().metadata()).doesNotContainKey(name);
        poll();
        assertThat(Rooms.ask(client, "getMeetingInfo", "room").value("metadata/" + name))
                .isEqualTo(READY);
        assertThat(client.get("getMeetings").value("meetings/meeting/metadata/" + name))
                .isEqualTo(READY);
    }

    @Test
    void the_address_that_bbb_calls_without_metadata_goes_through() throws IOException {
        Rooms.create(client, "room", Map.of("meetingEndedURL", CALLBACK));
        assertThat(onNode().createParameters().first("meetingEndedURL")).contains(CALLBACK);
    }

    @Test
    void a_second_create_brings_the_same_nonce_and_the_first_values_stay() throws IOException {
        Rooms.create(client, "room", Map.of("meta_endCallbackUrl", CALLBACK));
        BbbAnswer again = Rooms.create(client, "room", Map.of("meta_endCallbackUrl", "https://other.example.org"));
        assertThat(again.messageKey()).isEqualTo("duplicateWarning");
        assertThat(Rooms.home(pool, "room").requests().of("create"))
                .extracting(request -> request.parameters().first("meta_endCallbackUrl"))
                .hasSize(2)
                .matches(addresses -> addresses.get(0).equals(addresses.get(1)));
        assertThat(Rooms.ask(client, "getMeetingInfo", "room").value("metadata/endcallbackurl"))
                .isEqualTo(CALLBACK);
    }

    @Test
    void how_to_dial_in_is_not_for_clients_to_choose() throws IOException {
        Rooms.create(client, "room", Map.of("voiceBridge", "71234", "dialNumber", "613-555-1234"));
        assertThat(onNode().createParameters().first("voiceBridge")).isEmpty();
        assertThat(onNode().createParameters().first("dialNumber")).isEmpty();
    }
}
