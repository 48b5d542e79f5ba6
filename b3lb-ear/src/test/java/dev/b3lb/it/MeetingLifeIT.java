package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.fakenode.FakeBbbNode;
import dev.b3lb.fakenode.FakeMeeting;
import dev.b3lb.fakenode.PresentationDocument;
import dev.b3lb.testbed.BbbAnswer;
import dev.b3lb.testbed.BbbClient;
import dev.b3lb.testbed.HttpAnswer;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A meeting from its create to its end, for every way in which a client can name its tenant. */
@OnTestbed
class MeetingLifeIT {

    private static final String NAME = "Prüfung <\"数学\"> & Größe 🎓";

    private final Testbed testbed;
    private Pool pool;

    MeetingLifeIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeEach
    void makePool() {
        pool = testbed.newPool(2);
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    enum Door {
        PATH,
        HOST,
        PATH_WITH_SUB_ID,
        HOST_WITH_SUB_ID,
        DEFAULT_SUB_ID_IN_FULL
    }

    private BbbClient client(Door door) {
        return switch (door) {
            case PATH -> pool.client();
            case HOST -> pool.clientByHost();
            case PATH_WITH_SUB_ID -> pool.client(7, pool.addSecret(7));
            case HOST_WITH_SUB_ID ->
                BbbClient.byHost(
                        testbed.server().httpPort(),
                        pool.tenant() + "-7." + Testbed.BASE_DOMAIN.toUpperCase(Locale.ROOT),
                        pool.addSecret(7));
            case DEFAULT_SUB_ID_IN_FULL -> pool.client(0, secretOf(0));
        };
    }

    private String secretOf(int subId) {
        return testbed.operations()
                .call("gettenantsecrets", Map.of("tenant-slug", pool.tenant()))
                .get("%s-%03d".formatted(pool.tenant(), subId))
                .get("secret")
                .asString();
    }

    @ParameterizedTest
    @EnumSource
    void a_meeting_is_created_joined_queried_filled_and_ended(Door door) throws Exception {
        BbbClient client = client(door);

        BbbAnswer created = Rooms.create(client, "Raum 1/ü", Map.of("name", NAME));
        assertThat(created.succeeded()).as(created.toString()).isTrue();
        FakeBbbNode home = Rooms.home(pool, "Raum 1/ü");
        FakeMeeting meeting = Rooms.running(home, "Raum 1/ü").get(0);
        assertThat(meeting.name()).isEqualTo(NAME);
        assertThat(created.value("internalMeetingID")).isEqualTo(meeting.internalId());

        joins(client, home);
        tells(client);
        fills(client, meeting);
        ends(client, meeting);
    }

    private void joins(BbbClient client, FakeBbbNode home) throws Exception {
        HttpAnswer answer =
                client.send("GET", "join", "meetingID=Raum+1%2F%C3%BC&fullName=J%C3%B6rg+%26+Co&role=MODERATOR");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(302);
        URI target = answer.location().orElseThrow();
        assertThat(target.toString()).startsWith(home.baseUrl() + "/join?");

        String page = browse(target);
        assertThat(page).contains("Jörg &amp; Co").contains("moderator");
    }

    private static String browse(URI target) throws Exception {
        HttpClient browser = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        return browser.send(
                        HttpRequest.newBuilder(target)
                                .timeout(Duration.ofSeconds(10))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private static void tells(BbbClient client) throws IOException {
        assertThat(client.get("getMeetings").values("meetings/meeting/meetingName"))
                .containsExactly(NAME);
        BbbAnswer info = Rooms.ask(client, "getMeetingInfo", "Raum 1/ü");
        assertThat(info.value("meetingName")).isEqualTo(NAME);
        assertThat(info.value("attendees/attendee/fullName")).isEqualTo("Jörg & Co");
        assertThat(Rooms.ask(client, "isMeetingRunning", "Raum 1/ü").value("running"))
                .isEqualTo("true");
    }

    private static void fills(BbbClient client, FakeMeeting meeting) throws IOException {
        String xml =
                "<modules><module name='presentation'><document name='é.txt'>aGVsbG8=</document></module></modules>";
        HttpAnswer inserted = client.post("insertDocument", "meetingID=Raum+1%2F%C3%BC", "application/xml", xml);
        assertThat(BbbAnswer.of(inserted).succeeded()).as(inserted.toString()).isTrue();
        assertThat(meeting.documents())
                .extracting(PresentationDocument::fileName)
                .containsExactly("é.txt");

        BbbAnswer said =
                client.get("sendChatMessage", Map.of("meetingID", "Raum 1/ü", "message", "Grüße", "userName", "Bot"));
        assertThat(said.succeeded()).as(said.toString()).isTrue();
        assertThat(meeting.chat()).containsExactly("Bot: Grüße");
    }

    private static void ends(BbbClient client, FakeMeeting meeting) throws IOException {
        BbbAnswer ended = Rooms.ask(client, "end", "Raum 1/ü");
        assertThat(ended.messageKey()).isEqualTo("sentEndMeetingRequest");
        assertThat(meeting.isEnded()).isTrue();
        BbbAnswer list = client.get("getMeetings");
        assertThat(list.messageKey()).isEqualTo("noMeetings");
        assertThat(list.values("meetings/meeting")).isEmpty();
        assertThat(Rooms.ask(client, "getMeetingInfo", "Raum 1/ü").messageKey()).isEqualTo("notFound");
        assertThat(Rooms.ask(client, "isMeetingRunning", "Raum 1/ü").value("running"))
                .isEqualTo("false");
        assertThat(Rooms.ask(client, "end", "Raum 1/ü").messageKey()).isEqualTo("notFound");
    }
}
