package dev.b3lb.web.trace;

import dev.b3lb.trace.RequestIds;
import dev.b3lb.trace.RequestScope;
import dev.b3lb.web.peer.Peers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * The ids of requests. What a trusted proxy calls a request, we call it too, so that one id leads through the logs of
 * both; anybody else could give all requests the same id, or somebody else's.
 */
@ApplicationScoped
public class IncomingRequests {

    private static final String ID = IncomingRequests.class.getName();

    private final Peers peers;
    private final RequestIds ids;

    @Inject
    IncomingRequests(Peers peers, RequestIds ids) {
        this.peers = peers;
        this.ids = ids;
    }

    /** This thread works for the request until the scope is closed, and the answer tells the client the id. */
    public RequestScope open(HttpServletRequest request, HttpServletResponse response) {
        String id = id(request);
        response.setHeader(RequestIds.HEADER, id);
        return RequestScope.open(id);
    }

    private String id(HttpServletRequest request) {
        if (request.getAttribute(ID) instanceof String known) {
            return known;
        }
        String id = id(request.getHeader(RequestIds.HEADER), request.getRemoteAddr());
        request.setAttribute(ID, id);
        return id;
    }

    /**
     * The id of a request that has none yet.
     *
     * @param given what its header says; null if it has none
     * @param peer the address at the other end of the connection
     */
    public String id(String given, String peer) {
        return Optional.ofNullable(given)
                .filter(RequestIds::isHarmless)
                .filter(id -> peers.isTrustedProxy(peer))
                .orElseGet(ids::next);
    }
}
