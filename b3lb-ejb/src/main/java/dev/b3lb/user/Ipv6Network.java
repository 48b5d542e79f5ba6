package dev.b3lb.user;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** The smallest network that IPv6 addresses are given out in. */
public final class Ipv6Network {

    private static final Pattern DIGITS = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final int BYTES = 8;

    private Ipv6Network() {}

    /** The network of an address, as a text; empty if it is no IPv6 address. */
    public static Optional<String> of(String address) {
        if (!DIGITS.matcher(address).matches()) {
            return Optional.empty(); // never a name, which would be looked up
        }
        try {
            return Optional.of(InetAddress.getByName(address))
                    .filter(Inet6Address.class::isInstance)
                    .map(InetAddress::getAddress)
                    .map(bytes -> HexFormat.of().formatHex(Arrays.copyOf(bytes, BYTES)) + "/64");
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }
}
