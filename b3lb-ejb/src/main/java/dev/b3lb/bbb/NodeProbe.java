package dev.b3lb.bbb;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Goes the way to a node step by step, so that people see where it ends. Each step holds the calling thread, within its
 * time limit, and tells failures as values.
 */
public final class NodeProbe {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private final URI api;
    private final Executor executor;

    /**
     * @param node whose way is gone
     * @param executor resolves names, which cannot be given up by itself
     */
    public NodeProbe(NodeEndpoint node, Executor executor) {
        this.api = node.api();
        this.executor = executor;
    }

    /** How a step came out. */
    public sealed interface Step {

        /** It was done; the words tell what was found. */
        record Done(String words) implements Step {}

        /** The node has proved that it is the one that was asked for, until this moment by its own word. */
        record Secured(Optional<Instant> validUntil) implements Step {}

        /** The way ends here. */
        record Failed(String words) implements Step {}
    }

    /** Whether the node is called through TLS. */
    public boolean isSecure() {
        return "https".equalsIgnoreCase(api.getScheme());
    }

    /** Asks for the addresses of the node's host. */
    public Step resolve(Duration limit) {
        try {
            InetAddress[] addresses = CompletableFuture.supplyAsync(this::addresses, executor)
                    .get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return addresses.length == 0
                    ? new Step.Failed("The host name " + host() + " is unknown here.")
                    : new Step.Done(Arrays.stream(addresses)
                            .map(InetAddress::getHostAddress)
                            .distinct()
                            .collect(Collectors.joining(", ")));
        } catch (TimeoutException | ExecutionException noAnswer) {
            return new Step.Failed("The name service did not answer within " + limit.toSeconds() + " s.");
        } catch (InterruptedException stopping) {
            return interrupted();
        }
    }

    private InetAddress[] addresses() {
        try {
            return InetAddress.getAllByName(host());
        } catch (IOException unknown) {
            return new InetAddress[0];
        }
    }

    /** Opens a connection and closes it again. */
    public Step connect(Duration limit) {
        long start = System.nanoTime();
        try (Socket socket = connected(limit)) {
            return new Step.Done(socket.getRemoteSocketAddress() + " answered within "
                    + Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
        } catch (SocketTimeoutException late) {
            return new Step.Failed("There is no connection within " + limit.toSeconds()
                    + " s; a firewall may drop it, or the port may be wrong.");
        } catch (IOException refused) {
            return new Step.Failed("The connection is refused or the network does not reach the node.");
        }
    }

    /** Opens a TLS session as calls do, and closes it again. */
    public Step secure(Duration limit) {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        try (Socket plain = connected(limit);
                SSLSocket socket = (SSLSocket) factory.createSocket(plain, host(), port(), true)) {
            socket.setSoTimeout(Math.toIntExact(limit.toMillis()));
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return new Step.Secured(validUntil(socket.getSession().getPeerCertificates()));
        } catch (SocketTimeoutException late) {
            return new Step.Failed("no TLS session within " + limit.toSeconds() + " s");
        } catch (IOException failed) {
            return new Step.Failed(TransportFailure.of(failed).words());
        }
    }

    private Socket connected(Duration limit) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host(), port()), Math.toIntExact(limit.toMillis()));
            return socket;
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }

    /** A chain is valid as long as all of it is. */
    private static Optional<Instant> validUntil(Certificate[] chain) {
        return Arrays.stream(chain)
                .filter(X509Certificate.class::isInstance)
                .map(certificate ->
                        ((X509Certificate) certificate).getNotAfter().toInstant())
                .min(Instant::compareTo);
    }

    private String host() {
        String host = api.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private int port() {
        if (api.getPort() >= 0) {
            return api.getPort();
        }
        return isSecure() ? HTTPS_PORT : HTTP_PORT;
    }

    private static Step interrupted() {
        Thread.currentThread().interrupt();
        return new Step.Failed("This server stops.");
    }
}
