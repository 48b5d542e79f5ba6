package dev.b3lb.web.api;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.BbbError;
import dev.b3lb.bbb.ChecksumSettings;
import dev.b3lb.bbb.NodeRequest;
import dev.b3lb.bbb.QueryParameters;
import dev.b3lb.bbb.RequestChecksum;
import dev.b3lb.bbb.SignedRequest;
import dev.b3lb.settings.Settings;
import dev.b3lb.tenant.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Reads a request from the wire: the query exactly as it came, the body up to a bound, and whether its sender knows a
 * secret. An unknown tenant is answered like a wrong checksum.
 */
@ApplicationScoped
public class ApiRequests {

    private static final Logger LOG = Logger.getLogger(ApiRequests.class);

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Set<String> XML = Set.of("application/xml", "text/xml");

    private final RequestChecksum checksum;
    private final RequestBodies bodies;

    @Inject
    ApiRequests(Settings settings, RequestBodies bodies) {
        this.bodies = bodies;
        this.checksum = new RequestChecksum(new ChecksumSettings(
                settings.get(Settings.ALLOWED_SHA_ALGORITHMS), settings.get(Settings.ACCEPT_UNSIGNED_BODY)));
    }

    /** What a request is worth. */
    sealed interface Outcome {}

    /**
     * It may be carried out.
     *
     * @param request the call
     */
    record Accepted(ApiRequest request) implements Outcome {}

    /**
     * It may not.
     *
     * @param error what the client is told
     */
    record Refused(BbbError error) implements Outcome {}

    /** Reads and verifies a request. */
    Outcome read(ApiCall call, Optional<Account> account, HttpServletRequest http) {
        try {
            Optional<String> form = isForm(http) ? Optional.of(bodies.form(http)) : Optional.empty();
            SignedRequest signed = SignedRequest.of(call, rawQuery(http), form);
            List<String> secrets = account.map(Account::secrets).orElseGet(List::of);
            RequestChecksum.Verdict verdict = checksum.verify(signed, secrets);
            if (verdict instanceof RequestChecksum.Verdict.Genuine genuine && account.isPresent()) {
                return accept(call, account.get(), genuine.parameters(), http);
            }
            return new Refused(((RequestChecksum.Verdict.Refused) verdict).error());
        } catch (RequestBodies.BodyRefused refused) {
            return new Refused(BbbError.validationError(refused.getMessage()));
        } catch (IOException broken) {
            LOG.debug("A client went away while it sent its request", broken);
            return new Refused(BbbError.internalError("The request could not be read."));
        }
    }

    private Outcome accept(ApiCall call, Account account, QueryParameters parameters, HttpServletRequest http)
            throws IOException {
        boolean hasBody = http.getContentLengthLong() > 0 || http.getHeader("Transfer-Encoding") != null;
        String type = Optional.ofNullable(http.getContentType()).orElse("");
        if (hasBody && !call.acceptsBody(type)) {
            return new Refused(BbbError.UNSUPPORTED_CONTENT_TYPE);
        }
        Optional<NodeRequest.Body> body = hasBody && isXml(type) ? Optional.of(bodies.xml(http)) : Optional.empty();
        return new Accepted(new ApiRequest(account, call, parameters.withoutDuplicates(), body));
    }

    /** The servlet container gives raw bytes as one character each; what clients send is UTF-8. */
    private static String rawQuery(HttpServletRequest http) {
        String query = Optional.ofNullable(http.getQueryString()).orElse("");
        return StandardCharsets.ISO_8859_1.newEncoder().canEncode(query)
                ? new String(query.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                : query;
    }

    private static boolean isForm(HttpServletRequest http) {
        String type = http.getContentType();
        return http.getMethod().equals("POST") && type != null && type.regionMatches(true, 0, FORM, 0, FORM.length());
    }

    /** By the type alone: what a parameter of it says, such as a boundary, is the client's to choose. */
    private static boolean isXml(String type) {
        return XML.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }
}
