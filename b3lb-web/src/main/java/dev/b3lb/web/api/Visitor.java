package dev.b3lb.web.api;

import dev.b3lb.bbb.QueryParameters;
import dev.b3lb.web.negotiation.MediaPreference;
import dev.b3lb.web.negotiation.ReadableHeaders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who waits for the answer to a join.
 *
 * @param wantsXml it said {@code redirect=false}, so it is a program
 * @param prefersPages it is a browser
 * @param language of those that we have the one that it wants most, or none
 */
record Visitor(boolean wantsXml, boolean prefersPages, Optional<Locale> language) {

    private static final int LONGEST_HEADER = 500;

    /** Reads what the request says, whether or not it is signed. */
    static Visitor of(HttpServletRequest request) {
        return new Visitor(
                QueryParameters.read(request.getQueryString())
                        .filter(JoinHandler::wantsXml)
                        .isPresent(),
                MediaPreference.of(ReadableHeaders.sent(request, HttpHeaders.ACCEPT))
                        .prefersPages(),
                wanted(ReadableHeaders.sent(request, HttpHeaders.ACCEPT_LANGUAGE)));
    }

    private static Optional<Locale> wanted(String acceptLanguage) {
        if (acceptLanguage.isBlank() || acceptLanguage.length() > LONGEST_HEADER) {
            return Optional.empty();
        }
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(acceptLanguage);
            return Optional.ofNullable(Locale.lookup(ranges, JoinErrorPage.LANGUAGES));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
