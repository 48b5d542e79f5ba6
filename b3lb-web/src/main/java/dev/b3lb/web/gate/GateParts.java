package dev.b3lb.web.gate;

import dev.b3lb.memory.Memory;
import dev.b3lb.web.peer.Peers;
import dev.b3lb.web.trace.IncomingRequests;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Hands to the {@link Gate}, which the server makes before there are beans, what it needs of them. */
@WebListener
public class GateParts implements ServletContextListener {

    private static final String ATTRIBUTE = GateParts.class.getName();

    @Inject
    private Memory memory;

    @Inject
    private Peers peers;

    @Inject
    private IncomingRequests requests;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        event.getServletContext().setAttribute(ATTRIBUTE, this);
    }

    /** The parts of a web application that has been started. */
    static GateParts of(ServletContext context) {
        return (GateParts) context.getAttribute(ATTRIBUTE);
    }

    Memory memory() {
        return memory;
    }

    IncomingRequests requests() {
        return requests;
    }

    Peers peers() {
        return peers;
    }
}
