package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.fakenode.FakeBbbNode;
import dev.b3lb.fakenode.Fault;
import dev.b3lb.fakenode.ReceivedRequest;
import dev.b3lb.testbed.BbbClient;
import dev.b3lb.testbed.BbbSignature;
import dev.b3lb.testbed.HttpAnswer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server that logs whatever can be logged, in good and in bad times: no secret is among it. */
@OnTestbed
@Tag("full")
class SecretsInLogIT {

    private static final String PASSWORD = "correct horse battery staple";

    private final List<String> secrets = new ArrayList<>();

    @Test
    void even_a_log_of_everything_holds_no_secret(Testbed testbed) throws Exception {
        try (OwnServer own = OwnServer.start(testbed, "secrets", plan -> plan.with("B3LB_LOG_LEVEL", "TRACE")
                        .with("B3LB_LOG_LEVEL_ROOT", "TRACE"));
                CallbackReceiver receiver = new CallbackReceiver();
                Pool pool = own.newPool(2)) {
            secrets.add(pool.secret());
            workOf(pool, receiver);
            badTimesOf(own, pool);
            administer(own);

            String log = ServerLog.whole(own.server()).text();
            assertThat(log).contains("TRACE", "DEBUG", "Placing meeting room");
            for (String secret : secrets) {
                assertThat(secret).hasSizeGreaterThan(7);
                assertThat(log.lines().filter(line -> line.contains(secret)).limit(3))
                        .as(secret)
                        .isEmpty();
            }
        }
    }

    private void workOf(Pool pool, CallbackReceiver receiver) throws IOException {
        BbbClient client = pool.client();
        Rooms.create(
                client,
                "room",
                Map.of(
                        "moderatorPW", "moderator-pw-1",
                        "attendeePW", "attendee-pw-1",
                        "meta_endCallbackUrl", receiver.url("/ended?token=front-end-token")));
        secrets.addAll(List.of("moderator-pw-1", "attendee-pw-1", "front-end-token", "join-pw-1"));
        String join = "meetingID=room&fullName=Eve&password=join-pw-1";
        secrets.add(new BbbSignature("SHA-256", pool.secret()).checksum("join", join));
        HttpAnswer joined = client.send("GET", "join", join);
        secrets.add(joined.location().orElseThrow().getQuery().replaceFirst(".*checksum=", ""));
        for (String call : List.of("getMeetingInfo", "isMeetingRunning", "getMeetings")) {
            Rooms.ask(client, call, "room");
        }
        FakeBbbNode home = Rooms.home(pool, "room");
        ReceivedRequest create = home.requests().last("create").orElseThrow();
        secrets.add(create.parameters().first("checksum").orElseThrow());
        secrets.add(
                create.parameters().first("meta_endCallbackUrl").orElseThrow().replaceFirst(".*nonce=([^&]*).*", "$1"));
        home.meetings().end(Rooms.running(home, "room").get(0));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !receiver.calls()
                .isEmpty());
    }

    private void badTimesOf(OwnServer own, Pool pool) throws IOException {
        BbbClient client = pool.client();
        pool.nodes().forEach(node -> node.faults().setNext(1, Fault.garbled(), "create"));
        Rooms.create(client, "bad-room", Map.of("moderatorPW", "moderator-pw-2"));
        pool.nodes().forEach(node -> node.faults().setNext(1, Fault.status(500), "create"));
        Rooms.create(client, "worse-room", Map.of("moderatorPW", "moderator-pw-2"));
        client.sendUnsigned("GET", "create", "name=x&meetingID=y&moderatorPW=moderator-pw-2&checksum=0123456789abcdef");
        secrets.addAll(List.of("moderator-pw-2", "0123456789abcdef"));
        own.postgres().kill();
        Rooms.create(client, "no-room", Map.of("moderatorPW", "moderator-pw-3"));
        Rooms.ask(client, "getMeetingInfo", "no-room");
        own.postgres().restart();
        secrets.add("moderator-pw-3");
        Awaitility.await().atMost(Duration.ofSeconds(90)).until(() -> Rooms.create(client, "last-room")
                .succeeded());
    }

    private void administer(OwnServer own) throws IOException {
        own.operations().call("createsuperuser", Map.of("username", "ada", "password", PASSWORD));
        AdminClient admin = new AdminClient(own.server().httpPort());
        AdminClient.Login right = AdminClient.Login.basic("ada", PASSWORD);
        AdminClient.Login wrong = AdminClient.Login.basic("ada", "another-password-1");
        AdminClient.Login token = AdminClient.Login.bearer("no-token-of-anybody");
        assertThat(admin.me(right).status()).isEqualTo(200);
        assertThat(admin.me(wrong).status()).isEqualTo(401);
        assertThat(admin.me(token).status()).isEqualTo(401);
        secrets.addAll(List.of(PASSWORD, "another-password-1", "no-token-of-anybody"));
        List.of(right, wrong, token).forEach(login -> secrets.add(login.header().replaceFirst(".* ", "")));
    }
}
