package dev.b3lb.settings;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressNetwork.IPAddressGenerator;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import inet.ipaddr.IncompatibleAddressException;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Collectors;

/** A set of IP addresses, given as CIDR blocks. */
public final class AddressRanges {

    /** Nothing but addresses as they are usually written, with or without a prefix length. */
    private static final IPAddressStringParameters NOTATION = new IPAddressStringParameters.Builder()
            .allowAll(false)
            .allowEmpty(false)
            .allowSingleSegment(false)
            .allowMask(false)
            .allowPrefixOnly(false)
            .allowWildcardedSeparator(false)
            .setRangeOptions(RangeParameters.NO_RANGE)
            .getIPv4AddressParametersBuilder()
            .allow_inet_aton(false)
            .allowBinary(false)
            .getParentBuilder()
            .getIPv6AddressParametersBuilder()
            .allowZone(false)
            .allowBinary(false)
            .allowBase85(false)
            .getParentBuilder()
            .toParams();

    private final List<IPAddress> blocks;

    private AddressRanges(List<IPAddress> blocks) {
        this.blocks = blocks;
    }

    /**
     * Reads CIDR blocks with commas between them; an address alone stands for itself.
     *
     * @throws IllegalArgumentException that says what is wanted
     */
    public static AddressRanges parse(String text) {
        return new AddressRanges(
                SettingParsers.list(text).stream().map(AddressRanges::block).toList());
    }

    private static IPAddress block(String word) {
        try {
            return new IPAddressString(word, NOTATION).toAddress().toPrefixBlock();
        } catch (AddressStringException | IncompatibleAddressException unreadable) {
            throw new IllegalArgumentException(
                    "addresses such as 10.0.0.0/8 or fc00::/7 with commas between are wanted");
        }
    }

    /** Whether the address is in one of the blocks. */
    public boolean contains(InetAddress address) {
        IPAddress candidate = new IPAddressGenerator().from(address);
        return blocks.stream().anyMatch(block -> block.contains(candidate));
    }

    /** {@return the blocks as people write them} */
    @Override
    public String toString() {
        return blocks.isEmpty()
                ? "none"
                : blocks.stream().map(IPAddress::toString).collect(Collectors.joining(", "));
    }
}
