package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.b3lb.fakenode.CallbackAttempt;
import dev.b3lb.fakenode.FakeBbbNode;
import dev.b3lb.fakenode.FakeMeeting;
import dev.b3lb.testbed.BbbAnswer;
import dev.b3lb.testbed.HttpAnswer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.OperationRejected;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of a meeting: from the node to us, and from us to the client. */
@OnTestbed
class EndCallbacksIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String ROOM = "the room & more";
    private static final String MARKED = "&meetingID=the%20room%20%26%20more";

    private final Testbed testbed;
    private Pool pool;
    private CallbackReceiver receiver;

    EndCallbacksIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeEach
    void makePool() throws IOException {
        pool = testbed.newPool(1);
        receiver = new CallbackReceiver();
    }

    @AfterEach
    void closePool() {
        receiver.close();
        pool.close();
    }

    private FakeBbbNode node() {
        return pool.nodes().get(0);
    }

    private FakeMeeting create(String parameter, String url) throws IOException {
        assertThat(Rooms.create(pool.client(), ROOM, Map.of(parameter, url)).succeeded())
                .isTrue();
        return Rooms.running(node(), ROOM).get(0);
    }

    private void awaitCalls(String... calls) {
        await().atMost(SOON).untilAsserted(() -> assertThat(receiver.calls()).containsExactly(calls));
    }

    /** The entries of this test's tenant. */
    private List<ModelNode> entries() {
        return testbed.operations()
                .call("callbacks", Map.of("tenant-slug", pool.tenant()))
                .asList();
    }

    private ModelNode awaitEntry(String state, String lastError) {
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(entries()).hasSize(1);
            assertThat(entries().get(0).get("state").asString()).isEqualTo(state);
            assertThat(entries().get(0).get("last-error").asString()).isEqualTo(lastError);
        });
        return entries().get(0);
    }

    private void awaitDelivered() {
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(node().callbackAttempts()).isNotEmpty().allMatch(CallbackAttempt::isDelivered));
    }

    /** What the node calls, without the host. */
    private static String target(FakeMeeting meeting) {
        URI url = URI.create(meeting.metadata().get("endcallbackurl"));
        return url.getRawPath() + "?" + url.getRawQuery() + "&recordingmarks=true&meetingID=x";
    }

    private HttpAnswer tell(FakeMeeting meeting) throws IOException {
        return Wire.of(testbed).get(target(meeting), "whatever.example.com");
    }

    @ParameterizedTest
    @CsvSource({"meta_endCallbackUrl, true", "meta_endcallbackurl, false", "meta_ENDCALLBACKURL, true"})
    void a_client_is_told_when_its_meeting_ends_by_itself(String parameter, boolean marks) throws IOException {
        FakeMeeting meeting = create(parameter, receiver.url("/end?course=1%202&hmac=a+b"));
        meeting.setRecordingMarks(marks);

        node().meetings().end(meeting);

        awaitCalls("GET /end?course=1%202&hmac=a+b&recordingmarks=" + marks + MARKED);
        awaitDelivered();
        assertThat(Rooms.listed(pool.client())).isEmpty();
        assertThat(Rooms.ask(pool.client(), "getMeetingInfo", ROOM).messageKey())
                .isEqualTo("notFound");
        awaitEntry("done", "");
    }

    @Test
    void a_client_that_ends_its_meeting_is_told_once() throws IOException {
        FakeMeeting meeting = create("meta_endCallbackUrl", receiver.url("/end"));

        assertThat(Rooms.ask(pool.client(), "end", ROOM).succeeded()).isTrue();

        assertThat(Rooms.listed(pool.client())).isEmpty();
        awaitCalls("GET /end?recordingmarks=false" + MARKED);
        awaitDelivered();
        assertThat(tell(meeting).status()).isEqualTo(200);
        assertThat(tell(meeting).status()).isEqualTo(200);
        awaitEntry("done", "");
        assertThat(receiver.calls()).hasSize(1);
    }

    @Test
    void a_node_that_tells_the_end_makes_the_meeting_vanish_at_once() throws IOException {
        FakeMeeting meeting = create("meta_endCallbackUrl", receiver.url("/end"));
        node().meetings().drop(meeting);

        HttpAnswer answer = tell(meeting);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(Rooms.listed(pool.client())).isEmpty();
        awaitCalls("GET /end?recordingmarks=true" + MARKED);
    }

    @Test
    void a_late_call_of_an_earlier_life_does_not_close_the_new_one() throws IOException {
        FakeMeeting first = create("meta_endCallbackUrl", receiver.url("/end"));
        node().meetings().drop(first);
        FakeMeeting second = create("meta_endCallbackUrl", receiver.url("/end"));
        assertThat(second.metadata()).isEqualTo(first.metadata());

        assertThat(tell(first).status()).isEqualTo(200);
        assertThat(tell(first).status()).isEqualTo(200);

        assertThat(Rooms.listed(pool.client())).containsExactly(ROOM);
        awaitCalls("GET /end?recordingmarks=true" + MARKED);

        second.setRecordingMarks(false);
        node().meetings().end(second);

        awaitCalls("GET /end?recordingmarks=true" + MARKED, "GET /end?recordingmarks=false" + MARKED);
        assertThat(Rooms.listed(pool.client())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "?nonce=", "?nonce=%00", "?nonce=abc&meetingID=room", "?meetingID=room"})
    void who_does_not_know_the_nonce_is_told_nothing(String query) throws IOException {
        HttpAnswer answer = Wire.of(testbed).get("/b3lb/b/meeting/end" + query, Testbed.BASE_DOMAIN);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).isEqualTo("No such meeting");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "POST", "PUT", "DELETE"})
    void other_methods_tell_nothing(String method) throws IOException {
        FakeMeeting meeting = create("meta_endCallbackUrl", receiver.url("/end"));
        node().meetings().drop(meeting);

        HttpAnswer answer = Wire.of(testbed).send(method, target(meeting), Testbed.BASE_DOMAIN, "", List.of());

        assertThat(answer.status()).isEqualTo(405);
        assertThat(Rooms.listed(pool.client())).containsExactly(ROOM);
    }

    @Test
    void a_call_that_fails_is_made_again_when_an_operator_wants_it() throws IOException, SQLException {
        receiver.answerWith(500);
        node().meetings().end(create("meta_endCallbackUrl", receiver.url("/end?secret=s")));

        ModelNode failed = awaitEntry("pending", "status 500");
        assertThat(failed.get("attempts").asInt()).isEqualTo(1);
        assertThat(failed.get("host").asString()).isEqualTo(receiver.host());
        assertThat(failed.get("meeting-id").asString()).isEqualTo(ROOM);
        assertThat(failed.get("tenant-slug").asString()).isEqualTo(pool.tenant());
        assertThat(failed.get("purpose").asString()).isEqualTo("meeting-ended");
        assertThat(failed.toString()).doesNotContain("secret");

        receiver.answerWith(200);
        String id = failed.get("id").asString();
        testbed.operations().call("retrycallback", Map.of("id", id));

        awaitEntry("done", "");
        assertThat(receiver.calls()).hasSize(2);
        assertThat(audited(id)).isTrue();

        testbed.operations().call("retrycallback", Map.of("id", id));
        await().atMost(SOON).until(() -> receiver.calls().size() == 3);
    }

    @Test
    void a_call_waits_for_its_next_try_and_is_given_up_after_a_day() throws IOException, SQLException {
        receiver.answerWith(500);
        node().meetings().end(create("meta_endCallbackUrl", receiver.url("/end")));
        ModelNode first = awaitEntry("pending", "status 500");
        assertThat(Duration.between(instant(first, "created"), instant(first, "next-try")))
                .isBetween(Duration.ofSeconds(60), Duration.ofSeconds(80));

        makeDue(first, "23 hours 30 minutes");
        await().atMost(SOON).until(() -> receiver.calls().size() == 2);
        awaitEntry("given-up", "status 500");

        assertThat(entries().get(0).get("next-try").asString()).isEmpty();
        assertThat(instant(entries().get(0), "over")).isAfter(instant(first, "created"));
    }

    private static Instant instant(ModelNode entry, String field) {
        return Instant.parse(entry.get(field).asString());
    }

    /** As if it had been tried for so long and often enough to wait an hour from now on. */
    private void makeDue(ModelNode entry, String tried) throws SQLException {
        try (Connection database = testbed.postgres().connect();
                PreparedStatement statement = database.prepareStatement("update b3lb.outbox set attempts = 3,"
                        + " next_try_at = now(), trying_since = now() - cast(? as interval) where id = ?")) {
            statement.setString(1, tried);
            statement.setObject(2, UUID.fromString(entry.get("id").asString()));
            statement.executeUpdate();
        }
    }

    private boolean audited(String id) throws SQLException {
        try (Connection database = testbed.postgres().connect();
                PreparedStatement statement = database.prepareStatement(
                        "select 1 from b3lb.audit where operation = 'retrycallback' and subject = ?")) {
            statement.setString(1, "callback " + id);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://10.0.0.1/end, pending, 'address 10.0.0.1 is internal; B3LB_CALLBACK_ALLOWED_NETWORKS can allow it'",
        "http://[::ffff:169.254.169.254]/, pending,"
                + " 'address 169.254.169.254 is internal; B3LB_CALLBACK_ALLOWED_NETWORKS can allow it'",
        "ftp://lms.example.com/end, given-up, the address is not an http or https URL",
        "not an address, given-up, the address is not a URL",
    })
    void an_address_that_is_not_called_is_shown_with_the_reason(String url, String state, String reason)
            throws IOException {
        double before = givenUp();
        node().meetings().end(create("meta_endCallbackUrl", url));

        awaitEntry(state, reason);
        awaitDelivered();
        assertThat(givenUp() - before).isEqualTo(state.equals("given-up") ? 1 : 0);
        assertThat(Rooms.listed(pool.client())).isEmpty();
    }

    private double givenUp() throws IOException {
        String basic = AdminClient.Login.scraper().header().replaceFirst("Authorization: ", "");
        return Scrape.of(testbed.server().httpPort(), Testbed.BASE_DOMAIN, "/b3lb/metrics", basic)
                .value("b3lb_callbacks_total{outcome=\"given_up\",server=\"server\"}");
    }

    @Test
    void an_address_with_a_zero_character_makes_no_meeting() throws IOException {
        String create = "meetingID=zero&name=Zero&meta_endCallbackUrl=http%3A%2F%2Fa%00b%2F%20x";

        BbbAnswer refused = BbbAnswer.of(pool.client().send("GET", "create", create));

        assertThat(refused.messageKey()).isEqualTo("validationError");
        assertThat(refused.value("message")).contains("'meta_endCallbackUrl'");
        assertThat(Rooms.running(pool, "zero")).isEmpty();
    }

    @Test
    void the_address_that_clients_use_beside_ours_goes_to_the_node_untouched() throws IOException {
        FakeMeeting meeting = create("meetingEndedURL", receiver.url("/own?x=1"));

        node().meetings().end(meeting);

        awaitCalls("GET /own?x=1");
        assertThat(entries()).isEmpty();
    }

    @Test
    void a_call_whose_server_died_is_taken_over_when_its_lease_has_run_out() throws IOException, SQLException {
        receiver.answerWith(500);
        node().meetings().end(create("meta_endCallbackUrl", receiver.url("/end")));
        String id = awaitEntry("pending", "status 500").get("id").asString();
        receiver.answerWith(200);

        try (Connection database = testbed.postgres().connect();
                PreparedStatement claim = database.prepareStatement(
                        "update b3lb.outbox set next_try_at = now(), lease = gen_random_uuid(),"
                                + " lease_until = now() + interval '3 seconds' where id = ?")) {
            claim.setObject(1, UUID.fromString(id));
            claim.executeUpdate();
        }
        long claimed = System.nanoTime();

        awaitEntry("done", "");
        assertThat(Duration.ofNanos(System.nanoTime() - claimed)).isGreaterThan(Duration.ofMillis(2_800));
        assertThat(receiver.calls()).hasSize(2);
    }

    @Test
    void a_receiver_that_hangs_holds_up_nobody_else() throws IOException, SQLException {
        Pool other = testbed.newPool(0);
        try (other;
                ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
                Connection database = testbed.postgres().connect()) {
            String host = "127.0.0.1:" + silent.getLocalPort();
            putCalls(database, other.tenant(), host, 60);
            await().atMost(SOON).until(() -> underWay(database, host) > 0);

            node().meetings().end(create("meta_endCallbackUrl", receiver.url("/end")));

            awaitEntry("done", "");
            assertThat(underWay(database, host)).isBetween(1, 4);
            deleteCalls(database, host);
        }
    }

    @Test
    void many_calls_to_a_receiver_that_hangs_leave_turns_to_the_tenants_other_ones() throws IOException, SQLException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
                Connection database = testbed.postgres().connect()) {
            String host = "127.0.0.1:" + silent.getLocalPort();
            database.setAutoCommit(false);
            putCalls(database, pool.tenant(), host, 60);
            putCalls(database, pool.tenant(), receiver.host(), 6);
            makeOlder(database, host);
            database.commit();
            database.setAutoCommit(true);

            awaitCalls("GET /", "GET /", "GET /", "GET /", "GET /", "GET /");

            assertThat(underWay(database, host)).isLessThanOrEqualTo(4);
            deleteCalls(database, host);
        }
    }

    private static void makeOlder(Connection database, String host) throws SQLException {
        try (PreparedStatement older = database.prepareStatement(
                "update b3lb.outbox set next_try_at = now() - interval '1 minute' where host = ?")) {
            older.setString(1, host);
            older.executeUpdate();
        }
    }

    private static void putCalls(Connection database, String tenant, String host, int number) throws SQLException {
        try (PreparedStatement put = database.prepareStatement(
                "insert into b3lb.outbox (id, purpose, once, tenant_id, meeting_id, url, host)"
                        + " select gen_random_uuid(), 'MEETING_ENDED', gen_random_uuid()::text, t.id, 'm',"
                        + " 'http://' || ? || '/', ? from b3lb.tenant t, generate_series(1, ?) where t.slug = ?")) {
            put.setString(1, host);
            put.setString(2, host);
            put.setInt(3, number);
            put.setString(4, tenant);
            put.executeUpdate();
        }
    }

    private static int underWay(Connection database, String host) throws SQLException {
        try (PreparedStatement count =
                database.prepareStatement("select count(*) from b3lb.outbox where host = ? and lease_until > now()")) {
            count.setString(1, host);
            try (ResultSet rows = count.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private static void deleteCalls(Connection database, String host) throws SQLException {
        try (PreparedStatement delete = database.prepareStatement("delete from b3lb.outbox where host = ?")) {
            delete.setString(1, host);
            delete.executeUpdate();
        }
    }

    @Test
    void operations_refuse_what_makes_no_sense() {
        assertThatThrownBy(() -> testbed.operations().call("callbacks", Map.of("limit", "1001")))
                .isInstanceOf(OperationRejected.class)
                .hasMessageContaining("limit must be from 1 to 1000");
        assertThatThrownBy(() -> testbed.operations().call("callbacks", Map.of("tenant-slug", "NOBODY")))
                .isInstanceOf(OperationRejected.class)
                .hasMessageContaining("There is no tenant NOBODY");
        assertThatThrownBy(() -> testbed.operations().call("retrycallback", Map.of("id", "x")))
                .isInstanceOf(OperationRejected.class)
                .hasMessageContaining("not the id of a callback");
        assertThatThrownBy(() -> testbed.operations()
                        .call("retrycallback", Map.of("id", UUID.randomUUID().toString())))
                .isInstanceOf(OperationRejected.class)
                .hasMessageContaining("There is no callback");
    }
}
