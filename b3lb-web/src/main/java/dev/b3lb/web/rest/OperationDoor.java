package dev.b3lb.web.rest;

import dev.b3lb.management.Caller;
import dev.b3lb.management.Catalogue;
import dev.b3lb.management.Operation;
import dev.b3lb.management.OperationRefused;
import dev.b3lb.management.ServerOperations;
import dev.b3lb.operations.Operations;
import dev.b3lb.web.login.LoggedIn;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Map;

/** Runs operations for whoever is logged in. */
@ApplicationScoped
public class OperationDoor {

    private final Catalogue catalogue = Catalogue.load();

    @EJB(lookup = ServerOperations.JNDI_NAME)
    private ServerOperations operations;

    @Inject
    private LoggedIn loggedIn;

    /** What there is. */
    Catalogue catalogue() {
        return catalogue;
    }

    /**
     * What is asked for by a name, if who is logged in may ask for it; so that a body is read only then.
     *
     * @throws OperationRefused when there is no such operation, or it is not for the caller's role
     */
    Operation allowed(String name) throws OperationRefused {
        Operation operation = catalogue
                .operation(name)
                .orElseThrow(() ->
                        new OperationRefused(OperationRefused.Reason.ABSENT, "There is no operation " + name + "."));
        Operations.requireRole(loggedIn.caller(Caller.Door.REST), operation);
        return operation;
    }

    /** Runs one; the role of who is logged in is checked there. */
    JsonValue run(String operation, Map<String, String> arguments) throws OperationRefused {
        String reply = operations.run(loggedIn.caller(Caller.Door.REST), operation, arguments);
        try (JsonReader reader = Json.createReader(new StringReader(reply))) {
            return reader.readValue();
        }
    }
}
