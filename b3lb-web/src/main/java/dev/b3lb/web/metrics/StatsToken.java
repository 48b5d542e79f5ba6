package dev.b3lb.web.metrics;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the token that a tenant shows in the Authorization header: the token itself, or with {@code Bearer} before it. */
final class StatsToken {

    private static final Pattern HEADER =
            Pattern.compile("(?:bearer +)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})", Pattern.CASE_INSENSITIVE);

    private StatsToken() {}

    /** The token; empty if the header shows none, but perhaps something else. */
    static Optional<UUID> parse(String header) {
        return Optional.ofNullable(header)
                .map(String::strip)
                .map(HEADER::matcher)
                .filter(Matcher::matches)
                .map(token -> UUID.fromString(token.group(1)));
    }
}
