package dev.b3lb.management;

import java.io.Serializable;
import java.util.Set;

/**
 * Who asks for an operation.
 *
 * @param name the user's name as the door authenticated it
 * @param roles the roles that the door grants, in the application's words (admin, operator, viewer, metrics)
 * @param door the way the request came in
 */
public record Caller(String name, Set<String> roles, Door door) implements Serializable {

    /** The ways in which an operation can be asked for. */
    public enum Door {
        /** WildFly's management interface: its CLI, its HTTP API and the shell command on top of it. */
        MANAGEMENT,
        /** The REST API for administrators. */
        REST,
        /** The web console. */
        CONSOLE
    }

    /** Keeps its own copy of the roles. */
    public Caller {
        roles = Set.copyOf(roles);
    }
}
