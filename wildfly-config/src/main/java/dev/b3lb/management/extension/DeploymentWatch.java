package dev.b3lb.management.extension;

import java.beans.PropertyChangeListener;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jboss.as.controller.ControlledProcessState;
import org.jboss.as.controller.ModelControllerClientFactory;
import org.jboss.as.controller.PathAddress;
import org.jboss.as.controller.ProcessStateNotifier;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.as.controller.operations.common.Util;
import org.jboss.dmr.ModelNode;
import org.jboss.logging.Logger;
import org.jboss.msc.Service;
import org.jboss.msc.service.StartContext;
import org.jboss.msc.service.StopContext;

/**
 * Ends the process when the server has started without its application. A WildFly alone would stay up, answer nothing
 * useful, and never try again; whoever supervises the process can start it anew.
 */
final class DeploymentWatch implements Service {

    /** Exit status of a server whose application did not start. */
    static final int STATUS = 1;

    private static final Logger LOG = Logger.getLogger(DeploymentWatch.class);

    private final String deployment;
    private final Supplier<ProcessStateNotifier> state;
    private final Supplier<ModelControllerClientFactory> clients;
    private final IntConsumer exit;
    private final PropertyChangeListener listener = change -> check(change.getNewValue());
    private final AtomicBoolean checked = new AtomicBoolean();

    DeploymentWatch(
            String deployment,
            Supplier<ProcessStateNotifier> state,
            Supplier<ModelControllerClientFactory> clients,
            IntConsumer exit) {
        this.deployment = deployment;
        this.state = state;
        this.clients = clients;
        this.exit = exit;
    }

    @Override
    public void start(StartContext context) {
        state.get().addPropertyChangeListener(listener);
    }

    @Override
    public void stop(StopContext context) {
        state.get().removePropertyChangeListener(listener);
    }

    private void check(Object newState) {
        boolean started = newState instanceof ControlledProcessState.State now && now.isRunning();
        if (started && checked.compareAndSet(false, true)) {
            // The thread that changes the state must go on: the exit waits for the server, and the server for it
            new Thread(this::endUnlessDeployed, "b3lb deployment watch").start();
        }
    }

    private void endUnlessDeployed() {
        String status = status();
        if (!status.equals("OK")) {
            LOG.fatalf(
                    "%s is not running (%s), so this server ends. The errors above say why it could not start.",
                    deployment, status);
            exit.accept(STATUS);
        }
    }

    private String status() {
        ModelNode read = Util.getReadAttributeOperation(PathAddress.pathAddress("deployment", deployment), "status");
        try (ModelControllerClient client = clients.get().createSuperUserClient(Runnable::run)) {
            ModelNode reply = client.execute(read);
            return reply.get("outcome").asString().equals("success")
                    ? reply.get("result").asString()
                    : "not deployed";
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
