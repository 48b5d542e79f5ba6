package dev.b3lb.bbb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TransportFailureTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new ConnectException(), "no connection: refused or unreachable"),
                Arguments.of(
                        new ConnectException().initCause(new UnresolvedAddressException()),
                        "no connection: the host name is unknown"),
                Arguments.of(
                        new HttpConnectTimeoutException("x"),
                        "no connection: none in time: a firewall, a wrong port, or no TLS on this one"),
                Arguments.of(new HttpTimeoutException("x"), "no complete answer in time"),
                Arguments.of(new IOException("Connection reset"), "the connection broke"),
                Arguments.of(new ProtocolException("x"), "unreadable answer: the answer is not HTTP"),
                Arguments.of(
                        tls(new CertPathBuilderException("unable to find valid certification path")),
                        "no TLS session: its certificate is signed by nobody who is trusted here,"
                                + " or its chain is not complete"),
                Arguments.of(
                        tls(new CertPathValidatorException("validity", new CertificateExpiredException("NotAfter"))),
                        "no TLS session: its certificate has expired"),
                Arguments.of(
                        tls(new CertificateNotYetValidException("NotBefore")),
                        "no TLS session: its certificate is not valid yet"),
                Arguments.of(
                        new SSLHandshakeException("No name matching bbb05.example found"),
                        "no TLS session: No name matching bbb05.example found"));
    }

    private static Throwable tls(Throwable cause) {
        return new SSLHandshakeException("PKIX path problem").initCause(cause);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void an_operator_is_told_what_is_wrong(Throwable thrown, String words) {
        assertThat(TransportFailure.of(new CompletionException(thrown)).words()).isEqualTo(words);
    }
}
