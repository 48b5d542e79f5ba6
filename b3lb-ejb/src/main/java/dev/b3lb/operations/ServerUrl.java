package dev.b3lb.operations;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a node is called of which only the URL is known. */
final class ServerUrl {

    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+");

    private ServerUrl() {}

    /**
     * The first label of the URL's host, or all of a host that is a number.
     *
     * @throws RefusedException when the URL has no host
     */
    static String slug(String url) {
        String host = host(url)
                .orElseThrow(() -> new RefusedException(
                        "url is the address of a server's API, such as https://bbb05.example.com/bigbluebutton/api/."));
        String name = host.toLowerCase(Locale.ROOT);
        return NUMBERS.matcher(name).matches() ? name : name.split("\\.", 2)[0];
    }

    private static Optional<String> host(String url) {
        try {
            return Optional.ofNullable(new URI(url).getHost());
        } catch (URISyntaxException other) {
            return Optional.empty();
        }
    }
}
