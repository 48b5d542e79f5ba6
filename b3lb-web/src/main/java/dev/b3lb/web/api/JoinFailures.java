package dev.b3lb.web.api;

import dev.b3lb.bbb.BbbError;
import dev.b3lb.bbb.QueryParameters;
import dev.b3lb.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What somebody gets whose join failed. A program gets XML. As in BBB, a browser is sent to an address that the front
 * end gave in the call, with the error appended; only if the call is signed, since anybody could write another address
 * into it. Without one, people get a page.
 */
@ApplicationScoped
public class JoinFailures {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final Locale defaultLanguage;

    @Inject
    JoinFailures(Settings settings) {
        String code = settings.get(Settings.LANGUAGE_CODE);
        this.defaultLanguage = JoinErrorPage.LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(code.split("-", 2)[0]))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    /**
     * The answer.
     *
     * @param signed the call's parameters if its checksum was right, else none
     */
    ApiAnswer answer(BbbError error, QueryParameters signed, Visitor visitor) {
        if (visitor.wantsXml()) {
            return new ApiAnswer.Failed(error);
        }
        Optional<ApiAnswer> elsewhere = Stream.of("errorRedirectUrl", "logoutURL")
                .flatMap(name -> signed.first(name).stream())
                .flatMap(url -> webAddress(url).stream())
                .findFirst()
                .map(url -> new ApiAnswer.Redirect(with(error, url)));
        return elsewhere.orElseGet(() -> here(error, visitor));
    }

    private ApiAnswer here(BbbError error, Visitor visitor) {
        return visitor.prefersPages()
                ? JoinErrorPage.of(error, visitor.language().orElse(defaultLanguage))
                : new ApiAnswer.Failed(error);
    }

    private static Optional<URI> webAddress(String text) {
        try {
            URI uri = new URI(text.strip());
            boolean web = uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getHost() != null;
            return web ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    /** The address with BBB's parameter {@code errors} behind its query; what is there already stays as it is. */
    private static URI with(BbbError error, URI address) {
        String text = address.toASCIIString();
        int hash = text.indexOf('#');
        String target = hash < 0 ? text : text.substring(0, hash);
        String fragment = hash < 0 ? "" : text.substring(hash);
        String separator = address.getRawQuery() == null ? "?" : "&";
        return URI.create(target + separator + "errors=" + encoded(error) + fragment);
    }

    private static String encoded(BbbError error) {
        JsonObjectBuilder entry =
                Json.createObjectBuilder().add("key", error.messageKey()).add("message", error.message());
        String errors = Json.createArrayBuilder().add(entry).build().toString();
        return URLEncoder.encode(errors, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
