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
import dev.b3lb.memory.Memory;
import dev.b3lb.memory.Purse;
import dev.b3lb.memory.Share;
import dev.b3lb.memory.Use;
import dev.b3lb.settings.Settings;
import dev.b3lb.tenant.Account;
import dev.b3lb.web.body.BodyRefused;
import dev.b3lb.web.body.IncomingBodies;
import dev.b3lb.web.body.Received;
import dev.b3lb.web.peer.Peers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/**
 * Reads a request from the wire: the query exactly as it came, the body up to a bound, and whether its sender knows a
 * secret. An unknown tenant is answered like a wrong checksum.
 */
@ApplicationScoped
public class ApiRequests {

    private static final Logger LOG = Logger.getLogger(ApiRequests.class);

    private static final Set<String> XML = Set.of("application/xml", "text/xml");

    private static final int MOST_FORM_BYTES = 1 << 20;

    /** A form is in memory as bytes, as a text, and as parameters, until it is known who has sent it. */
    private static final int FORM_WEIGHT = 4;

    /** What is left of a form when it is known who has sent it, as long as the call is under way. */
    private static final int PARAMETERS_WEIGHT = 2;

    /** What BBB's own web server takes is 30 MB. */
    private static final int MOST_XML_BYTES = 32 << 20;

    private final RequestChecksum checksum;
    private final IncomingBodies bodies;
    private final Peers peers;
    private final Purse strangers;
    private final Purse known;

    @Inject
    ApiRequests(Settings settings, IncomingBodies bodies, Peers peers, Memory memory) {
        this.bodies = bodies;
        this.peers = peers;
        this.strangers = memory.of(Use.STRANGERS);
        this.known = memory.of(Use.BODIES);
        this.checksum = new RequestChecksum(new ChecksumSettings(
                settings.get(Settings.ALLOWED_SHA_ALGORITHMS), settings.get(Settings.ACCEPT_UNSIGNED_BODY)));
    }

    /** What a request is worth. */
    sealed interface Outcome {}

    /**
     * It may be carried out.
     *
     * @param request the call
     * @param memory what its body is counted in; to be closed when the call has been answered
     */
    record Accepted(ApiRequest request, Share memory) implements Outcome {}

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

    /**
     * Reads and verifies a request, in BBB's order: the checksum, the type of a body, the parameters. A form has to be
     * read for that; of any other body nothing is, unless the checksum is right.
     */
    CompletionStage<Outcome> read(ApiCall call, Optional<Account> account, HttpServletRequest http) {
        RequestHead head = RequestHead.of(http);
        if (!RequestForms.isForm(call, head)) {
            Outcome judged = judged(call, account, head, Optional.empty());
            return judged instanceof Accepted accepted && head.hasBody()
                    ? withXml(accepted, head, http)
                    : CompletableFuture.completedStage(judged);
        }
        Share share = peers.network(http).map(strangers::open).orElseGet(strangers::open);
        return bodies.receive(http, MOST_FORM_BYTES, FORM_WEIGHT, share)
                .thenApply(body -> ofForm(call, account, head, body))
                .exceptionally(ApiRequests::unread);
    }

    private Outcome ofForm(ApiCall call, Optional<Account> account, RequestHead head, Received body) {
        try (body) {
            SentForm form = RequestForms.of(head, body);
            Outcome judged = judged(call, account, head, Optional.of(form));
            if (judged instanceof Accepted accepted && !accepted.memory().take(PARAMETERS_WEIGHT * body.length())) {
                return unread(BodyRefused.noRoom());
            }
            return judged instanceof Accepted accepted
                    ? RequestForms.xmlIn(form, call)
                            .map(xml -> withXml(accepted, xml))
                            .orElse(judged)
                    : judged;
        } catch (IOException refused) {
            return unread(refused);
        }
    }

    private Outcome judged(ApiCall call, Optional<Account> account, RequestHead head, Optional<SentForm> form) {
        SignedRequest signed = SignedRequest.of(call, head.rawQuery(), form);
        List<String> secrets = account.map(Account::secrets).orElseGet(List::of);
        RequestChecksum.Verdict verdict = checksum.verify(signed, secrets);
        return verdict instanceof RequestChecksum.Verdict.Genuine genuine && account.isPresent()
                ? genuine(new ApiRequest(account.get(), call, genuine.parameters(), Optional.empty()), head)
                : Refused.ofStranger(((RequestChecksum.Verdict.Refused) verdict).error());
    }

    private Outcome genuine(ApiRequest request, RequestHead head) {
        if (head.hasBody() && !request.call().acceptsBody(head.mediaType())) {
            return new Refused(BbbError.UNSUPPORTED_CONTENT_TYPE, request.parameters());
        }
        return RepeatedParameters.check(request.parameters())
                .<Outcome>map(repeated -> new Refused(repeated, request.parameters()))
                .orElseGet(
                        () -> new Accepted(request, known.open(request.account().tenantId())));
    }

    private CompletionStage<Outcome> withXml(Accepted accepted, RequestHead head, HttpServletRequest http) {
        if (!XML.contains(head.mediaType())) {
            return CompletableFuture.completedStage(accepted);
        }
        return bodies.receive(http, MOST_XML_BYTES, 1, accepted.memory())
                .thenApply(body -> checked(accepted, new NodeRequest.Body(head.contentType(), body.content())))
                .exceptionally(problem -> {
                    accepted.memory().close();
                    return unread(problem);
                });
    }

    private static Outcome withXml(Accepted accepted, NodeRequest.Body xml) {
        return accepted.memory().take(xml.content().held()) ? checked(accepted, xml) : unread(BodyRefused.noRoom());
    }

    /** A body that may not go to a node is let go at once. */
    private static Outcome checked(Accepted accepted, NodeRequest.Body xml) {
        Optional<BbbError> fault = XmlBodyRule.check(xml);
        if (fault.isPresent()) {
            accepted.memory().close();
            return new Refused(fault.get(), accepted.request().parameters());
        }
        return new Accepted(accepted.request().with(Optional.of(xml)), accepted.memory());
    }

    private static Outcome unread(Throwable problem) {
        Throwable cause = problem instanceof CompletionException ? problem.getCause() : problem;
        if (cause instanceof BodyRefused refused) {
            return Refused.ofStranger(
                    refused.reason() == BodyRefused.Cause.BROKEN
                            ? BbbError.internalError(refused.getMessage())
                            : BbbError.validationError(refused.getMessage()));
        }
        LOG.error("A request could not be read", cause);
        return Refused.ofStranger(BbbError.internalError("The request could not be read."));
    }
}
