package dev.b3lb.shell;

import dev.b3lb.management.OperationRefused;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.sasl.RealmCallback;
import javax.security.sasl.SaslException;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.as.controller.client.ModelControllerClientConfiguration;
import org.jboss.dmr.ModelNode;

/** The management interface of a running server. */
final class Management {

    private static final int CONNECT_MILLIS = 10_000;

    private final Server server;
    private final Duration limit;

    Management(Server server, Duration limit) {
        this.server = server;
        this.limit = limit;
    }

    /**
     * Calls an operation of the server's resource {@code /subsystem=b3lb}.
     *
     * @param operation its name
     * @param arguments its arguments as text
     * @return its reply
     * @throws OperationRefused with the server's reason
     * @throws Unreachable when the server is not there, does not let us in, or does not answer in time
     */
    ModelNode call(String operation, Map<String, String> arguments) throws OperationRefused, Unreachable {
        ModelNode request = new ModelNode();
        request.get("address").add("subsystem", "b3lb");
        request.get("operation").set(operation);
        arguments.forEach((name, value) -> request.get(name).set(value));
        ModelNode response = execute(request);
        if (!response.get("outcome").asString().equals("success")) {
            throw new OperationRefused(oneLine(response.get("failure-description")));
        }
        return response.get("result");
    }

    private ModelNode execute(ModelNode request) throws Unreachable {
        try (ModelControllerClient client = ModelControllerClient.Factory.create(configuration())) {
            return client.executeAsync(request).get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new Unreachable("The server at " + server.place() + " did not answer within " + limit.toSeconds()
                    + " s; what was asked for may still be done.");
        } catch (ExecutionException | IOException failed) {
            throw unreachable(failed);
        } catch (RuntimeException wrapper) {
            // The client hands a failed connection on like this
            if (wrapper.getCause() instanceof IOException failed) {
                throw unreachable(failed);
            }
            throw wrapper;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unreachable("Interrupted while waiting for the server at " + server.place() + ".");
        }
    }

    private ModelControllerClientConfiguration configuration() {
        var configuration = new ModelControllerClientConfiguration.Builder()
                .setProtocol("remote+http")
                .setHostName(server.host())
                .setPort(server.port())
                .setConnectionTimeout(CONNECT_MILLIS)
                .setHandler(handler());
        if (server.login().isPresent()) {
            // Who gives a name wants to be that user, also on the server's own machine
            configuration.setSaslOptions(Map.of("SASL_DISALLOWED_MECHANISMS", "JBOSS-LOCAL-USER"));
        }
        return configuration.build();
    }

    private CallbackHandler handler() {
        return callbacks -> {
            for (Callback callback : callbacks) {
                answer(callback);
            }
        };
    }

    private void answer(Callback callback) throws UnsupportedCallbackException {
        Login login = server.login().orElseThrow(() -> new UnsupportedCallbackException(callback));
        if (callback instanceof RealmCallback realm) {
            realm.setText(realm.getDefaultText());
        } else if (callback instanceof NameCallback name) {
            name.setName(login.user());
        } else if (callback instanceof PasswordCallback password) {
            password.setPassword(login.password().toCharArray());
        } else {
            throw new UnsupportedCallbackException(callback);
        }
    }

    private Unreachable unreachable(Exception failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SaslException) {
                return new Unreachable("The server at " + server.place() + " refused the log-in; "
                        + (server.login().isPresent()
                                ? "check --user and B3LB_MANAGEMENT_PASSWORD."
                                : "run this as the server's user on its own machine, or give --user."));
            }
            if (cause instanceof UnknownHostException) {
                return new Unreachable("There is no host " + server.host() + ".");
            }
        }
        return new Unreachable(
                "No server answers at " + server.place() + "; is it running, and is that its management interface?");
    }

    private static String oneLine(ModelNode reason) {
        return reason.asString().strip().replaceAll("\\s+", " ");
    }
}
