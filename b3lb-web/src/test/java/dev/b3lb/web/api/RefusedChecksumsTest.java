package dev.b3lb.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.BbbError;
import dev.b3lb.server.CapturedLog;
import dev.b3lb.settings.SomeSettings;
import dev.b3lb.web.peer.Peers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedChecksumsTest {

    private final CapturedLog log = new CapturedLog(RefusedChecksums.class);
    private final AtomicLong now = new AtomicLong();
    private final RefusedChecksums refused =
            new RefusedChecksums(new Peers(SomeSettings.with("B3LB_TRUSTED_PROXIES", "10.0.0.0/8")), now::get);

    @AfterEach
    void close() {
        log.close();
    }

    private void refuse(FakeRequest request) {
        refused.refused(ApiCall.CREATE, BbbError.CHECKSUM_MISMATCH, refused.sender(request.asServlet()));
    }

    private void refuse(String address) {
        refuse(FakeRequest.get().from(address).header("Host", "acme.example.com"));
    }

    @Test
    void address_call_and_host_stand_in_one_line() {
        refuse("203.0.113.9");

        assertThat(log.lines())
                .containsExactly("WARN A checksum from 203.0.113.9 was refused: call create, host acme.example.com");
    }

    @Test
    void a_missing_checksum_is_told_too_and_other_errors_are_not() {
        RefusedChecksums.Sender sender = refused.sender(FakeRequest.get().asServlet());
        for (BbbError error :
                List.of(BbbError.CHECKSUM_MISSING, BbbError.CHECKSUM_NOT_PASSED, BbbError.TOO_MANY_PARAMETERS)) {
            refused.refused(ApiCall.GET_RECORDINGS, error, sender);
        }

        assertThat(log.lines()).hasSize(2).allMatch(line -> line.contains("call getRecordings"));
    }

    @Test
    void behind_a_trusted_proxy_it_is_the_client_s_address() {
        refuse(FakeRequest.get().from("10.0.0.1").header("X-Forwarded-For", "2001:db8::7"));

        assertThat(log.lines()).singleElement().asString().startsWith("WARN A checksum from 2001:db8:0:0:0:0:0:7 was");
    }

    @Test
    void an_address_is_told_without_the_interface_that_it_came_through() {
        refuse("fe80:0:0:0:0:0:0:7%eth0");

        assertThat(log.lines()).singleElement().asString().startsWith("WARN A checksum from fe80:0:0:0:0:0:0:7 was");
    }

    @Test
    void a_trusted_proxy_that_names_no_client_is_not_named_either() {
        refuse("10.0.0.1");

        assertThat(log.lines())
                .singleElement()
                .asString()
                .startsWith("WARN A checksum that came through a proxy was refused:")
                .doesNotContain("10.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\n2026-01-01 WARN forged",
                "x was refused: A checksum from 198.51.100.1 was refused",
                "x\u2028\u202e\u001b[1A\"}"
            })
    void what_a_client_takes_for_a_host_says_nothing_else(String host) {
        refuse(FakeRequest.get().header("Host", host));

        assertThat(log.lines()).singleElement().asString().matches("[\\w .:,]+, host [a-z0-9.:\\[\\]?-]+");
    }

    @Test
    void a_host_without_end_is_cut() {
        refuse(FakeRequest.get().header("Host", "a".repeat(10_000)));

        assertThat(log.lines()).singleElement().asString().hasSizeLessThan(200);
    }

    @Test
    void one_network_gets_ten_lines_in_a_minute_and_others_theirs() {
        for (int i = 0; i < 50; i++) {
            refuse("203.0.113.9");
            refuse("2001:db8::" + Integer.toHexString(i + 1));
        }
        refuse("198.51.100.1");
        assertThat(log.lines()).hasSize(21);

        now.addAndGet(Duration.ofMinutes(1).toNanos());
        refuse("203.0.113.9");

        assertThat(log.lines().get(21))
                .startsWith("WARN A checksum from 203.0.113.9 was refused")
                .endsWith(" (and 40 more before)");
    }

    @Test
    void all_together_get_two_hundred_lines_in_a_minute() {
        for (int i = 0; i < 1_000; i++) {
            refuse("203.0." + i / 250 + "." + i % 250);
        }
        assertThat(log.lines()).hasSize(200);

        now.addAndGet(Duration.ofMinutes(1).toNanos());
        refuse("198.51.100.1");

        assertThat(log.lines().subList(200, log.lines().size()))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("WARN Lines about 800 refused checksums were left out"),
                        line -> assertThat(line).startsWith("WARN A checksum from 198.51.100.1 was refused"));
    }
}
