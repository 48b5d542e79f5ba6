package dev.b3lb.web.api;

import dev.b3lb.bbb.ApiCall;
import dev.b3lb.bbb.BbbError;
import dev.b3lb.server.SeldomLines;
import dev.b3lb.web.peer.Peers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Tells the log who tries checksums, so that programs such as fail2ban can keep them out; {@code docs/logging.md} has
 * their filter. Of each network there are ten lines in a minute, of all together two hundred. Nothing in a line tells
 * whether there is such a tenant, and nothing that is not an address comes before the fixed words.
 */
@ApplicationScoped
public class RefusedChecksums {

    private static final Logger LOG = Logger.getLogger(RefusedChecksums.class);

    private static final String CHECKSUM_ERROR = BbbError.CHECKSUM_MISMATCH.messageKey();

    /** As many as such programs want to see before they act, and some more. */
    private static final int OF_A_NETWORK = 10;

    private static final int OF_ALL = 200;
    private static final Duration SPAN = Duration.ofMinutes(1);

    /** What an address of the local network may have behind it is ours, and no part of it for whoever reads the log. */
    private static final String INTERFACE = "%.*";

    private static final Pattern NOT_OF_HOSTS = Pattern.compile("[^a-z0-9.:\\[\\]-]");
    private static final int LONGEST_HOST = 100;

    private final Peers peers;
    private final SeldomLines ofNetworks;
    private final SeldomLines ofAll;

    @Inject
    RefusedChecksums(Peers peers) {
        this(peers, System::nanoTime);
    }

    RefusedChecksums(Peers peers, LongSupplier nanoTime) {
        this.peers = peers;
        this.ofNetworks = new SeldomLines(OF_A_NETWORK, SPAN, nanoTime);
        this.ofAll = new SeldomLines(OF_ALL, SPAN, nanoTime);
    }

    /**
     * Who has sent a request, for when it can be read no more.
     *
     * @param network the client's; none if all that is known is a trusted proxy, whom nobody must keep out
     * @param address the client's
     * @param host that the request was sent to, as the client has it
     */
    record Sender(Optional<String> network, String address, String host) {}

    /** Reads who has sent a request, on the request's own thread. */
    Sender sender(HttpServletRequest request) {
        String address = peers.client(request).replaceFirst(INTERFACE, "");
        return new Sender(peers.network(request), address, peers.host(request));
    }

    /** A request is refused; if that is for its checksum, or because it has none, the log tells so. */
    void refused(ApiCall call, BbbError error, Sender sender) {
        if (!error.messageKey().equals(CHECKSUM_ERROR)) {
            return;
        }
        ofNetworks.next(sender.network()).ifPresent(others -> ofAll.leftOutBefore("")
                .ifPresent(before -> tell(call, sender, others, before)));
    }

    private static void tell(ApiCall call, Sender sender, String others, int leftOut) {
        if (leftOut > 0) {
            LOG.warnf("Lines about %s refused checksums were left out, since there were too many", leftOut);
        }
        LOG.warnf(
                "A checksum %s was refused: call %s, host %s%s",
                sender.network().isPresent() ? "from " + sender.address() : "that came through a proxy",
                call.wireName(),
                hostText(sender.host()),
                others);
    }

    private static String hostText(String host) {
        String start = host.length() > LONGEST_HOST ? host.substring(0, LONGEST_HOST) : host;
        return NOT_OF_HOSTS.matcher(start).replaceAll("?");
    }
}
