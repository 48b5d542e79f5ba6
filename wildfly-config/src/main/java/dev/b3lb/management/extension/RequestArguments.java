package dev.b3lb.management.extension;

import dev.b3lb.management.Operation;
import dev.b3lb.management.OperationRefused;
import dev.b3lb.management.Parameter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jboss.as.controller.OperationContext;
import org.jboss.dmr.ModelNode;

/**
 * The arguments of a management request, as text. Hidden ones may come as streams that are attached to the request:
 * WildFly writes requests into its audit log as they are, but not what is attached to them.
 */
final class RequestArguments {

    private static final Set<String> NOT_ARGUMENTS =
            Set.of("address", "operation", "operation-headers", "access-mechanism");

    private static final int MOST_BYTES_OF_A_SECRET = 64 << 10;

    private final Operation operation;
    private final OperationContext context;
    private final ModelNode request;

    private RequestArguments(Operation operation, OperationContext context, ModelNode request) {
        this.operation = operation;
        this.context = context;
        this.request = request;
    }

    /**
     * Reads arguments.
     *
     * @return them by name, checked against the catalogue
     * @throws OperationRefused with a sentence that names the first that is wrong
     */
    static Map<String, String> of(Operation operation, OperationContext context, ModelNode request)
            throws OperationRefused {
        Map<String, String> arguments = new RequestArguments(operation, context, request).read();
        operation.check(arguments);
        return arguments;
    }

    private Map<String, String> read() throws OperationRefused {
        Map<String, String> arguments = new TreeMap<>();
        for (String name : request.keys()) {
            ModelNode value = request.get(name);
            if (!NOT_ARGUMENTS.contains(name) && value.isDefined() && !isStream(name)) {
                requireSingle(name, value);
                arguments.put(name, value.asString());
            }
        }
        for (Parameter parameter : operation.parameters()) {
            ModelNode stream = request.get(parameter.streamName());
            if (parameter.isHidden() && stream.isDefined()) {
                if (arguments.put(parameter.name(), content(parameter, stream)) != null) {
                    throw new OperationRefused(
                            "Give " + parameter.name() + " or " + parameter.streamName() + ", not both.");
                }
            }
        }
        return arguments;
    }

    private boolean isStream(String name) {
        return operation.parameters().stream().anyMatch(p -> p.isHidden() && name.equals(p.streamName()));
    }

    private static void requireSingle(String name, ModelNode value) throws OperationRefused {
        if (!OperationDefinitions.isSingleValue(value)) {
            throw new OperationRefused(name + " must be one value, not a list or an object.");
        }
    }

    private String content(Parameter parameter, ModelNode stream) throws OperationRefused {
        int most = parameter.file().map(Parameter.FileRule::mostBytes).orElse(MOST_BYTES_OF_A_SECRET);
        byte[] bytes = bytes(parameter.name(), index(parameter.streamName(), stream), most);
        if (bytes.length > most) {
            throw new OperationRefused("%s has more than %,d bytes.".formatted(parameter.name(), most));
        }
        return parameter.file().isPresent()
                ? Base64.getEncoder().encodeToString(bytes)
                : new String(bytes, StandardCharsets.UTF_8).strip();
    }

    private int index(String name, ModelNode stream) throws OperationRefused {
        try {
            int index = stream.asInt();
            if (index >= 0 && index < context.getAttachmentStreamCount()) {
                return index;
            }
        } catch (IllegalArgumentException notANumber) {
            // The sentence below says what is wanted
        }
        throw new OperationRefused(
                name + " must be the number of a stream that is attached to the request, the first being 0.");
    }

    private byte[] bytes(String name, int index, int most) throws OperationRefused {
        try (InputStream stream = context.getAttachmentStream(index)) {
            return stream.readNBytes(most + 1);
        } catch (IOException broken) {
            throw new OperationRefused("What was attached for " + name + " could not be read; try again.");
        }
    }
}
