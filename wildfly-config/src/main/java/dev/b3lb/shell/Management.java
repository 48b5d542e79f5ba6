package dev.b3lb.shell;

import dev.b3lb.management.Operation;
import dev.b3lb.management.OperationRefused;
import dev.b3lb.management.Parameter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.sasl.RealmCallback;
import javax.security.sasl.SaslException;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.as.controller.client.ModelControllerClientConfiguration;
import org.jboss.as.controller.client.OperationBuilder;
import org.jboss.as.controller.client.OperationMessageHandler;
import org.jboss.dmr.ModelNode;

/** The management interface of a running server. */
final class Management {

    private static final int CONNECT_MILLIS = 10_000;
    private static final Duration HOME_LIMIT = Duration.ofSeconds(30);
    private static final ModelNode HOME = ModelNode.fromJSONString("""
            {"address": [{"core-service": "server-environment"}], "operation": "read-attribute", "name": "home-dir"}""");

    private final Server server;
    private final Duration limit;

    Management(Server server, Duration limit) {
        this.server = server;
        this.limit = limit;
    }

    /** Calls an operation of the server's resource {@code /subsystem=b3lb}; hidden arguments travel beside it. */
    ModelNode call(Operation operation, Map<String, String> arguments, Map<String, byte[]> hidden)
            throws OperationRefused, Unreachable {
        ModelNode request = new ModelNode();
        request.get("address").add("subsystem", "b3lb");
        request.get("operation").set(operation.name());
        arguments.forEach((name, value) -> request.get(name).set(value));
        OperationBuilder complete = OperationBuilder.create(request);
        for (Parameter parameter : operation.parameters()) {
            if (hidden.containsKey(parameter.name())) {
                request.get(parameter.streamName()).set(complete.getInputStreamCount());
                complete.addInputStream(new ByteArrayInputStream(hidden.get(parameter.name())));
            }
        }
        ModelNode response = execute(complete.build());
        if (!response.get("outcome").asString().equals("success")) {
            throw new OperationRefused(oneLine(response.get("failure-description")));
        }
        return response.get("result");
    }

    private ModelNode execute(org.jboss.as.controller.client.Operation request) throws Unreachable {
        try (ModelControllerClient client = ModelControllerClient.Factory.create(configuration())) {
            if (server.folder().isPresent()) {
                requireOwn(client, server.folder().get());
            }
            return answer(client, request, limit, "what was asked for may still be done.");
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

    private ModelNode answer(
            ModelControllerClient client,
            org.jboss.as.controller.client.Operation request,
            Duration patience,
            String elseThen)
            throws Unreachable, ExecutionException, InterruptedException {
        try {
            return client.executeAsync(request, OperationMessageHandler.DISCARD)
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new Unreachable("The server at %s did not answer within %d s; %s"
                    .formatted(server.place(), patience.toSeconds(), elseThen));
        }
    }

    /** Where no server was named on purpose, any other than that of this folder would be asked by mistake. */
    private void requireOwn(ModelControllerClient client, OwnFolder folder)
            throws Unreachable, ExecutionException, InterruptedException {
        ModelNode home = answer(client, OperationBuilder.create(HOME).build(), HOME_LIMIT, "nothing was done.")
                .get("result");
        if (!home.isDefined() || !folder.is(home.asString())) {
            throw new Unreachable(("The server at %s runs from %s, and this command belongs to %s; nothing was done."
                            + " Start the server of this folder, or name the one to ask with --controller %s.")
                    .formatted(
                            server.place(),
                            home.isDefined() ? home.asString() : "a folder that it does not tell",
                            folder.home(),
                            server.place()));
        }
    }

    private ModelControllerClientConfiguration configuration() {
        var configuration = new ModelControllerClientConfiguration.Builder()
                .setProtocol("remote+http")
                .setHostName(server.host())
                .setPort(server.port())
                .setConnectionTimeout(CONNECT_MILLIS)
                .setHandler(handler())
                .setSslContext(trustingNobody());
        if (server.login().isPresent()) {
            // Who gives a name wants to be that user, also on the server's own machine
            configuration.setSaslOptions(Map.of("SASL_DISALLOWED_MECHANISMS", "JBOSS-LOCAL-USER"));
        }
        return configuration.build();
    }

    /** The connection has no TLS; without this, all authorities that Java knows would be read for nothing. */
    private static SSLContext trustingNobody() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[0], null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
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
                "No server answers at " + server.place() + "; is it running, and is that its management interface?"
                        + server.folder()
                                .filter(OwnFolder::isClosed)
                                .map(folder -> " You may not read " + folder.file() + ", which may name another.")
                                .orElse(""));
    }

    private static String oneLine(ModelNode reason) {
        return reason.asString().strip().replaceAll("\\s+", " ");
    }
}
