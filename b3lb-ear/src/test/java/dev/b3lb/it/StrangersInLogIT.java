package dev.b3lb.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.testbed.OnTestbed;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever sends requests neither fills the log nor writes into it. */
@OnTestbed
class StrangersInLogIT {

    private static final String NONCE = "SECRETNONCE";

    /** Requests of each kind, and the bytes that each of them may add to the log; without a bound it was 4 to 12 kB. */
    private static final int REQUESTS = 300;

    private static final int BYTES_PER_REQUEST = 100;

    private final Testbed testbed;

    StrangersInLogIT(Testbed testbed) {
        this.testbed = testbed;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/b3lb/r/%ff?nonce=SECRETNONCE|",
                "/health/%zz?nonce=SECRETNONCE|",
                "/b3lb/b/meeting/end%zz?nonce=SECRETNONCE|",
                "/b3lb/b/meeting/%ff?nonce=SECRETNONCE|",
                "/b3lb/b/meeting/end?nonce=SECRETNONCE|Accept: garbage",
                "/b3lb/s/x/logo?nonce=SECRETNONCE|Accept: garbage",
                "/admin/%zz?nonce=SECRETNONCE|",
                "/admin/api/v1/me?nonce=SECRETNONCE|Accept: garbage",
                "/nonsense/%zz?nonce=SECRETNONCE|",
                "/b3lb/ping?nonce=SECRETNONCE|Cookie: a=b; $Version=%%;SECRETNONCE;\"",
                "*|",
            })
    void odd_requests_leave_little_in_the_log_and_none_of_their_words(String target, String header) throws IOException {
        ServerLog log = ServerLog.fromNow(testbed.server());

        for (int i = 0; i < REQUESTS; i++) {
            List<String> headers = header == null ? new ArrayList<>() : List.of(header);
            Wire.of(testbed).send("GET", target, "localhost", "", headers);
        }

        assertThat(log.text()).doesNotContain(NONCE, "%zz", "%ff", "/b3lb/", "garbage");
        assertThat(log.text().length()).isLessThan(REQUESTS * BYTES_PER_REQUEST);
    }
}
