package dev.b3lb.web.asset;

import dev.b3lb.branding.AssetFile;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Optional;

/**
 * What a client says that it has already. An entity tag outweighs a date, which knows only seconds, and what cannot be
 * read counts as not said; JAX-RS's own way does neither here.
 *
 * @param tags the values of If-None-Match, joined by commas
 * @param since the value of If-Modified-Since
 */
record Condition(Optional<String> tags, Optional<String> since) {

    static Condition of(HttpServletRequest request) {
        String joined = String.join(",", Collections.list(request.getHeaders("If-None-Match")));
        return new Condition(
                Optional.of(joined).filter(text -> !text.isBlank()),
                Optional.ofNullable(request.getHeader("If-Modified-Since")));
    }

    /** Whether the client has just this state of the file. */
    boolean isMetBy(AssetFile file) {
        return tags.map(text -> names(text, file)).orElseGet(() -> isUnchangedSince(file));
    }

    /** A digest in quotes is part of no other tag, so that the list needs no taking apart; weak tags count as well. */
    private static boolean names(String tags, AssetFile file) {
        return tags.strip().equals("*") || tags.contains("\"" + file.digest() + "\"");
    }

    private boolean isUnchangedSince(AssetFile file) {
        return since.flatMap(Condition::date)
                .filter(date ->
                        !file.changedAt().truncatedTo(ChronoUnit.SECONDS).isAfter(date))
                .isPresent();
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip())));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }
}
