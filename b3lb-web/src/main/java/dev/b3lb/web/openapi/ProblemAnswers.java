package dev.b3lb.web.openapi;

import static dev.b3lb.web.openapi.Schemas.BUILDERS;

import dev.b3lb.web.problem.Problem;
import jakarta.json.JsonObjectBuilder;

/** What every place of the API may answer when something is wrong. It is told once; the places refer to it. */
enum ProblemAnswers {
    INVALID("400", "What was asked for makes no sense."),
    UNKNOWN("401", "Nobody is logged in."),
    FORBIDDEN("403", "The user's role is not enough."),
    ABSENT("404", "What it is about is not there."),
    NO_VERB("405", "The place does not have this verb."),
    CONFLICT("409", "It cannot be done as things are."),
    STALE("412", "Somebody else has changed it since."),
    NO_JSON("415", "The body is not JSON."),
    PAUSED("429", "Too many failed log-ins."),
    UNAVAILABLE("503", "It is not possible at the moment.");

    private final String status;
    private final String description;

    ProblemAnswers(String status, String description) {
        this.status = status;
        this.description = description;
    }

    /** All of them, by status. */
    static JsonObjectBuilder components() {
        JsonObjectBuilder components = BUILDERS.createObjectBuilder();
        for (ProblemAnswers answer : values()) {
            components.add(
                    answer.status,
                    BUILDERS.createObjectBuilder()
                            .add("description", answer.description)
                            .add(
                                    "content",
                                    Described.content(Problem.MEDIA_TYPE, reference("schemas", Schemas.PROBLEM))));
        }
        return components;
    }

    /** Adds references to all of them. */
    static JsonObjectBuilder references(JsonObjectBuilder responses) {
        for (ProblemAnswers answer : values()) {
            responses.add(answer.status, reference("responses", answer.status));
        }
        return responses;
    }

    private static JsonObjectBuilder reference(String kind, String name) {
        return BUILDERS.createObjectBuilder().add("$ref", "#/components/" + kind + "/" + name);
    }
}
