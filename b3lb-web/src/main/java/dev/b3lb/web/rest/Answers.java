package dev.b3lb.web.rest;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.Response;

/** Answers of the REST API. Nothing between us and the client may keep one: it can hold secrets, and is soon old. */
final class Answers {

    private Answers() {}

    static Response.ResponseBuilder ok(JsonValue content) {
        return of(Response.Status.OK, content);
    }

    /** With the entity tag when it is something that has versions. */
    static Response.ResponseBuilder of(Response.Status status, JsonValue content) {
        Response.ResponseBuilder response =
                Response.status(status).entity(content.toString()).header("Cache-Control", "no-store");
        if (content instanceof JsonObject thing) {
            EntityVersion.tag(thing).ifPresent(response::tag);
        }
        return response;
    }
}
