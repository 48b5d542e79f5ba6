package dev.b3lb.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.Set;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Whether whoever waits for long should stop waiting. WildFly lets requests finish before it ends the application, so
 * the application itself hears of a stop only when nobody waits any more.
 */
@ApplicationScoped
public class StopSignal {

    /** WildFly's own bean about the state of its process. */
    private static final String STATE = "jboss.root:type=state";

    private static final Set<String> GOING = Set.of("suspending", "suspended", "stopping", "stopped");

    private final ServerStatus status;

    @Inject
    StopSignal(ServerStatus status) {
        this.status = status;
    }

    /** Whether the server stops, or lets only those requests finish that it has. */
    public boolean given() {
        return !status.running() || GOING.contains(containerState());
    }

    private static String containerState() {
        try {
            return String.valueOf(
                    ManagementFactory.getPlatformMBeanServer().getAttribute(new ObjectName(STATE), "RunningState"));
        } catch (JMException outsideOfWildFly) {
            return "";
        }
    }
}
