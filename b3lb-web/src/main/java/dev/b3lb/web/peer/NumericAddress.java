package dev.b3lb.web.peer;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** IP addresses as proxies write them. Names are none: they are never looked up. */
final class NumericAddress {

    private static final Pattern V4 = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,3}){3})(?::[0-9]{1,5})?");
    private static final Pattern V6 =
            Pattern.compile("\\[?([0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(?:%[^\\]]*)?(?:\\](?::[0-9]{1,5})?)?");

    private NumericAddress() {}

    /** The address that a text is, without the port that some proxies add. */
    static Optional<InetAddress> parse(String text) {
        return bare(text == null ? "" : text.strip()).flatMap(NumericAddress::address);
    }

    /** The same in the one form that we compare and show. */
    static Optional<String> text(String text) {
        return parse(text).map(InetAddress::getHostAddress);
    }

    private static Optional<String> bare(String text) {
        var v4 = V4.matcher(text);
        if (v4.matches()) {
            return Optional.of(v4.group(1));
        }
        var v6 = V6.matcher(text);
        return v6.matches() ? Optional.of(v6.group(1)) : Optional.empty();
    }

    private static Optional<InetAddress> address(String digits) {
        try {
            return Optional.of(InetAddress.getByName(digits));
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }
}
