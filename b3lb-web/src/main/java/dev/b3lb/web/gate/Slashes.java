package dev.b3lb.web.gate;

import io.undertow.server.HttpServerExchange;
import java.util.regex.Pattern;

/**
 * Several slashes in a row count as one on the paths of front ends and nodes, since front ends put a path behind a base
 * URL that may end in a slash. What is under {@code /admin} is not among them: a proxy may keep people away from it by
 * its path, and a path that looks different to the proxy must not lead there.
 */
final class Slashes {

    private static final Pattern OURS = Pattern.compile("/+(bigbluebutton|b3lb)([/;].*)?");
    private static final Pattern SEVERAL = Pattern.compile("/{2,}");

    private Slashes() {}

    /** Makes one slash of several, before anybody looks at the path. */
    static void join(HttpServerExchange exchange) {
        String path = exchange.getRequestURI();
        if (path.contains("//") && OURS.matcher(path).matches()) {
            exchange.setRequestURI(joined(path));
            exchange.setRequestPath(joined(exchange.getRequestPath()));
            exchange.setRelativePath(joined(exchange.getRelativePath()));
        }
    }

    private static String joined(String path) {
        return SEVERAL.matcher(path).replaceAll("/");
    }
}
