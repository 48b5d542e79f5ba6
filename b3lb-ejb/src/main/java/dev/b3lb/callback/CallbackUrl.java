package dev.b3lb.callback;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address that can be called. User name and password in it are never sent.
 *
 * @param uri the whole
 * @param scheme {@code http} or {@code https}
 * @param host a name in its ASCII form or an IP address, an IPv6 one without brackets
 * @param port -1 when the address names none
 */
public record CallbackUrl(URI uri, String scheme, String host, int port) {

    /** The longest address that is called, in characters. */
    public static final int MAX_LENGTH = 8_192;

    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:[^@]*@)?(?:\\[([0-9A-Fa-f:.]+)\\]|([^\\[\\]:@%]+))(?::([0-9]{0,5}))?");

    private static final Pattern NAME = Pattern.compile("[!-~&&[^/?#@:%\\[\\]\\\\]]+");

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException that says in words for people why it cannot be called
     */
    public static CallbackUrl parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("the address is longer than " + MAX_LENGTH + " characters");
        }
        try {
            return of(new URI(text));
        } catch (URISyntaxException unreadable) {
            throw new IllegalArgumentException("the address is not a URL");
        }
    }

    /**
     * The address that a redirect leads to.
     *
     * @param location the header's value
     * @throws IllegalArgumentException that says in words for people why it cannot be called
     */
    CallbackUrl redirectedTo(String location) {
        try {
            URI base = uri.getRawPath().isEmpty() ? uri.resolve("/") : uri; // else both would grow together
            return parse(base.resolve(new URI(location.strip())).toString());
        } catch (URISyntaxException unreadable) {
            throw new IllegalArgumentException("redirected to what is not a URL");
        }
    }

    private static CallbackUrl of(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("the address is not an http or https URL");
        }
        Matcher authority = AUTHORITY.matcher(String.valueOf(uri.getRawAuthority()));
        if (uri.getRawAuthority() == null || !authority.matches()) {
            throw new IllegalArgumentException("the address has no host");
        }
        String host = authority.group(1) != null ? authority.group(1) : ascii(authority.group(2));
        return new CallbackUrl(uri, scheme, host, port(authority.group(3)));
    }

    /** Making a name ASCII may bring to light what ends a host in an address, from characters that only look so. */
    private static String ascii(String host) {
        try {
            String ascii = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            if (NAME.matcher(ascii).matches()) {
                return ascii;
            }
        } catch (IllegalArgumentException notAName) {
            // As below
        }
        throw new IllegalArgumentException("the address has no host");
    }

    private static int port(String digits) {
        if (digits == null || digits.isEmpty()) {
            return -1;
        }
        int port = Integer.parseInt(digits);
        if (port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("the address has no port from 1 to " + HIGHEST_PORT);
        }
        return port;
    }

    /** Path and query as they go into a request. */
    String target() {
        URI ascii = URI.create(uri.toASCIIString());
        String path = ascii.getRawPath() == null || ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
        return ascii.getRawQuery() == null ? path : path + "?" + ascii.getRawQuery();
    }

    /** Host and port only: the rest may hold a secret of the front end. */
    @Override
    public String toString() {
        return port < 0 ? host : host + ":" + port;
    }
}
