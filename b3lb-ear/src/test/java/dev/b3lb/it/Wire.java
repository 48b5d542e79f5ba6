package dev.b3lb.it;

import dev.b3lb.testbed.HttpAnswer;
import dev.b3lb.testbed.RawHttp;
import dev.b3lb.testbed.Testbed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Requests to the shared server byte for byte, as no proper client would make them. */
final class Wire {

    private final int port;

    private Wire(int port) {
        this.port = port;
    }

    static Wire of(Testbed testbed) {
        return new Wire(testbed.server().httpPort());
    }

    HttpAnswer get(String target, String host) throws IOException {
        return send("GET", target, host, "", List.of());
    }

    HttpAnswer send(String method, String target, String host, String body, List<String> headers) throws IOException {
        List<String> all = new ArrayList<>(List.of("Host: " + host));
        all.addAll(headers);
        return new RawHttp(port).send(method, target, all, body.getBytes(StandardCharsets.UTF_8));
    }
}
