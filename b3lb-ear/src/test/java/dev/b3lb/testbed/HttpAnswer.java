package dev.b3lb.testbed;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What a server answered.
 *
 * @param status the HTTP status code
 * @param headers the header lines as they came, without line ends
 * @param body the body's bytes with any chunked coding undone
 */
public record HttpAnswer(int status, List<String> headers, byte[] body) {

    /** Keeps its own copies. */
    public HttpAnswer {
        headers = List.copyOf(headers);
        body = body.clone();
    }

    @Override
    public byte[] body() {
        return body.clone();
    }

    /** The body read as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The first value of a header; its name is read without regard to case. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    /** Where a redirect leads. */
    public Optional<URI> location() {
        return header("Location").map(URI::create);
    }

    @Override
    public String toString() {
        return "HTTP " + status + " " + headers + "\n" + text();
    }
}
