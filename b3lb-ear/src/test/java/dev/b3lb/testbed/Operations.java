package dev.b3lb.testbed;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.as.controller.client.ModelControllerClientConfiguration;
import org.jboss.as.controller.client.helpers.ClientConstants;
import org.jboss.dmr.ModelNode;

/** The operations of a running server, called through its management interface. */
public final class Operations implements AutoCloseable {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);

    private final ModelControllerClient client;

    /**
     * As the user who may do everything and needs no password on this machine.
     *
     * @param managementPort the management port on the loopback address
     */
    public Operations(int managementPort) {
        client = ModelControllerClient.Factory.create(place(managementPort).build());
    }

    /** As a certain user. */
    public Operations(int managementPort, ManagementUser user) {
        client = ModelControllerClient.Factory.create(place(managementPort)
                .setHandler(user::answer)
                .setSaslOptions(Map.of("SASL_DISALLOWED_MECHANISMS", "JBOSS-LOCAL-USER"))
                .build());
    }

    private static ModelControllerClientConfiguration.Builder place(int managementPort) {
        return new ModelControllerClientConfiguration.Builder()
                .setProtocol("remote+http")
                .setHostName("127.0.0.1")
                .setPort(managementPort)
                .setConnectionTimeout((int) CONNECT_LIMIT.toMillis());
    }

    /**
     * Calls one of b3lb's operations.
     *
     * @param parameters the values by parameter name, as text
     * @return the result; undefined when the operation gives none
     * @throws OperationRejected when the server refused it
     * @throws TestbedFailure when the server cannot be reached or does not answer within a minute
     */
    public ModelNode call(String operation, Map<String, String> parameters) {
        return call(new ModelNode().add("subsystem", "b3lb"), operation, parameters);
    }

    /** The same for an operation of another management resource of the server. */
    public ModelNode call(ModelNode address, String operation, Map<String, String> parameters) {
        ModelNode request = new ModelNode();
        request.get(ClientConstants.OP).set(operation);
        request.get(ClientConstants.OP_ADDR).set(address);
        parameters.forEach((name, value) -> request.get(name).set(value));
        ModelNode answer = execute(operation, request);
        if (!ClientConstants.SUCCESS.equals(answer.get(ClientConstants.OUTCOME).asString())) {
            throw new OperationRejected(
                    operation, answer.get(ClientConstants.FAILURE_DESCRIPTION).asString());
        }
        return answer.get(ClientConstants.RESULT);
    }

    /** Calls an operation without parameters. */
    public ModelNode call(String operation) {
        return call(operation, Map.of());
    }

    private ModelNode execute(String operation, ModelNode request) {
        try {
            return client.executeAsync(request).get(ANSWER_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TestbedFailure("The wait for operation " + operation + " was interrupted.", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new TestbedFailure("The server did not answer operation " + operation + ": " + e, e);
        }
    }

    /** Ends the connection. */
    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new TestbedFailure("The connection to the management interface could not be ended.", e);
        }
    }
}
