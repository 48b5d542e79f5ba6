package dev.b3lb.web.login;

import dev.b3lb.management.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** {@code /admin/api/v1/me}: who the caller is to us. */
@Path("admin/api/v1/me")
@RequestScoped
public class Me {

    @Inject
    private LoggedIn loggedIn;

    /** The user's name, the roles that this log-in has, and the door. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response me() {
        Caller caller = loggedIn.caller(Caller.Door.REST);
        return Response.ok(Json.createObjectBuilder()
                        .add("username", caller.name())
                        .add(
                                "roles",
                                Json.createArrayBuilder(
                                        caller.roles().stream().sorted().toList()))
                        .add("door", caller.door().name())
                        .build()
                        .toString())
                .header("Cache-Control", "no-store")
                .build();
    }
}
