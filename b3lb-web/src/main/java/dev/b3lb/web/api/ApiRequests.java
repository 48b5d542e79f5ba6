package dev.b3lb.web.api;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.BbbError;
import dev.b3lb.bbb.ChecksumSettings;
import dev.b3lb.bbb.NodeRequest;
import dev.b3lb.bbb.QueryParameters;
import dev.b3lb.bbb.RepeatedParameters;
import dev.b3lb.bbb.RequestChecksum;
import dev.b3lb.bbb.SentForm;
import dev.b3lb.bbb.SignedRequest;
import dev.b3lb.bbb.XmlBodyRule;
import dev.b3lb.settings.Settings;
import dev.b3lb.tenant.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

    private static final Set<String> XML = Set.of("application/xml", "text/xml");

    private final RequestChecksum checksum;
    private final RequestBodies bodies;
    private final RequestForms forms;

    @Inject
    ApiRequests(Settings settings, RequestBodies bodies, RequestForms forms) {
        this.bodies = bodies;
        this.forms = forms;
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
     * @param signed the call's parameters if its sender has proved to know a secret, else none
     */
    record Refused(BbbError error, QueryParameters signed) implements Outcome {

        static Refused ofStranger(BbbError error) {
            return new Refused(error, QueryParameters.none());
        }
    }

    /** Reads and verifies a request, in BBB's order: the checksum, the type of a body, the parameters. */
    Outcome read(ApiCall call, Optional<Account> account, HttpServletRequest http) {
        try {
            Optional<SentForm> form = forms.read(call, http);
            SignedRequest signed = SignedRequest.of(call, rawQuery(http), form);
            List<String> secrets = account.map(Account::secrets).orElseGet(List::of);
            RequestChecksum.Verdict verdict = checksum.verify(signed, secrets);
            if (verdict instanceof RequestChecksum.Verdict.Genuine genuine && account.isPresent()) {
                return genuine(new ApiRequest(account.get(), call, genuine.parameters(), Optional.empty()), form, http);
            }
            return Refused.ofStranger(((RequestChecksum.Verdict.Refused) verdict).error());
        } catch (RequestBodies.BodyRefused refused) {
            return Refused.ofStranger(BbbError.validationError(refused.getMessage()));
        } catch (IOException broken) {
            LOG.debug("A client went away while it sent its request", broken);
            return Refused.ofStranger(BbbError.internalError("The request could not be read."));
        }
    }

    private Outcome genuine(ApiRequest request, Optional<SentForm> form, HttpServletRequest http) throws IOException {
        boolean hasBody = RequestForms.hasBody(http);
        if (hasBody && !request.call().acceptsBody(RequestForms.mediaType(http))) {
            return new Refused(BbbError.UNSUPPORTED_CONTENT_TYPE, request.parameters());
        }
        Optional<BbbError> repeated = RepeatedParameters.check(request.parameters());
        if (repeated.isPresent()) {
            return new Refused(repeated.get(), request.parameters());
        }
        return hasBody ? checked(request, xml(request.call(), form, http)) : new Accepted(request);
    }

    /** A body that may not go to a node is let go at once. */
    private Outcome checked(ApiRequest request, Optional<NodeRequest.Body> xml) {
        Optional<BbbError> fault = xml.flatMap(XmlBodyRule::check);
        if (fault.isPresent()) {
            bodies.release(xml);
            return new Refused(fault.get(), request.parameters());
        }
        return new Accepted(request.with(xml));
    }

    private Optional<NodeRequest.Body> xml(ApiCall call, Optional<SentForm> form, HttpServletRequest http)
            throws IOException {
        if (form.isPresent()) {
            return forms.xmlIn(form.get(), call);
        }
        return XML.contains(RequestForms.mediaType(http)) ? Optional.of(bodies.xml(http)) : Optional.empty();
    }

    /** The servlet container gives raw bytes as one character each; what clients send is UTF-8. */
    private static String rawQuery(HttpServletRequest http) {
        String query = Optional.ofNullable(http.getQueryString()).orElse("");
        return StandardCharsets.ISO_8859_1.newEncoder().canEncode(query)
                ? new String(query.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                : query;
    }
}
