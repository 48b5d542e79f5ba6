package dev.b3lb.trace;

import java.util.HexFormat;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/** Ids of requests: those that others gave are taken over if they are harmless, new ones are made at random. */
public final class RequestIds {

    /** The HTTP header that carries an id, in requests and in answers. */
    public static final String HEADER = "X-Request-ID";

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final LongSupplier random;

    /** @param random cheap rather than unguessable: an id proves nothing */
    public RequestIds(LongSupplier random) {
        this.random = random;
    }

    /** Whether an id from outside can stand in logs and headers. */
    public static boolean isHarmless(String id) {
        return HARMLESS.matcher(id).matches();
    }

    /** A new id of 16 hexadecimal digits. */
    public String next() {
        return HexFormat.of().toHexDigits(random.getAsLong());
    }
}
