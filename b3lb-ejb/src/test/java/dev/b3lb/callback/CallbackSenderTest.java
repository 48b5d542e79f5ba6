package dev.b3lb.callback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.b3lb.settings.AddressRanges;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
class CallbackSenderTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2";
    private static final Duration TOTAL = Duration.ofSeconds(2);
    private static final CallbackOutcome DELIVERED = new CallbackOutcome.Delivered();

    private final Names names = new Names();
    private final List<AutoCloseable> parts = new ArrayList<>();

    /** Addresses as a test wants them; of several answers each is given once, the last one for ever. */
    private static class Names implements DnsResolver {

        private final Map<String, Deque<List<String>>> answers = new HashMap<>();
        private final List<String> asked = new ArrayList<>();

        synchronized void put(String name, String... addresses) {
            answers.computeIfAbsent(name, unknown -> new ArrayDeque<>()).add(List.of(addresses));
        }

        @Override
        public synchronized InetAddress[] resolve(String host) throws UnknownHostException {
            asked.add(host);
            Deque<List<String>> known = answers.get(host);
            if (known == null) {
                return InetAddress.getAllByName(host);
            }
            List<String> answer = known.size() == 1 ? known.peek() : known.poll();
            InetAddress[] addresses = new InetAddress[answer.size()];
            for (int i = 0; i < addresses.length; i++) {
                addresses[i] = InetAddress.getByName(answer.get(i));
            }
            return addresses;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable part : parts) {
            part.close();
        }
    }

    private <T extends AutoCloseable> T closing(T part) {
        parts.add(part);
        return part;
    }

    private CallbackSender sender(String allowed) {
        return sender(names, allowed);
    }

    private CallbackSender sender(DnsResolver resolver, String allowed) {
        return closing(new CallbackSender(
                resolver,
                new AddressGuard(AddressRanges.parse(allowed)),
                new CallbackSender.Limits(Duration.ofSeconds(1), TOTAL, 4)));
    }

    private CallbackOutcome send(CallbackSender sender, String url) {
        return sender.send(url, Optional.empty()).toCompletableFuture().join();
    }

    private static CallbackOutcome failed(String words) {
        return new CallbackOutcome.Failed(words);
    }

    private static CallbackOutcome internal(String address) {
        return failed("address " + address + " is internal; B3LB_CALLBACK_ALLOWED_NETWORKS can allow it");
    }

    @Test
    void a_get_carries_the_address_as_it_is_and_nothing_of_ours_but_a_name() throws IOException {
        ScriptedReceiver receiver = closing(ScriptedReceiver.answering(OK, "ok"));
        names.put("lms.example.com", "127.0.0.1");

        assertThat(send(sender("127.0.0.0/8"), receiver.url("user:secret@lms.example.com")))
                .isEqualTo(DELIVERED);
        assertThat(receiver.requests()).hasSize(1);
        assertThat(receiver.requests().get(0))
                .startsWith("GET /end?x=%20y&token=t HTTP/1.1\n")
                .contains("Host: lms.example.com:" + receiver.port() + "\n", "User-Agent: b3lb\n")
                .doesNotContain("Authorization", "Cookie", "secret");
    }

    @Test
    void a_form_is_posted() throws IOException {
        ScriptedReceiver receiver = closing(ScriptedReceiver.answering(OK, "ok"));

        CallbackOutcome outcome = sender("127.0.0.0/8")
                .send(receiver.url("127.0.0.1"), Optional.of("a=b&c=%C3%BC"))
                .toCompletableFuture()
                .join();

        assertThat(outcome).isEqualTo(DELIVERED);
        assertThat(receiver.requests().get(0))
                .startsWith("POST /end?x=%20y&token=t HTTP/1.1\n")
                .contains("Content-Length: 12\n", "Content-Type: application/x-www-form-urlencoded");
    }

    @ParameterizedTest
    @CsvSource({"204, true", "299, true", "304, false", "404, false", "500, false"})
    void only_a_status_of_2xx_is_success(int status, boolean success) throws IOException {
        ScriptedReceiver receiver =
                closing(ScriptedReceiver.answering("HTTP/1.1 " + status + " Said\r\nContent-Length: 0", ""));

        assertThat(send(sender("127.0.0.0/8"), receiver.url("127.0.0.1")))
                .isEqualTo(success ? DELIVERED : failed("status " + status));
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1",
        "127.1, 127.0.0.1",
        "2130706433, 127.0.0.1",
        "[::1], 0:0:0:0:0:0:0:1",
        "[::ffff:127.0.0.1], 127.0.0.1",
        "[::ffff:7f00:1], 127.0.0.1",
        "[64:ff9b::7f00:1], 64:ff9b:0:0:0:0:7f00:1",
        "[2002:7f00:1::], 2002:7f00:1:0:0:0:0:0",
        "localhost., 127.0.0.1",
    })
    void an_internal_address_is_refused_in_every_spelling(String host, String address) throws IOException {
        ScriptedReceiver receiver = closing(ScriptedReceiver.answering(OK, "ok"));
        names.put("localhost.", "127.0.0.1");

        assertThat(send(sender(""), receiver.url(host))).isEqualTo(internal(address));
        assertThat(receiver.requests()).isEmpty();
    }

    @Test
    void of_several_addresses_only_allowed_ones_are_used() throws IOException {
        ScriptedReceiver receiver = closing(ScriptedReceiver.answering(OK, "ok"));
        names.put("lms.example.com", "10.0.0.1", "127.0.0.1", "192.168.0.1");

        assertThat(send(sender("127.0.0.0/8"), receiver.url("lms.example.com"))).isEqualTo(DELIVERED);
    }

    @Test
    void a_name_that_turns_to_an_internal_address_after_the_check_gains_nothing() throws IOException {
        ScriptedReceiver receiver = closing(ScriptedReceiver.answering(OK, "ok"));
        names.put("lms.example.com", "127.0.0.2");
        names.put("lms.example.com", "127.0.0.1");
        CallbackSender sender = sender("127.0.0.2/32");

        // Nobody listens at the first answer; asking again would lead to the receiver
        assertThat(send(sender, receiver.url("lms.example.com"))).isEqualTo(failed("no connection"));
        assertThat(names.asked).containsExactly("lms.example.com");
        assertThat(send(sender, receiver.url("lms.example.com"))).isEqualTo(internal("127.0.0.1"));
        assertThat(receiver.requests()).isEmpty();
    }

    @Test
    void redirects_are_followed_and_each_is_looked_up_anew() throws IOException {
        ScriptedReceiver last = closing(ScriptedReceiver.answering(OK, "ok"));
        names.put("lms.example.com", "127.0.0.1");
        names.put("last.example.com", "127.0.0.1");
        ScriptedReceiver first = closing(ScriptedReceiver.answering(
                "HTTP/1.1 301 Moved\r\nContent-Length: 0\r\nLocation: " + last.url("last.example.com"), ""));

        assertThat(send(sender("127.0.0.0/8"), first.url("lms.example.com"))).isEqualTo(DELIVERED);
        assertThat(names.asked).containsExactly("lms.example.com", "last.example.com");
        assertThat(last.requests().get(0)).contains("Host: last.example.com:" + last.port());
    }

    @ParameterizedTest
    @CsvSource({
        "http://10.0.0.1/, 'address 10.0.0.1 is internal; B3LB_CALLBACK_ALLOWED_NETWORKS can allow it'",
        "http://[::1]/, 'address 0:0:0:0:0:0:0:1 is internal; B3LB_CALLBACK_ALLOWED_NETWORKS can allow it'",
        "file:///etc/passwd, the address is not an http or https URL",
        "'http://a b/', redirected to what is not a URL",
        "/again, more than 5 redirects",
    })
    void a_redirect_leads_nowhere_else(String location, String words) throws IOException {
        ScriptedReceiver receiver = closing(
                ScriptedReceiver.answering("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + location, ""));

        assertThat(send(sender("127.0.0.0/8"), receiver.url("127.0.0.1"))).isEqualTo(failed(words));
    }

    @Test
    void a_head_that_drips_is_broken_off_when_the_time_is_up() throws IOException {
        ScriptedReceiver receiver = closing(new ScriptedReceiver(out -> drip(out, "HTTP/1.1 200 OK\r\nX: ")));

        long begin = System.nanoTime();
        assertThat(send(sender("127.0.0.0/8"), receiver.url("127.0.0.1"))).isEqualTo(failed("took longer than 2 s"));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(TOTAL.plusSeconds(2));
    }

    @Test
    void a_success_counts_even_if_its_body_drips_or_has_no_end() throws IOException {
        ScriptedReceiver dripping = closing(new ScriptedReceiver(out -> drip(out, "HTTP/1.1 200 OK\r\n\r\n")));
        ScriptedReceiver endless = closing(new ScriptedReceiver(out -> {
            ScriptedReceiver.write(out, "HTTP/1.1 200 OK\r\n\r\n");
            while (true) {
                ScriptedReceiver.write(out, "x".repeat(8_192));
            }
        }));
        CallbackSender sender = sender("127.0.0.0/8");

        assertThat(send(sender, endless.url("127.0.0.1"))).isEqualTo(DELIVERED);
        assertThat(send(sender, dripping.url("127.0.0.1"))).isEqualTo(DELIVERED);
    }

    private static void drip(OutputStream out, String begin) throws IOException, InterruptedException {
        ScriptedReceiver.write(out, begin);
        while (true) {
            ScriptedReceiver.write(out, "x");
            TimeUnit.MILLISECONDS.sleep(50); // the receiver's own slowness, not a wait of the test
        }
    }

    @Test
    void a_name_that_is_looked_up_for_ever_costs_its_time_and_no_more() {
        CountDownLatch never = new CountDownLatch(1);
        DnsResolver hanging = new Names() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                try {
                    never.await();
                } catch (InterruptedException closed) {
                    Thread.currentThread().interrupt();
                }
                throw new UnknownHostException(host);
            }
        };

        assertThat(send(sender(hanging, ""), "http://lms.example.com/")).isEqualTo(failed("took longer than 2 s"));
    }

    @Test
    void who_is_not_there_is_said_in_words() throws IOException {
        int nobody;
        try (ServerSocket closed = new ServerSocket(0)) {
            nobody = closed.getLocalPort();
        }
        ScriptedReceiver rude = closing(new ScriptedReceiver(OutputStream::close));
        ScriptedReceiver noTls = closing(ScriptedReceiver.blurting("This is no TLS.\r\n"));
        ScriptedReceiver plain = closing(ScriptedReceiver.answering("no HTTP", ""));
        CallbackSender sender = sender(
                new Names() {
                    @Override
                    public InetAddress[] resolve(String host) throws UnknownHostException {
                        if (host.equals("nobody.example.com")) {
                            throw new UnknownHostException(host);
                        }
                        return new InetAddress[] {InetAddress.getByName("127.0.0.1")};
                    }
                },
                "127.0.0.0/8");

        assertThat(send(sender, "http://nobody.example.com/")).isEqualTo(failed("the host has no address"));
        assertThat(send(sender, "http://127.0.0.1:" + nobody + "/")).isEqualTo(failed("no connection"));
        assertThat(send(sender, rude.url("127.0.0.1"))).isEqualTo(failed("the connection broke"));
        assertThat(send(sender, plain.url("127.0.0.1"))).isEqualTo(failed("the connection broke"));
        assertThat(send(sender, "https://127.0.0.1:" + noTls.port() + "/")).isEqualTo(failed("no TLS session"));
        assertThat(send(sender, "no address")).isEqualTo(failed("the address is not a URL"));
    }

    @Test
    void every_call_has_a_connection_of_its_own() throws IOException {
        ScriptedReceiver receiver = closing(ScriptedReceiver.answering(OK, "ok"));
        CallbackSender sender = sender("127.0.0.0/8");

        for (int i = 0; i < 20; i++) {
            assertThat(send(sender, receiver.url("127.0.0.1"))).isEqualTo(DELIVERED);
        }
        assertThat(receiver.requests()).hasSize(20);
    }
}
