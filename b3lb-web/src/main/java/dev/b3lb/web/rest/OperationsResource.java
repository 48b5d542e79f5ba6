package dev.b3lb.web.rest;

import dev.b3lb.management.Operation;
import dev.b3lb.management.OperationRefused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;

/** {@code /admin/api/v1/operations}: each operation by its name, with a JSON object of arguments. */
@Path("admin/api/v1/operations")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class OperationsResource {

    @Inject
    private OperationDoor door;

    /** What can be asked for; the OpenAPI document says more. */
    @GET
    public Response list() {
        JsonArrayBuilder list = Json.createArrayBuilder();
        for (Operation operation : door.catalogue().operations()) {
            list.add(Json.createObjectBuilder()
                    .add("name", operation.name())
                    .add("role", operation.role())
                    .add("changes", operation.changes())
                    .add("text", operation.text()));
        }
        return Answers.ok(list.build()).build();
    }

    /** Runs an operation. Its reply is the same as behind the other doors. */
    @POST
    @Path("{operation}")
    public CompletionStage<Response> run(@PathParam("operation") String operation, @Context HttpServletRequest http)
            throws OperationRefused {
        Operation allowed = door.allowed(operation);
        return door.answer(allowed, http, (caller, arguments) -> Answers.ok(door.run(caller, allowed.name(), arguments))
                .build());
    }
}
