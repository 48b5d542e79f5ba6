package dev.b3lb.callback;

import dev.b3lb.settings.Settings;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** A name leads to internal addresses only. The message is for the operator. */
final class RefusedAddressException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    RefusedAddressException(InetAddress address) {
        super("address " + address.getHostAddress() + " is internal; " + Settings.CALLBACK_ALLOWED_NETWORKS.name()
                + " can allow it");
    }
}
