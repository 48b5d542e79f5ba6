package dev.b3lb.web.openapi;

import dev.b3lb.management.Collection;
import dev.b3lb.management.Parameter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Operations of one chapter as they look in HTTP.
 *
 * @param chapter the chapter's title
 */
record Described(String chapter) {

    private static final String JSON = "application/json";
    private static final String PROBLEM_JSON = "application/problem+json";

    Operation operation(dev.b3lb.management.Operation operation) {
        return basis(operation, operation.name())
                .requestBody(
                        OASFactory.createRequestBody().content(content(JSON, Schemas.arguments(operation, List.of()))))
                .responses(responses("200", operation.replyText(), Schemas.reply(operation)));
    }

    Operation page(dev.b3lb.management.Operation list, Collection collection) {
        Operation described = basis(list, "list:" + collection.path());
        List<String> inPath = ApiModel.inPath(collection, false);
        pathParameters(described, list, inPath);
        list.parameters().stream()
                .filter(parameter -> !inPath.contains(parameter.name()))
                .forEach(parameter -> described.addParameter(
                        Schemas.isOfPage(parameter) ? ofPage(parameter) : parameter(parameter, In.QUERY)));
        return described.responses(responses("200", list.replyText(), Schemas.page(list)));
    }

    Operation thing(dev.b3lb.management.Operation list, Collection collection) {
        Operation described = basis(list, "get:" + collection.path());
        pathParameters(described, list, ApiModel.inPath(collection, true));
        return described.responses(responses("200", list.replyText(), Schemas.object("One of them.")));
    }

    Operation addition(dev.b3lb.management.Operation add, Collection collection) {
        List<String> inPath = ApiModel.inPath(collection, false);
        return body(basis(add, "add:" + collection.path()), add, inPath)
                .responses(responses("201", add.replyText(), Schemas.reply(add)));
    }

    Operation change(dev.b3lb.management.Operation set, Collection collection) {
        List<String> inPath = ApiModel.inPath(collection, true);
        return ifMatch(body(basis(set, "set:" + collection.path()), set, inPath), set)
                .responses(responses("200", set.replyText(), Schemas.reply(set)));
    }

    Operation removal(dev.b3lb.management.Operation remove, Collection collection) {
        Operation described = withPath(basis(remove, "remove:" + collection.path()), remove, collection, true);
        return ifMatch(described, remove).responses(responses("200", remove.replyText(), Schemas.reply(remove)));
    }

    /** Something that is read and is no operation. */
    static Operation reading(String id, String text, Schema reply) {
        return OASFactory.createOperation().operationId(id).description(text).responses(responses("200", text, reply));
    }

    private Operation basis(dev.b3lb.management.Operation operation, String id) {
        return OASFactory.createOperation()
                .operationId(id)
                .addTag(chapter)
                .description(operation.text() + " Needs the role " + operation.role() + ".");
    }

    private static Operation body(Operation described, dev.b3lb.management.Operation operation, List<String> inPath) {
        pathParameters(described, operation, inPath);
        return described.requestBody(OASFactory.createRequestBody()
                .required(true)
                .content(content(JSON, Schemas.arguments(operation, inPath))));
    }

    private static Operation withPath(
            Operation described, dev.b3lb.management.Operation operation, Collection collection, boolean oneThing) {
        List<String> inPath = ApiModel.inPath(collection, oneThing);
        pathParameters(described, operation, inPath);
        operation.parameters().stream()
                .filter(parameter -> !inPath.contains(parameter.name()) && !parameter.secret())
                .forEach(parameter -> described.addParameter(parameter(parameter, In.QUERY)));
        return described;
    }

    private static void pathParameters(
            Operation described, dev.b3lb.management.Operation operation, List<String> names) {
        names.stream()
                .flatMap(name -> operation.parameter(name).stream())
                .forEach(parameter ->
                        described.addParameter(parameter(parameter, In.PATH).required(true)));
    }

    private static org.eclipse.microprofile.openapi.models.parameters.Parameter parameter(Parameter parameter, In in) {
        return OASFactory.createParameter()
                .name(parameter.name())
                .in(in)
                .description(parameter.text())
                .schema(Schemas.of(parameter));
    }

    private static org.eclipse.microprofile.openapi.models.parameters.Parameter ofPage(Parameter parameter) {
        return OASFactory.createParameter().name(parameter.name()).in(In.QUERY).schema(Schemas.ofPage(parameter));
    }

    private static Operation ifMatch(Operation described, dev.b3lb.management.Operation operation) {
        if (operation.parameter("version").isEmpty()) {
            return described;
        }
        return described.addParameter(OASFactory.createParameter()
                .name("If-Match")
                .in(In.HEADER)
                .description("ETag of an earlier answer: do it only if nobody else has changed it since.")
                .schema(Schemas.object("").type(List.of(Schema.SchemaType.STRING))));
    }

    private static org.eclipse.microprofile.openapi.models.responses.APIResponses responses(
            String status, String text, Schema schema) {
        return OASFactory.createAPIResponses()
                .addAPIResponse(
                        status, OASFactory.createAPIResponse().description(text).content(content(JSON, schema)))
                .addAPIResponse("400", problem("What was asked for makes no sense."))
                .addAPIResponse("401", problem("Nobody is logged in."))
                .addAPIResponse("403", problem("The user's role is not enough."))
                .addAPIResponse("404", problem("What it is about is not there."))
                .addAPIResponse("405", problem("The place does not have this verb."))
                .addAPIResponse("409", problem("It cannot be done as things are."))
                .addAPIResponse("412", problem("Somebody else has changed it since."))
                .addAPIResponse("415", problem("The body is not JSON."))
                .addAPIResponse("429", problem("Too many failed log-ins."))
                .addAPIResponse("503", problem("It is not possible at the moment."));
    }

    private static APIResponse problem(String text) {
        return OASFactory.createAPIResponse()
                .description(text)
                .content(content(PROBLEM_JSON, OASFactory.createSchema().ref(Schemas.PROBLEM)));
    }

    private static org.eclipse.microprofile.openapi.models.media.Content content(String type, Schema schema) {
        MediaType media = OASFactory.createMediaType().schema(schema);
        return OASFactory.createContent().addMediaType(type, media);
    }
}
