package dev.b3lb.web.openapi;

import static dev.b3lb.web.openapi.Schemas.BUILDERS;

import dev.b3lb.management.Collection;
import dev.b3lb.management.Operation;
import dev.b3lb.management.Parameter;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/**
 * Operations of one chapter as they look in HTTP.
 *
 * @param chapter the chapter's title
 */
record Described(String chapter) {

    private static final String JSON = "application/json";
    private static final String PATH = "path";
    private static final String QUERY = "query";

    JsonObjectBuilder operation(Operation operation) {
        return basis(operation, operation.name())
                .add("requestBody", body(operation, List.of()))
                .add("responses", responses("200", operation.replyText(), Schemas.reply(operation)));
    }

    JsonObjectBuilder page(Operation list, Collection collection) {
        List<String> inPath = ApiModel.inPath(collection, false);
        JsonArrayBuilder parameters = pathParameters(list, inPath);
        list.parameters().stream()
                .filter(parameter -> !inPath.contains(parameter.name()))
                .forEach(parameter ->
                        parameters.add(Schemas.isOfPage(parameter) ? ofPage(parameter) : parameter(parameter, QUERY)));
        return basis(list, "list:" + collection.path())
                .add("parameters", parameters)
                .add("responses", responses("200", list.replyText(), Schemas.page(list)));
    }

    JsonObjectBuilder thing(Operation list, Collection collection) {
        return basis(list, "get:" + collection.path())
                .add("parameters", pathParameters(list, ApiModel.inPath(collection, true)))
                .add("responses", responses("200", list.replyText(), Schemas.object("One of them.")));
    }

    JsonObjectBuilder addition(Operation add, Collection collection) {
        List<String> inPath = ApiModel.inPath(collection, false);
        return basis(add, "add:" + collection.path())
                .add("parameters", pathParameters(add, inPath))
                .add("requestBody", body(add, inPath).add("required", true))
                .add("responses", responses("201", add.replyText(), Schemas.reply(add)));
    }

    JsonObjectBuilder change(Operation set, Collection collection) {
        List<String> inPath = ApiModel.inPath(collection, true);
        return basis(set, "set:" + collection.path())
                .add("parameters", withIfMatch(pathParameters(set, inPath), set))
                .add("requestBody", body(set, inPath).add("required", true))
                .add("responses", responses("200", set.replyText(), Schemas.reply(set)));
    }

    JsonObjectBuilder removal(Operation remove, Collection collection) {
        List<String> inPath = ApiModel.inPath(collection, true);
        JsonArrayBuilder parameters = pathParameters(remove, inPath);
        remove.parameters().stream()
                .filter(parameter -> !inPath.contains(parameter.name()) && !parameter.secret())
                .forEach(parameter -> parameters.add(parameter(parameter, QUERY)));
        return basis(remove, "remove:" + collection.path())
                .add("parameters", withIfMatch(parameters, remove))
                .add("responses", responses("200", remove.replyText(), Schemas.reply(remove)));
    }

    /** Something that is read and is no operation. */
    static JsonObjectBuilder reading(String id, String text, JsonObjectBuilder reply) {
        return BUILDERS.createObjectBuilder()
                .add("operationId", id)
                .add("description", text)
                .add("responses", responses("200", text, reply));
    }

    private JsonObjectBuilder basis(Operation operation, String id) {
        return BUILDERS.createObjectBuilder()
                .add("operationId", id)
                .add("tags", BUILDERS.createArrayBuilder().add(chapter))
                .add("description", operation.text() + " Needs the role " + operation.role() + ".");
    }

    private static JsonObjectBuilder body(Operation operation, List<String> elsewhere) {
        return BUILDERS.createObjectBuilder().add("content", content(JSON, Schemas.arguments(operation, elsewhere)));
    }

    private static JsonArrayBuilder pathParameters(Operation operation, List<String> names) {
        JsonArrayBuilder parameters = BUILDERS.createArrayBuilder();
        names.stream()
                .flatMap(name -> operation.parameter(name).stream())
                .forEach(parameter -> parameters.add(parameter(parameter, PATH).add("required", true)));
        return parameters;
    }

    private static JsonObjectBuilder parameter(Parameter parameter, String in) {
        return BUILDERS.createObjectBuilder()
                .add("name", parameter.name())
                .add("in", in)
                .add("description", parameter.text())
                .add("schema", Schemas.of(parameter));
    }

    private static JsonObjectBuilder ofPage(Parameter parameter) {
        return BUILDERS.createObjectBuilder()
                .add("name", parameter.name())
                .add("in", QUERY)
                .add("schema", Schemas.ofPage(parameter));
    }

    private static JsonArrayBuilder withIfMatch(JsonArrayBuilder parameters, Operation operation) {
        return operation.parameter("version").isEmpty()
                ? parameters
                : parameters.add(BUILDERS.createObjectBuilder()
                        .add("name", "If-Match")
                        .add("in", "header")
                        .add(
                                "description",
                                "ETag of an earlier answer: do it only if nobody else has changed it since.")
                        .add("schema", BUILDERS.createObjectBuilder().add("type", "string")));
    }

    private static JsonObjectBuilder responses(String status, String text, JsonObjectBuilder schema) {
        return ProblemAnswers.references(BUILDERS.createObjectBuilder()
                .add(
                        status,
                        BUILDERS.createObjectBuilder().add("description", text).add("content", content(JSON, schema))));
    }

    /** What a body of one media type holds. */
    static JsonObjectBuilder content(String type, JsonObjectBuilder schema) {
        return BUILDERS.createObjectBuilder()
                .add(type, BUILDERS.createObjectBuilder().add("schema", schema));
    }
}
