package dev.b3lb.callback;

import dev.b3lb.settings.AddressRanges;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Tells which IP addresses a call that a tenant asked for may go to: those of the public internet, and internal ones that
 * the operator has allowed. An IPv6 address that stands for an IPv4 one is as good as that.
 */
public final class AddressGuard {

    /** All that is not the public internet: own network, private use, documentation, measuring, many receivers. */
    private static final AddressRanges INTERNAL_V4 = AddressRanges.parse("0.0.0.0/8,10.0.0.0/8,100.64.0.0/10,"
            + "127.0.0.0/8,169.254.0.0/16,172.16.0.0/12,192.0.0.0/24,192.0.2.0/24,192.88.99.0/24,192.168.0.0/16,"
            + "198.18.0.0/15,198.51.100.0/24,203.0.113.0/24,224.0.0.0/4,240.0.0.0/4");

    /** Where public IPv6 addresses are, but for the blocks in it that have another purpose, such as Teredo. */
    private static final AddressRanges PUBLIC_V6 = AddressRanges.parse("2000::/3");

    private static final AddressRanges SPECIAL_V6 = AddressRanges.parse("2001::/23,2001:db8::/32,3fff::/20");
    private static final AddressRanges NAT64 = AddressRanges.parse("64:ff9b::/96");
    private static final AddressRanges TRANSLATED = AddressRanges.parse("::ffff:0:0:0/96");
    private static final AddressRanges SIX_TO_FOUR = AddressRanges.parse("2002::/16");
    private static final byte[] ISATAP = {0x5e, (byte) 0xfe};

    private static final int AT_THE_END = 12;
    private static final int BEHIND_THE_PREFIX = 2;
    private static final int V4_BYTES = 4;

    private final AddressRanges allowed;

    /** @param allowed internal networks that may be called */
    public AddressGuard(AddressRanges allowed) {
        this.allowed = allowed;
    }

    /** Whether the address may be called. */
    public boolean allows(InetAddress address) {
        if (allowed.contains(address)) {
            return true;
        }
        return address instanceof Inet6Address v6 ? allowsV6(v6) : !INTERNAL_V4.contains(address);
    }

    private boolean allowsV6(Inet6Address address) {
        if (SPECIAL_V6.contains(address)) {
            return false;
        }
        return embedded(address).map(this::allows).orElseGet(() -> PUBLIC_V6.contains(address));
    }

    private static Optional<InetAddress> embedded(Inet6Address address) {
        if (SIX_TO_FOUR.contains(address)) {
            return Optional.of(v4(address, BEHIND_THE_PREFIX));
        }
        boolean atTheEnd = NAT64.contains(address) || TRANSLATED.contains(address) || isIsatap(address);
        return atTheEnd ? Optional.of(v4(address, AT_THE_END)) : Optional.empty();
    }

    /** Within a public prefix, an interface of this form leads to the IPv4 address at its end. */
    private static boolean isIsatap(Inet6Address address) {
        byte[] bytes = address.getAddress();
        return PUBLIC_V6.contains(address)
                && (bytes[8] & ~3) == 0
                && bytes[9] == 0
                && Arrays.equals(bytes, 10, AT_THE_END, ISATAP, 0, ISATAP.length);
    }

    private static InetAddress v4(Inet6Address address, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), from, from + V4_BYTES));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
