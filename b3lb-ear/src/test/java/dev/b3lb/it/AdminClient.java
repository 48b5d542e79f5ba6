package dev.b3lb.it;

import dev.b3lb.testbed.HttpAnswer;
import dev.b3lb.testbed.RawHttp;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Somebody who calls the REST API, or reads metrics, through a proxy that the server trusts, from an address that nobody else has, so that
 * the failures of one test do not count for another.
 */
final class AdminClient {

    static final String ME = "/admin/api/v1/me";

    private static final AtomicInteger CLIENTS = new AtomicInteger();
    private static final byte[] NOTHING = {};

    private final RawHttp http;
    private final String address;

    AdminClient(int httpPort) {
        this.http = new RawHttp(httpPort);
        int number = CLIENTS.incrementAndGet();
        this.address = "198.51." + (100 + number / 250) + "." + (1 + number % 250);
    }

    /** The header with which somebody logs in. */
    record Login(String header) {

        static Login basic(String username, String password) {
            byte[] pair = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
            return new Login("Authorization: Basic " + Base64.getEncoder().encodeToString(pair));
        }

        /** Who may read metrics by the server's settings. */
        static Login scraper() {
            return basic(Testbed.METRICS_USER, Testbed.METRICS_PASSWORD);
        }

        static Login bearer(String token) {
            return new Login("Authorization: Bearer " + token);
        }
    }

    /** Where this client's requests come from. */
    String address() {
        return address;
    }

    HttpAnswer me(Login login) throws IOException {
        return get(Testbed.BASE_DOMAIN, ME, login.header());
    }

    HttpAnswer get(String host, String path, String... headers) throws IOException {
        return send("GET", host, path, headers);
    }

    HttpAnswer send(String method, String host, String path, String... headers) throws IOException {
        return send(method, host, path, NOTHING, headers);
    }

    /** Calls an operation with a JSON object of arguments. */
    HttpAnswer call(String operation, Login login, String json, String... headers) throws IOException {
        List<String> all = new ArrayList<>(List.of(login.header(), "Content-Type: application/json"));
        all.addAll(List.of(headers));
        return send(
                "POST",
                Testbed.BASE_DOMAIN,
                "/admin/api/v1/operations/" + operation,
                json.getBytes(StandardCharsets.UTF_8),
                all.toArray(String[]::new));
    }

    private HttpAnswer send(String method, String host, String path, byte[] body, String... headers)
            throws IOException {
        List<String> all = new ArrayList<>(List.of("Host: " + host, "X-Forwarded-For: " + address));
        all.addAll(List.of(headers));
        return http.send(method, path, all, body);
    }
}
