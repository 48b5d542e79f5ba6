package dev.b3lb.web.rest;

import dev.b3lb.management.Caller;
import dev.b3lb.management.Catalogue;
import dev.b3lb.management.Operation;
import dev.b3lb.management.OperationRefused;
import dev.b3lb.management.ServerOperations;
import dev.b3lb.operations.JsonArguments;
import dev.b3lb.operations.Operations;
import dev.b3lb.web.login.LoggedIn;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Runs operations for whoever is logged in. */
@ApplicationScoped
public class OperationDoor {

    private final Catalogue catalogue = Catalogue.load();

    @EJB(lookup = ServerOperations.JNDI_NAME)
    private ServerOperations operations;

    @Inject
    private LoggedIn loggedIn;

    @Inject
    private JsonBodies bodies;

    /** What there is. */
    Catalogue catalogue() {
        return catalogue;
    }

    /** Who is logged in; to be asked before a request goes on on another thread. */
    Caller caller() {
        return loggedIn.caller(Caller.Door.REST);
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
        Operations.requireRole(caller(), operation);
        return operation;
    }

    /** Runs one; the caller's role is checked there. */
    JsonValue run(Caller caller, String operation, Map<String, String> arguments) throws OperationRefused {
        String reply = operations.run(caller, operation, arguments);
        try (JsonReader reader = Json.createReader(new StringReader(reply))) {
            return reader.readValue();
        }
    }

    /** What is answered to a request when its body has been received. */
    @FunctionalInterface
    interface Answer {
        Response to(Caller caller, Map<String, String> arguments) throws OperationRefused;
    }

    /**
     * Receives the arguments of an operation and answers.
     *
     * @param operation one that the caller {@linkplain #allowed may} ask for
     * @param answer is made when the arguments are there, on another thread if need be
     */
    CompletionStage<Response> answer(Operation operation, HttpServletRequest http, Answer answer) {
        Caller caller = caller();
        return bodies.receive(operation, http).thenApply(body -> {
            try {
                return answer.to(caller, JsonArguments.of(body));
            } catch (OperationRefused refused) {
                throw new CompletionException(refused);
            }
        });
    }
}
