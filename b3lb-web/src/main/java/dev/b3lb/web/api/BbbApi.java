package dev.b3lb.web.api;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.BbbError;
import dev.b3lb.bbb.BbbXml;
import dev.b3lb.settings.Role;
import dev.b3lb.settings.Settings;
import dev.b3lb.tenant.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The API under the paths at which front ends look for it: by host name, or by a path that names the tenant. */
@Path("/")
@ApplicationScoped
public class BbbApi {

    private static final String XML = "text/xml;charset=utf-8";
    private static final String ROOT_BY_HOST = "bigbluebutton{slash:/?}{api:(api/?)?}";
    private static final String ROOT_BY_PATH = "b3lb/t/{tenant}/bbb{slash:/?}{api:(api/?)?}";
    private static final String CALL_BY_HOST = "bigbluebutton/api/{call:.+}";
    private static final String CALL_BY_PATH = "b3lb/t/{tenant}/bbb/api/{call:.+}";
    private static final String VERSION = "2.0";
    private static final BbbError NOT_HERE =
            BbbError.internalError("This server does not answer the API: its B3LB_ROLES leave it out.");

    @Inject
    private Accounts accounts;

    @Inject
    private ApiRequests requests;

    @Inject
    private CallHandlers handlers;

    @Inject
    private Settings settings;

    /** The API's root, which tells the version to anybody. */
    @GET
    @Path(ROOT_BY_HOST)
    public Response rootByHost() {
        return root();
    }

    /** The same for those who send a form. */
    @POST
    @Path(ROOT_BY_HOST)
    public Response rootByHostPosted() {
        return root();
    }

    /** The API's root of a tenant that the path names. */
    @GET
    @Path(ROOT_BY_PATH)
    public Response rootByPath() {
        return root();
    }

    /** The same for those who send a form. */
    @POST
    @Path(ROOT_BY_PATH)
    public Response rootByPathPosted() {
        return root();
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

    private CompletionStage<Response> answer(String name, HttpServletRequest request, Optional<Account> account) {
        Optional<ApiCall> call = ApiCall.ofWireName(name);
        if (!settings.get(Settings.ROLES).contains(Role.API)) {
            return ApiAnswer.now(new ApiAnswer.Failed(NOT_HERE)).thenApply(BbbApi::response);
        }
        if (call.isEmpty() || !call.get().allowsMethod(request.getMethod())) {
            return ApiAnswer.now(new ApiAnswer.Failed(BbbError.UNSUPPORTED_REQUEST))
                    .thenApply(BbbApi::response);
        }
        ApiRequests.Outcome outcome = requests.read(call.get(), account, request);
        CompletionStage<ApiAnswer> answer = outcome instanceof ApiRequests.Accepted accepted
                ? handlers.handle(accepted.request())
                : ApiAnswer.now(new ApiAnswer.Failed(((ApiRequests.Refused) outcome).error()));
        return answer.thenApply(BbbApi::response);
    }

    private static Response root() {
        return xml(BbbXml.root(VERSION));
    }

    /** The one place where outcomes become HTTP. */
    private static Response response(ApiAnswer answer) {
        if (answer instanceof ApiAnswer.Redirect redirect) {
            return Response.status(Response.Status.FOUND)
                    .location(redirect.target())
                    .cacheControl(noCache())
                    .build();
        }
        return answer instanceof ApiAnswer.Xml xml ? xml(xml.text()) : failed(((ApiAnswer.Failed) answer).error());
    }

    static Response failed(BbbError error) {
        return xml(BbbXml.failed(error));
    }

    private static Response xml(String text) {
        return Response.ok(text, XML).cacheControl(noCache()).build();
    }

    private static CacheControl noCache() {
        CacheControl control = new CacheControl();
        control.setNoCache(true);
        return control;
    }
}
