package dev.b3lb.settings;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where Redis is and how to log in.
 *
 * @param server scheme, host and port
 * @param user the user for the log-in, if Redis has users
 * @param password the password, never shown
 * @param database the number of the database
 */
public record RedisAddress(URI server, Optional<String> user, Optional<String> password, int database) {

    private static final int DEFAULT_PORT = 6379;
    private static final String HIDDEN = "***";
    private static final Pattern PATH = Pattern.compile("/?|/([0-9]{1,5})");

    /**
     * Reads {@code redis://user:password@host:port/number}; all but the host may be absent. {@code rediss} means TLS.
     *
     * @throws IllegalArgumentException that says what is wanted
     */
    static RedisAddress parse(String text) {
        try {
            URI url = URI.create(text);
            Matcher path = PATH.matcher(url.getPath() == null ? "" : url.getPath());
            if (url.getHost() == null
                    || !Set.of("redis", "rediss").contains(url.getScheme())
                    || !path.matches()
                    || url.getRawQuery() != null
                    || url.getRawFragment() != null) {
                throw new IllegalArgumentException();
            }
            int port = url.getPort() == -1 ? DEFAULT_PORT : url.getPort();
            String[] login = url.getRawUserInfo() == null
                    ? new String[0]
                    : url.getRawUserInfo().split(":", 2);
            return new RedisAddress(
                    URI.create(url.getScheme() + "://" + url.getHost() + ":" + port),
                    part(login, 0),
                    part(login, 1),
                    path.group(1) == null ? 0 : Integer.parseInt(path.group(1)));
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException("redis://:password@host:port/number is wanted");
        }
    }

    /**
     * An address as people may see it: with asterisks in place of the password, or of the whole log-in when that has no
     * colon, since it may be a password whose colon was forgotten.
     *
     * @param text an address that {@link #parse} takes
     */
    static String withoutPassword(String text) {
        int begin = text.indexOf("://") + 3;
        int end = text.lastIndexOf('@');
        if (end < begin) {
            return text;
        }
        int colon = text.indexOf(':', begin);
        int kept = colon >= 0 && colon < end ? colon + 1 : begin;
        return text.substring(0, kept) + HIDDEN + text.substring(end);
    }

    private static Optional<String> part(String[] login, int index) {
        return index < login.length && !login[index].isEmpty()
                ? Optional.of(URLDecoder.decode(login[index].replace("+", "%2B"), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return server + "/" + database;
    }
}
