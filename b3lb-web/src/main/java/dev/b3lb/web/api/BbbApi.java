package dev.b3lb.web.api;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.BbbError;
import dev.b3lb.bbb.QueryParameters;
import dev.b3lb.configuration.Configurations;
import dev.b3lb.settings.Role;
import dev.b3lb.settings.Settings;
import dev.b3lb.tenant.Account;
import dev.b3lb.web.account.Accounts;
import dev.b3lb.web.answer.Outgoing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The API under the paths at which front ends look for it: by host name, or by a path that names the tenant. Clients
 * that put {@code bigbluebutton/api} behind any base URL find it there too.
 */
@Path("/")
@ApplicationScoped
public class BbbApi {

    private static final String ROOT_BY_HOST = "bigbluebutton{slash:/?}{api:(api/?)?}";
    private static final String ROOT_BY_PATH = "b3lb/t/{tenant}/{bbb:bbb|bigbluebutton}{slash:/?}{api:(api/?)?}";
    private static final String CALL_BY_HOST = "bigbluebutton/api/{call:.+}";
    private static final String CALL_BY_PATH = "b3lb/t/{tenant}/{bbb:bbb|bigbluebutton}/api/{call:.+}";
    private static final BbbError NOT_HERE =
            BbbError.internalError("This server does not answer the API: its B3LB_ROLES leave it out.");

    @Inject
    private Accounts accounts;

    @Inject
    private ApiRequests requests;

    @Inject
    private CallHandlers handlers;

    @Inject
    private JoinFailures joinFailures;

    @Inject
    private RefusedChecksums refusedChecksums;

    @Inject
    private RequestMeter meter;

    @Inject
    private Configurations configurations;

    @Inject
    private Settings settings;

    /** The API's root, which tells the version to anybody. */
    @GET
    @Path(ROOT_BY_HOST)
    public Response rootByHost(@Context HttpServletRequest request) {
        return root(request);
    }

    /** The same for those who send a form. */
    @POST
    @Path(ROOT_BY_HOST)
    public Response rootByHostPosted(@Context HttpServletRequest request) {
        return root(request);
    }

    /** The API's root of a tenant that the path names. */
    @GET
    @Path(ROOT_BY_PATH)
    public Response rootByPath(@Context HttpServletRequest request) {
        return root(request);
    }

    /** The same for those who send a form. */
    @POST
    @Path(ROOT_BY_PATH)
    public Response rootByPathPosted(@Context HttpServletRequest request) {
        return root(request);
    }

    /** A call of the tenant that the host names. */
    @GET
    @Path(CALL_BY_HOST)
    public CompletionStage<Response> callByHost(@PathParam("call") String call, @Context HttpServletRequest request) {
        return answer(call, request, accounts.ofHost(request));
    }

    /** A call with a body of the tenant that the host names. */
    @POST
    @Path(CALL_BY_HOST)
    public CompletionStage<Response> postByHost(@PathParam("call") String call, @Context HttpServletRequest request) {
        return answer(call, request, accounts.ofHost(request));
    }

    /** A call of the tenant that the path names. */
    @GET
    @Path(CALL_BY_PATH)
    public CompletionStage<Response> callByPath(
            @PathParam("tenant") String tenant, @PathParam("call") String call, @Context HttpServletRequest request) {
        return answer(call, request, accounts.ofPath(tenant));
    }

    /** A call with a body of the tenant that the path names. */
    @POST
    @Path(CALL_BY_PATH)
    public CompletionStage<Response> postByPath(
            @PathParam("tenant") String tenant, @PathParam("call") String call, @Context HttpServletRequest request) {
        return answer(call, request, accounts.ofPath(tenant));
    }

    private static Response root(HttpServletRequest request) {
        return ApiResponses.root(MediaType.APPLICATION_JSON.equals(request.getContentType()));
    }

    private CompletionStage<Response> answer(String name, HttpServletRequest request, Optional<Account> account) {
        long start = System.nanoTime();
        Optional<ApiCall> call = ApiCall.ofWireName(withoutSlash(name));
        if (!settings.get(Settings.ROLES).contains(Role.API)) {
            return refused(call, NOT_HERE, start);
        }
        if (call.isEmpty() || !call.get().answersMethod(request.getMethod())) {
            return refused(call, BbbError.UNSUPPORTED_REQUEST, start);
        }
        Outgoing outgoing = Outgoing.current(); // before the request goes on elsewhere
        return answer(call.get(), request, account, start).thenApply(answer -> {
            if (answer instanceof ApiAnswer.Large large) {
                outgoing.shares(large.document());
            }
            return ApiResponses.of(answer);
        });
    }

    /** BBB takes a call's name with a slash behind it too. */
    private static String withoutSlash(String name) {
        return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    }

    private CompletionStage<Response> refused(Optional<ApiCall> call, BbbError error, long start) {
        ApiAnswer answer = new ApiAnswer.Failed(error);
        meter.answered(call, answer, start);
        return CompletableFuture.completedStage(ApiResponses.of(answer));
    }

    private CompletionStage<ApiAnswer> answer(
            ApiCall call, HttpServletRequest request, Optional<Account> account, long start) {
        Visitor visitor = Visitor.of(request); // the request can be read on this thread only
        RefusedChecksums.Sender sender = refusedChecksums.sender(request);
        return requests.read(call, account, request).thenCompose(outcome -> {
            if (outcome instanceof ApiRequests.Accepted accepted) {
                QueryParameters signed = accepted.request().parameters();
                return handlers.handle(accepted.request())
                        .whenComplete((answer, none) -> accepted.memory().close())
                        .thenApply(answer -> told(call, answer, account, signed, visitor, start));
            }
            ApiRequests.Refused refused = (ApiRequests.Refused) outcome;
            refusedChecksums.refused(call, refused.error(), sender);
            ApiAnswer answer = ApiAnswer.failed(call, refused.error());
            return ApiAnswer.now(told(call, answer, account, refused.signed(), visitor, start));
        });
    }

    private ApiAnswer told(
            ApiCall call,
            ApiAnswer answer,
            Optional<Account> account,
            QueryParameters signed,
            Visitor visitor,
            long start) {
        meter.answered(Optional.of(call), answer, start);
        return told(call, answer, account, signed, visitor);
    }

    private ApiAnswer told(
            ApiCall call, ApiAnswer answer, Optional<Account> account, QueryParameters signed, Visitor visitor) {
        return call == ApiCall.JOIN && answer instanceof ApiAnswer.Failed failed
                ? joinFailures.answer(failed.error(), ruled(account, signed), visitor)
                : answer;
    }

    /** Rules decide where a failed join leads too, but not for strangers: they would learn which tenants there are. */
    private QueryParameters ruled(Optional<Account> account, QueryParameters signed) {
        return signed.isEmpty() || account.isEmpty()
                ? signed
                : configurations.current().rules(account.get().tenantId()).apply(ApiCall.JOIN, signed);
    }
}
