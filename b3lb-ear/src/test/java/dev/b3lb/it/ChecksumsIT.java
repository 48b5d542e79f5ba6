package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.testbed.BbbAnswer;
import dev.b3lb.testbed.BbbClient;
import dev.b3lb.testbed.BbbSignature;
import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Pool;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where and how a checksum may be given, and which ones are refused. */
@OnTestbed
class ChecksumsIT {

    private static final String CALL = "isMeetingRunning";
    private static final String QUERY = "meetingID=a+b%20c%C3%BC&x=%7e~*!'()";

    private final Testbed testbed;
    private Pool pool;
    private String secret;

    ChecksumsIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @BeforeEach
    void makePool() {
        pool = testbed.newPool(0);
        secret = pool.secret();
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    private BbbAnswer ask(String rawQuery) throws IOException {
        return ask(CALL, rawQuery);
    }

    private BbbAnswer ask(String call, String rawQuery) throws IOException {
        return BbbAnswer.of(pool.client().sendUnsigned("GET", call, rawQuery));
    }

    private String sum(String rawQuery) {
        return new BbbSignature("SHA-256", secret).checksum(CALL, rawQuery);
    }

    private void assertRefused(BbbAnswer answer) {
        assertThat(answer.http().status()).isEqualTo(200);
        assertThat(answer.messageKey()).isEqualTo("checksumError");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA-1", "SHA-256", "SHA-384", "SHA-512"})
    void every_hash_that_bbb_knows_is_taken(String hash) throws IOException {
        BbbClient client = pool.client().signing(new BbbSignature(hash, secret));

        assertThat(client.get(CALL, Map.of("meetingID", "room ü")).succeeded()).isTrue();
    }

    @Test
    void other_hashes_are_refused() throws IOException {
        assertRefused(pool.client().signing(new BbbSignature("MD5", secret)).get("getMeetings"));
    }

    @Test
    void a_checksum_may_stand_first_in_the_middle_or_last() throws IOException {
        String sum = sum(QUERY);

        assertThat(ask("checksum=" + sum + "&" + QUERY).succeeded()).isTrue();
        assertThat(ask(QUERY.replace("&", "&checksum=" + sum + "&")).succeeded())
                .isTrue();
        assertThat(ask(QUERY + "&checksum=" + sum).succeeded()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"checksum=%s", "&checksum=%s", "checksum=%s&"})
    void a_checksum_may_be_all_there_is(String query) throws IOException {
        String sum = new BbbSignature("SHA-256", secret).checksum("getMeetings", "");

        BbbAnswer answer = BbbAnswer.of(pool.client().sendUnsigned("GET", "getMeetings", query.formatted(sum)));

        assertThat(answer.messageKey()).isEqualTo("noMeetings");
    }

    @Test
    void hex_may_be_upper_case() throws IOException {
        assertThat(ask(QUERY + "&checksum=" + sum(QUERY).toUpperCase(Locale.ROOT))
                        .succeeded())
                .isTrue();
    }

    @Test
    void two_checksums_are_refused_even_when_both_are_right() throws IOException {
        String sum = sum(QUERY);

        assertRefused(ask("checksum=" + sum + "&" + QUERY + "&checksum=" + sum));
        assertRefused(ask(QUERY + "&checksum=" + sum + "&checksum="));
        assertRefused(ask(QUERY + "&checksum=" + sum + "&%63hecksum=" + sum));
    }

    @Test
    void a_signed_query_cannot_be_cut_into_other_parameters_by_its_checksum() throws IOException {
        String sum = sum("meetingID=abrole=x");

        assertRefused(ask("meetingID=abrochecksum=" + sum + "&le=x&checksum=" + sum));
    }

    @Test
    void the_query_is_signed_as_it_was_sent_and_not_as_it_could_be_written() throws IOException {
        String sum = sum("meetingID=a%20b");

        assertRefused(ask("meetingID=a+b&checksum=" + sum));
        assertRefused(ask("meetingID=a%20b&checksum=" + sum(("meetingID=a b"))));
        assertThat(ask("meetingID=a%20b&checksum=" + sum).succeeded()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "meetingID=aa",
                "meetingID=aa&checksum=",
                "meetingID=aa&checksum",
                "",
                "&&&",
                "?",
                "=",
                "&checksum=%00"
            })
    void no_checksum_is_refused(String query) throws IOException {
        assertRefused(ask(query));
    }

    @Test
    void a_checksum_of_another_call_is_refused() throws IOException {
        String sum = new BbbSignature("SHA-256", secret).checksum("getMeetingInfo", "meetingID=aa");

        assertRefused(ask("end", "meetingID=aa&checksum=" + sum));
    }

    @Test
    void an_empty_second_secret_opens_nothing() throws IOException {
        assertRefused(pool.client().signing(new BbbSignature("SHA-256", "")).get("getMeetings"));
        assertRefused(pool.client().signing(new BbbSignature("SHA-1", "")).get(CALL, Map.of("meetingID", "aa")));
    }

    @Test
    void the_second_secret_is_as_good_as_the_first() throws Exception {
        String second = testbed.names().secret();
        storeSecondSecret(second);

        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> pool.client()
                .signing(new BbbSignature("SHA-256", second))
                .get("getMeetings")
                .succeeded());
        assertThat(pool.client().get("getMeetings").succeeded()).isTrue();
    }

    private void storeSecondSecret(String second) throws SQLException {
        try (Connection connection = testbed.postgres().connect();
                Statement statement = connection.createStatement()) {
            for (String sql : List.of(
                    "begin",
                    "update b3lb.secret set secret2 = '" + second + "' where secret = '" + secret + "'",
                    "update b3lb.configuration_version set number = number + 1",
                    "commit")) {
                statement.execute(sql);
            }
        }
    }
}
