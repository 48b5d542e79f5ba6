package dev.b3lb.user;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Somebody tries to log in.
 *
 * @param username the name that was given; empty for a token, which has none
 * @param address the client's IP address
 */
public record LoginAttempt(Optional<String> username, String address) {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]");
    private static final int SHOWN = 100;

    private static final int MOST_PER_NAME_AND_NETWORK = 5;
    private static final int MOST_PER_NETWORK = 20;
    private static final int MOST_PER_NAME = 100;

    /**
     * What is limited: a name, a network, or both together; an absent part stands for any.
     *
     * @param most how many times one may fail before there is a pause
     */
    record Limit(Kind kind, String name, String network, int most) {}

    /** What failures are counted for. */
    enum Kind {
        NAME_AND_NETWORK,
        NETWORK,
        NAME,
        TOKENS_OF_NETWORK
    }

    /** With a name and a password. */
    public static LoginAttempt byPassword(String username, String address) {
        return new LoginAttempt(Optional.of(username), address);
    }

    /** With a token. */
    public static LoginAttempt byToken(String address) {
        return new LoginAttempt(Optional.empty(), address);
    }

    /**
     * The limits that this counts for. Wrong tokens count for themselves alone: they cannot be guessed, and a program that
     * goes on with an old one must not shut out the people beside it.
     */
    List<Limit> limits() {
        String network = network();
        if (username.isEmpty()) {
            return List.of(new Limit(Kind.TOKENS_OF_NETWORK, "", network, MOST_PER_NETWORK));
        }
        Limit own = nameAndNetwork();
        return List.of(
                own,
                new Limit(Kind.NETWORK, "", network, MOST_PER_NETWORK),
                new Limit(Kind.NAME, own.name(), "", MOST_PER_NAME));
    }

    /**
     * The narrowest of them when there is a name.
     *
     * @throws java.util.NoSuchElementException when there is none
     */
    Limit nameAndNetwork() {
        String name = shown(KnownUsers.folded(username.orElseThrow()));
        return new Limit(Kind.NAME_AND_NETWORK, name, network(), MOST_PER_NAME_AND_NETWORK);
    }

    /** The address as far as it tells clients apart: whoever has one IPv6 address has the 2^64 beside it too. */
    String network() {
        return Ipv6Network.of(address).orElse(address);
    }

    /** Who tried, fit for one line of a log. */
    @Override
    public String toString() {
        return username.map(name -> "'" + shown(name) + "'").orElse("a token") + " from " + shown(address);
    }

    private static String shown(String text) {
        String plain = CONTROL.matcher(text).replaceAll("");
        return plain.length() > SHOWN ? plain.substring(0, SHOWN) : plain;
    }
}
