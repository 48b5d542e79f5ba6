package dev.b3lb.web.login;

import io.undertow.security.api.AuthenticationMode;
import io.undertow.security.handlers.SecurityInitialHandler;
import io.undertow.server.HandlerWrapper;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.ServletExtension;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.handlers.ServletDispatchingHandler;
import jakarta.servlet.ServletContext;

/**
 * Keeps the container's log-in away from requests that nobody logs in for. It would look for the mechanism before and
 * after each of them, which is a good part of what a join costs. Undertow finds this class by its service file.
 *
 * <p>The container's log-in has two handlers: one that finds out who it is, and one that lets the rest of the request run
 * as whoever that is. Both are passed by. That is possible as long as nothing else stands where the second does;
 * otherwise all requests take the long way.
 */
public final class LogInWhereWanted implements ServletExtension {

    @Override
    public void handleDeployment(DeploymentInfo deployment, ServletContext context) {
        HandlerWrapper findsOut = deployment.getInitialSecurityWrapper();
        boolean runsAsAlone = deployment.getInnerHandlerChainWrappers().size() == 1;
        if (findsOut == null || !runsAsAlone) {
            return;
        }
        deployment.setInitialSecurityWrapper(next -> either(
                findsOut.wrap(next), new SecurityInitialHandler(AuthenticationMode.CONSTRAINT_DRIVEN, null, next)));
        deployment.addInnerHandlerChainWrapper(runsAs -> either(runsAs, ServletDispatchingHandler.INSTANCE));
    }

    private static HttpHandler either(HttpHandler withLogIn, HttpHandler withoutLogIn) {
        return exchange -> (isForAdmins(exchange) ? withLogIn : withoutLogIn).handleRequest(exchange);
    }

    private static boolean isForAdmins(HttpServerExchange exchange) {
        return AdminPaths.isAdmin(exchange.getRequestPath());
    }
}
