package dev.b3lb.door;

import dev.b3lb.management.Catalogue;
import dev.b3lb.management.Parameter;
import dev.b3lb.testbed.HttpAnswer;
import dev.b3lb.testbed.RawHttp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jboss.dmr.ModelNode;

/**
 * The REST API.
 *
 * @param httpPort of the server
 * @param token of a user with role admin
 */
record RestDoor(int httpPort, String token) implements Door {

    private static final Catalogue CATALOGUE = Catalogue.load();

    @Override
    public ModelNode call(String operation, Map<String, String> arguments) throws Closed, IOException {
        byte[] body = json(operation, arguments).toJSONString(true).getBytes(StandardCharsets.UTF_8);
        HttpAnswer answer = new RawHttp(httpPort)
                .send(
                        "POST",
                        "/admin/api/v1/operations/" + operation,
                        List.of("Host: localhost", "Authorization: Bearer " + token, "Content-Type: application/json"),
                        body);
        ModelNode reply = ModelNode.fromJSONString(answer.text());
        if (answer.status() != 200) {
            throw new Closed(reply.get("detail").asString());
        }
        return reply;
    }

    /** Numbers and truths as such, as programs send them. */
    private static ModelNode json(String operation, Map<String, String> arguments) {
        ModelNode json = new ModelNode().setEmptyObject();
        arguments.forEach((name, value) -> {
            Parameter.Type type = CATALOGUE
                    .operation(operation)
                    .flatMap(known -> known.parameter(name))
                    .map(Parameter::type)
                    .orElse(Parameter.Type.STRING);
            switch (type) {
                case INT -> json.get(name).set(Integer.parseInt(value));
                case DOUBLE -> json.get(name).set(Double.parseDouble(value));
                case BOOLEAN -> json.get(name).set(Boolean.parseBoolean(value));
                case STRING, FILE -> json.get(name).set(value);
            }
        });
        return json;
    }

    @Override
    public String toString() {
        return "RestDoor[" + httpPort + "]";
    }
}
