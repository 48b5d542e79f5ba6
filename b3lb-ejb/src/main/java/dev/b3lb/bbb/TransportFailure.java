package dev.b3lb.bbb;

import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What the exceptions of the JDK's HTTP client mean. When in doubt, the request may have reached the node. */
final class TransportFailure {

    /** In the JDK's words when the other side speaks no TLS at all; there is no exception of its own for it. */
    private static final String NO_TLS = "unrecognized ssl message";

    /** In the JDK's words when a connection ended before an answer began; there is no exception of its own for it. */
    private static final String NO_ANSWER_YET = "received no bytes";

    private static final int LONGEST_CHAIN = 10;

    private TransportFailure() {}

    static NodeFailure of(Throwable thrown) {
        return chain(thrown)
                .map(TransportFailure::known)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> NodeFailure.of(NodeFailure.Kind.CONNECTION_LOST));
    }

    /** Whether the connection ended without a single byte of an answer. */
    static boolean beforeAnyAnswer(Throwable thrown) {
        return of(thrown).kind() == NodeFailure.Kind.CONNECTION_LOST
                && chain(thrown)
                        .anyMatch(cause -> String.valueOf(cause.getMessage()).contains(NO_ANSWER_YET));
    }

    private static NodeFailure known(Throwable cause) {
        if (cause instanceof HttpConnectTimeoutException) {
            // A TLS session is part of the connection
            return NodeFailure.of(
                    NodeFailure.Kind.NO_CONNECTION, "none in time: a firewall, a wrong port, or no TLS on this one");
        }
        if (cause instanceof HttpTimeoutException) {
            return NodeFailure.of(NodeFailure.Kind.TIMEOUT);
        }
        if (cause instanceof ConnectException) {
            return NodeFailure.of(NodeFailure.Kind.NO_CONNECTION, reason(cause));
        }
        if (cause instanceof SSLException tls && isBeforeTheRequest(tls)) {
            return NodeFailure.of(NodeFailure.Kind.TLS, tlsReason(tls));
        }
        return cause instanceof ProtocolException
                ? NodeFailure.of(NodeFailure.Kind.UNREADABLE, "the answer is not HTTP")
                : null;
    }

    private static String reason(Throwable failure) {
        boolean unresolved = chain(failure)
                .anyMatch(
                        cause -> cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException);
        return unresolved ? "the host name is unknown" : "refused or unreachable";
    }

    /** The platform's words for what happens most are long and say nothing of certificates. */
    private static String tlsReason(SSLException failure) {
        return chain(failure)
                .map(TransportFailure::certificateReason)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> String.valueOf(failure.getMessage()));
    }

    private static String certificateReason(Throwable cause) {
        if (cause instanceof CertificateExpiredException) {
            return "its certificate has expired";
        }
        if (cause instanceof CertificateNotYetValidException) {
            return "its certificate is not valid yet";
        }
        return cause instanceof CertPathBuilderException
                ? "its certificate is signed by nobody who is trusted here, or its chain is not complete"
                : null;
    }

    private static boolean isBeforeTheRequest(SSLException failure) {
        return failure instanceof SSLHandshakeException
                || failure instanceof SSLPeerUnverifiedException
                || String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains(NO_TLS);
    }

    private static Stream<Throwable> chain(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(LONGEST_CHAIN);
    }
}
