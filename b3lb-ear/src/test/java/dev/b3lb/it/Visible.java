package dev.b3lb.it;

import dev.b3lb.testbed.HttpAnswer;
import java.util.List;

/**
 * All that a client can see of an answer but the time of day and the number of its request.
 *
 * @param status the HTTP status code
 * @param headers the header lines, sorted
 * @param text the body
 */
record Visible(int status, List<String> headers, String text) {

    static Visible of(HttpAnswer answer) {
        return new Visible(
                answer.status(),
                answer.headers().stream()
                        .filter(header -> !header.startsWith("Date:") && !header.startsWith("X-Request-ID:"))
                        .sorted()
                        .toList(),
                answer.text());
    }
}
