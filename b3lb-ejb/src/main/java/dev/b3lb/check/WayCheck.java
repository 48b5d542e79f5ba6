package dev.b3lb.check;

import dev.b3lb.bbb.NodeProbe;
import dev.b3lb.bbb.NodeProbe.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The way to a node: its name, the connection, TLS. */
final class WayCheck {

    private static final Duration NAME_LIMIT = Duration.ofSeconds(2);
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(3);
    private static final Duration TLS_LIMIT = Duration.ofSeconds(4);

    /** Enough to renew a certificate without haste. */
    private static final Duration SOON = Duration.ofDays(14);

    private final NodeProbe probe;
    private final Clock clock;

    WayCheck(NodeProbe probe, Clock clock) {
        this.probe = probe;
        this.clock = clock;
    }

    /** Three findings; the node can be called if all are ok. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(finding("address", probe.resolve(NAME_LIMIT)));
        findings.add(
                allGood(findings)
                        ? finding("connection", probe.connect(CONNECT_LIMIT))
                        : Finding.notTried("connection"));
        findings.add(tls(allGood(findings)));
        return findings;
    }

    private static boolean allGood(List<Finding> findings) {
        return findings.stream().allMatch(Finding::ok);
    }

    private Finding tls(boolean reachable) {
        if (!probe.isSecure()) {
            return Finding.good("tls", "not used, the node is called by http");
        }
        return reachable ? finding("tls", probe.secure(TLS_LIMIT)) : Finding.notTried("tls");
    }

    private Finding finding(String check, Step step) {
        if (step instanceof Step.Failed failed) {
            return Finding.bad(check, failed.words());
        }
        return step instanceof Step.Secured secured
                ? Finding.good(check, validity(secured.validUntil(), clock.instant()))
                : Finding.good(check, ((Step.Done) step).words());
    }

    static String validity(Optional<Instant> until, Instant now) {
        if (until.isEmpty()) {
            return "The certificate is trusted.";
        }
        String day = until.get().atOffset(ZoneOffset.UTC).toLocalDate().toString();
        Duration left = Duration.between(now, until.get());
        return left.compareTo(SOON) < 0
                ? "Warning: the certificate is valid for " + left.toDays() + " more days only, until " + day
                        + "; renew it."
                : "The certificate is valid until " + day + ".";
    }
}
