package dev.b3lb.monitoring;

import dev.b3lb.testbed.HttpAnswer;
import dev.b3lb.testbed.RawHttp;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Somebody who reads metrics as Prometheus does. */
final class Scraper {

    private static final String TEXT = "text/plain; version=0.0.4";
    private static final byte[] NOTHING = {};

    private final RawHttp http;
    private final String authorization;

    private Scraper(Testbed testbed, String authorization) {
        this.http = new RawHttp(testbed.server().httpPort());
        this.authorization = authorization;
    }

    /** A new user with role metrics, who may read everything. */
    static Scraper ofEverything(Testbed testbed) {
        String name = testbed.names().name("scraper");
        String password = testbed.names().secret();
        testbed.operations().call("adduser", Map.of("username", name, "password", password, "roles", "metrics"));
        byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Scraper(testbed, "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /** Who has a tenant's stats token. */
    static Scraper ofTenant(Testbed testbed, String tenant) {
        String token = testbed.operations()
                .call("renewstatstoken", Map.of("tenant-slug", tenant))
                .get("stats-token")
                .asString();
        return new Scraper(testbed, "Bearer " + token);
    }

    /** What is told in the text format. */
    String text(String path) throws IOException {
        return get(path, TEXT);
    }

    /** What is told to whom {@code Accept} says it. */
    String get(String path, String accept) throws IOException {
        HttpAnswer answer = answer(path, accept);
        if (answer.status() != 200) {
            throw new AssertionError(path + " answers " + answer);
        }
        return answer.text();
    }

    /** The whole answer. */
    HttpAnswer answer(String path, String accept) throws IOException {
        List<String> headers =
                List.of("Host: " + Testbed.BASE_DOMAIN, "Accept: " + accept, "Authorization: " + authorization);
        return http.send("GET", path, headers, NOTHING);
    }
}
